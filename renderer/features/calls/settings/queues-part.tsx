import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CallSettings, Line } from '../../../../shared/domain/calls/settings.ts';
import { SETTINGS } from '../text.ts';
import type { PartProps } from './call-settings-screen.tsx';
import { inPlace, Labelled, SkillSelect } from './fields.tsx';

const NEW_LINE: Line = { number: '', name: '', skillId: null, minLevel: 1, priority: 0, widen: [] };
const NEW_CALLER = { number: '', name: '', skillId: null, priority: 1 };
const FIRST_WIDENING = 30;
const MOST_WIDENINGS = 3;

/** Skills, queues by the dialled number, callers the centre knows, and the announced place. */
export function QueuesPart({ settings, errors, onChange }: PartProps): ReactNode {
  const { skills, lines, callers } = settings;
  const replace = <T,>(all: readonly T[], index: number, part: Partial<T>): T[] =>
    all.map((one, place) => (place === index ? { ...one, ...part } : one));
  return (
    <>
      <section className="calls-settings-part" aria-label={SETTINGS.skills}>
        <h2>{SETTINGS.skills}</h2>
        <div className="calls-fields">
          {skills.map((skill, index) => (
            <span key={skill.id} className="calls-fields">
              <Labelled label={SETTINGS.skillName} error={errors.get(`skills.${index}.name`)}>
                <Input
                  className="calls-w-m"
                  aria-label={SETTINGS.skillName}
                  value={skill.name}
                  maxLength={20}
                  onChange={({ target }) => onChange({ skills: replace(skills, index, { name: target.value }) })}
                />
              </Labelled>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${SETTINGS.removeSkill} ${skill.name}`}
                onClick={() => onChange({ skills: skills.filter(({ id }) => id !== skill.id) })}
              />
            </span>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => onChange({ skills: [...skills, { id: freeId(settings), name: '' }] })}
          >
            {SETTINGS.addSkill}
          </Button>
        </div>
      </section>

      <section className="calls-settings-part" aria-label={SETTINGS.lines}>
        <h2>{SETTINGS.lines}</h2>
        <p className="faint">{SETTINGS.linesHint}</p>
        {inPlace(lines).map(({ key, index, row: line }) => (
          <div key={key} className="calls-line">
            <div className="calls-fields">
              <Labelled label={SETTINGS.lineNumber} error={errors.get(`lines.${index}.number`)}>
                <Input
                  className="calls-w-m num"
                  aria-label={SETTINGS.lineNumber}
                  value={line.number}
                  maxLength={25}
                  onChange={({ target }) => onChange({ lines: replace(lines, index, { number: target.value.trim() }) })}
                />
              </Labelled>
              <Labelled label={SETTINGS.lineName} error={errors.get(`lines.${index}.name`)}>
                <Input
                  className="calls-w-m"
                  aria-label={SETTINGS.lineName}
                  value={line.name}
                  maxLength={20}
                  onChange={({ target }) => onChange({ lines: replace(lines, index, { name: target.value }) })}
                />
              </Labelled>
              <Labelled label={SETTINGS.lineSkill} error={errors.get(`lines.${index}.skillId`)}>
                <SkillSelect
                  label={SETTINGS.lineSkill}
                  skills={skills}
                  value={line.skillId}
                  onChange={(skillId) => onChange({ lines: replace(lines, index, { skillId }) })}
                />
              </Labelled>
              {line.skillId !== null && (
                <Labelled label={SETTINGS.lineLevel}>
                  <Level
                    label={SETTINGS.lineLevel}
                    value={line.minLevel}
                    onChange={(minLevel) => onChange({ lines: replace(lines, index, { minLevel }) })}
                  />
                </Labelled>
              )}
              <Labelled label={SETTINGS.linePriority}>
                <InputNumber
                  className="calls-w-s"
                  aria-label={SETTINGS.linePriority}
                  title={SETTINGS.priorityHint}
                  min={0}
                  max={9}
                  precision={0}
                  controls={false}
                  value={line.priority}
                  onChange={(priority) => onChange({ lines: replace(lines, index, { priority: priority ?? 0 }) })}
                />
              </Labelled>
              {index > 0 && (
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`${SETTINGS.removeLine} ${line.name}`}
                  onClick={() => onChange({ lines: lines.filter((_, place) => place !== index) })}
                />
              )}
            </div>
            <Widening
              line={line}
              index={index}
              skills={skills}
              errors={errors}
              onChange={(widen) => onChange({ lines: replace(lines, index, { widen }) })}
            />
          </div>
        ))}
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ lines: [...lines, NEW_LINE] })}>
          {SETTINGS.addLine}
        </Button>
      </section>

      <section className="calls-settings-part" aria-label={SETTINGS.callers}>
        <h2>{SETTINGS.callers}</h2>
        <p className="faint">{SETTINGS.callersHint}</p>
        {inPlace(callers).map(({ key, index, row: caller }) => (
          <div key={key} className="calls-fields">
            <Labelled label={SETTINGS.callerNumber} error={errors.get(`callers.${index}.number`)}>
              <Input
                className="calls-w-m num"
                aria-label={SETTINGS.callerNumber}
                value={caller.number}
                maxLength={20}
                onChange={({ target }) =>
                  onChange({ callers: replace(callers, index, { number: target.value.trim() }) })
                }
              />
            </Labelled>
            <Labelled label={SETTINGS.callerName} error={errors.get(`callers.${index}.name`)}>
              <Input
                className="calls-w-l"
                aria-label={SETTINGS.callerName}
                value={caller.name}
                maxLength={20}
                onChange={({ target }) => onChange({ callers: replace(callers, index, { name: target.value }) })}
              />
            </Labelled>
            <Labelled label={SETTINGS.lineSkill}>
              <SkillSelect
                label={SETTINGS.lineSkill}
                skills={skills}
                value={caller.skillId}
                onChange={(skillId) => onChange({ callers: replace(callers, index, { skillId }) })}
              />
            </Labelled>
            <Labelled label={SETTINGS.linePriority}>
              <InputNumber
                className="calls-w-s"
                aria-label={SETTINGS.linePriority}
                min={0}
                max={9}
                precision={0}
                controls={false}
                value={caller.priority}
                onChange={(priority) => onChange({ callers: replace(callers, index, { priority: priority ?? 0 }) })}
              />
            </Labelled>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`${SETTINGS.removeCaller} ${caller.name}`}
              onClick={() => onChange({ callers: callers.filter((_, place) => place !== index) })}
            />
          </div>
        ))}
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ callers: [...callers, NEW_CALLER] })}>
          {SETTINGS.addCaller}
        </Button>
      </section>

      <section className="calls-settings-part" aria-label={SETTINGS.position}>
        <Labelled label={SETTINGS.position} error={errors.get('positionEvery')}>
          <InputNumber
            className="calls-w-s"
            aria-label={SETTINGS.position}
            min={0}
            max={300}
            precision={0}
            controls={false}
            value={settings.positionEvery}
            onChange={(every) => onChange({ positionEvery: every ?? 0 })}
          />
        </Labelled>
      </section>
    </>
  );
}

interface WideningProps {
  readonly line: Line;
  readonly index: number;
  readonly skills: CallSettings['skills'];
  readonly errors: PartProps['errors'];
  readonly onChange: (widen: Line['widen']) => void;
}

/** How a call is offered more widely while nobody who is wanted is free. */
function Widening({ line, index, skills, errors, onChange }: WideningProps): ReactNode {
  const { widen } = line;
  const set = (place: number, part: Partial<Line['widen'][number]>): void =>
    onChange(widen.map((one, at) => (at === place ? { ...one, ...part } : one)));
  return (
    <div className="calls-fields">
      {widen.length === 0 && line.skillId !== null && <span className="faint">{SETTINGS.widenNone}</span>}
      {inPlace(widen).map(({ key, index: place, row: step }) => (
        <span key={key} className="calls-fields">
          <Labelled label={SETTINGS.widenAfter} error={errors.get(`lines.${index}.widen.${place}.afterSeconds`)}>
            <InputNumber
              className="calls-w-s"
              aria-label={SETTINGS.widenAfter}
              min={1}
              max={3600}
              precision={0}
              controls={false}
              value={step.afterSeconds}
              onChange={(afterSeconds) => set(place, { afterSeconds: afterSeconds ?? 1 })}
            />
          </Labelled>
          <Labelled label={SETTINGS.widenSkill}>
            <SkillSelect
              label={SETTINGS.widenSkill}
              skills={skills}
              value={step.skillId}
              onChange={(skillId) => set(place, { skillId })}
            />
          </Labelled>
          {step.skillId !== null && (
            <Labelled label={SETTINGS.lineLevel}>
              <Level
                label={SETTINGS.lineLevel}
                value={step.minLevel}
                onChange={(minLevel) => set(place, { minLevel })}
              />
            </Labelled>
          )}
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={SETTINGS.removeWiden}
            onClick={() => onChange(widen.filter((_, at) => at !== place))}
          />
        </span>
      ))}
      {line.skillId !== null && widen.length < MOST_WIDENINGS && (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            const afterSeconds = (widen.at(-1)?.afterSeconds ?? 0) + FIRST_WIDENING;
            onChange([...widen, { afterSeconds, skillId: null, minLevel: 1 }]);
          }}
        >
          {SETTINGS.widen} · {SETTINGS.addWiden}
        </Button>
      )}
    </div>
  );
}

function Level(props: { label: string; value: number; onChange: (value: number) => void }): ReactNode {
  return (
    <Select<number>
      className="calls-level"
      aria-label={props.label}
      value={props.value}
      options={[1, 2, 3, 4, 5].map((value) => ({ value, label: value }))}
      onChange={props.onChange}
    />
  );
}

/** A key nobody sees: what a skill is called may change, what it is may not. */
function freeId({ skills }: CallSettings): string {
  for (let n = skills.length + 1; ; n += 1) if (!skills.some(({ id }) => id === `skill-${n}`)) return `skill-${n}`;
}
