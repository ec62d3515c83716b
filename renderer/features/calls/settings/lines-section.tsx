import type { ReactNode } from 'react';
import type { CallSettings, Line } from '../../../../shared/domain/calls/settings.ts';
import { SETTINGS } from '../text.ts';
import {
  AddButton,
  CountPart,
  editable,
  LevelPart,
  RemoveButton,
  SkillPart,
  TextPart,
  type Editable,
  type PartProps,
} from './fields.tsx';

const NEW_LINE: Line = { number: '', name: '', skillId: null, minLevel: 1, priority: 0, widen: [] };
const FIRST_WIDENING = 30;
const MOST_WIDENINGS = 3;

/** The queues: what was dialled, whom it is for, and how the circle widens. */
export function LinesSection({ settings: { skills, lines }, errors, onChange }: PartProps): ReactNode {
  return (
    <section className="calls-settings-part" aria-label={SETTINGS.lines}>
      <h2>{SETTINGS.lines}</h2>
      <p className="faint">{SETTINGS.linesHint}</p>
      {editable(lines, (next) => onChange({ lines: next })).map((line) => (
        <div key={line.key} className="calls-line">
          <LineFields line={line} skills={skills} errors={errors} />
          <Widening line={line} skills={skills} errors={errors} />
        </div>
      ))}
      <AddButton label={SETTINGS.addLine} onClick={() => onChange({ lines: [...lines, NEW_LINE] })} />
    </section>
  );
}

interface LineProps {
  readonly line: Editable<Line>;
  readonly skills: CallSettings['skills'];
  readonly errors: PartProps['errors'];
}

function LineFields({ line: { row: line, index, set, remove }, skills, errors }: LineProps): ReactNode {
  return (
    <div className="calls-fields">
      <TextPart
        label={SETTINGS.lineNumber}
        error={errors.get(`lines.${index}.number`)}
        className="calls-w-m num"
        value={line.number}
        max={25}
        onChange={(number) => set({ number: number.trim() })}
      />
      <TextPart
        label={SETTINGS.lineName}
        error={errors.get(`lines.${index}.name`)}
        value={line.name}
        max={20}
        onChange={(name) => set({ name })}
      />
      <SkillPart
        label={SETTINGS.lineSkill}
        error={errors.get(`lines.${index}.skillId`)}
        skills={skills}
        value={line.skillId}
        onChange={(skillId) => set({ skillId })}
      />
      {line.skillId !== null && <LevelPart value={line.minLevel} onChange={(minLevel) => set({ minLevel })} />}
      <CountPart
        label={SETTINGS.linePriority}
        title={SETTINGS.priorityHint}
        min={0}
        max={9}
        value={line.priority}
        onChange={(priority) => set({ priority })}
      />
      {index > 0 && <RemoveButton label={`${SETTINGS.removeLine} ${line.name}`} onClick={remove} />}
    </div>
  );
}

/** How a call is offered more widely while nobody who is wanted is free. */
function Widening({ line: { row: line, index, set: setLine }, skills, errors }: LineProps): ReactNode {
  const { widen } = line;
  const onChange = (next: Line['widen']): void => setLine({ widen: next });
  return (
    <div className="calls-fields">
      {widen.length === 0 && line.skillId !== null && <span className="faint">{SETTINGS.widenNone}</span>}
      {editable(widen, onChange).map(({ key, index: place, row: step, set, remove }) => (
        <span key={key} className="calls-fields">
          <CountPart
            label={SETTINGS.widenAfter}
            error={errors.get(`lines.${index}.widen.${place}.afterSeconds`)}
            min={1}
            max={3600}
            value={step.afterSeconds}
            onChange={(afterSeconds) => set({ afterSeconds })}
          />
          <SkillPart
            label={SETTINGS.widenSkill}
            skills={skills}
            value={step.skillId}
            onChange={(skillId) => set({ skillId })}
          />
          {step.skillId !== null && <LevelPart value={step.minLevel} onChange={(minLevel) => set({ minLevel })} />}
          <RemoveButton label={SETTINGS.removeWiden} onClick={remove} />
        </span>
      ))}
      {line.skillId !== null && widen.length < MOST_WIDENINGS && (
        <AddButton
          small
          label={`${SETTINGS.widen} · ${SETTINGS.addWiden}`}
          onClick={() => {
            const afterSeconds = (widen.at(-1)?.afterSeconds ?? 0) + FIRST_WIDENING;
            onChange([...widen, { afterSeconds, skillId: null, minLevel: 1 }]);
          }}
        />
      )}
    </div>
  );
}
