import type { ReactNode } from 'react';
import type { CallSettings } from '../../../../shared/domain/calls/settings.ts';
import { SETTINGS } from '../text.ts';
import { AddButton, CountPart, editable, RemoveButton, SkillPart, TextPart, type PartProps } from './fields.tsx';
import { LinesSection } from './lines-section.tsx';

const NEW_CALLER = { number: '', name: '', skillId: null, priority: 1 };

/** Skills, queues by the dialled number, callers the centre knows, and the announced place. */
export function QueuesPart(props: PartProps): ReactNode {
  const { settings, errors, onChange } = props;
  return (
    <>
      <SkillsSection {...props} />
      <LinesSection {...props} />
      <CallersSection {...props} />
      <section className="calls-settings-part" aria-label={SETTINGS.position}>
        <CountPart
          label={SETTINGS.position}
          error={errors.get('positionEvery')}
          min={0}
          max={300}
          value={settings.positionEvery}
          onChange={(positionEvery) => onChange({ positionEvery })}
        />
      </section>
    </>
  );
}

function SkillsSection({ settings, errors, onChange }: PartProps): ReactNode {
  const { skills } = settings;
  return (
    <section className="calls-settings-part" aria-label={SETTINGS.skills}>
      <h2>{SETTINGS.skills}</h2>
      <div className="calls-fields">
        {editable(skills, (next) => onChange({ skills: next })).map(({ index, row: skill, set, remove }) => (
          <span key={skill.id} className="calls-fields">
            <TextPart
              label={SETTINGS.skillName}
              error={errors.get(`skills.${index}.name`)}
              value={skill.name}
              max={20}
              onChange={(name) => set({ name })}
            />
            <RemoveButton label={`${SETTINGS.removeSkill} ${skill.name}`} onClick={remove} />
          </span>
        ))}
        <AddButton
          label={SETTINGS.addSkill}
          onClick={() => onChange({ skills: [...skills, { id: freeId(settings), name: '' }] })}
        />
      </div>
    </section>
  );
}

function CallersSection({ settings: { skills, callers }, errors, onChange }: PartProps): ReactNode {
  return (
    <section className="calls-settings-part" aria-label={SETTINGS.callers}>
      <h2>{SETTINGS.callers}</h2>
      <p className="faint">{SETTINGS.callersHint}</p>
      {editable(callers, (next) => onChange({ callers: next })).map(({ key, index, row: caller, set, remove }) => (
        <div key={key} className="calls-fields">
          <TextPart
            label={SETTINGS.callerNumber}
            error={errors.get(`callers.${index}.number`)}
            className="calls-w-m num"
            value={caller.number}
            max={20}
            onChange={(number) => set({ number: number.trim() })}
          />
          <TextPart
            label={SETTINGS.callerName}
            error={errors.get(`callers.${index}.name`)}
            className="calls-w-l"
            value={caller.name}
            max={20}
            onChange={(name) => set({ name })}
          />
          <SkillPart
            label={SETTINGS.lineSkill}
            skills={skills}
            value={caller.skillId}
            onChange={(skillId) => set({ skillId })}
          />
          <CountPart
            label={SETTINGS.linePriority}
            min={0}
            max={9}
            value={caller.priority}
            onChange={(priority) => set({ priority })}
          />
          <RemoveButton label={`${SETTINGS.removeCaller} ${caller.name}`} onClick={remove} />
        </div>
      ))}
      <AddButton label={SETTINGS.addCaller} onClick={() => onChange({ callers: [...callers, NEW_CALLER] })} />
    </section>
  );
}

/** A key nobody sees: what a skill is called may change, what it is may not. */
function freeId({ skills }: CallSettings): string {
  for (let n = skills.length + 1; ; n += 1) if (!skills.some(({ id }) => id === `skill-${n}`)) return `skill-${n}`;
}
