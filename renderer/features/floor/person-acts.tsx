import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { REST_REASON_NAMES } from '../../../shared/domain/call.ts';
import type { AgentSkill, CallSettings } from '../../../shared/domain/calls/settings.ts';
import type { FloorCommand } from '../../../shared/domain/floor.ts';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useHallNow } from '../hall/clock.ts';
import type { FloorAgent } from './agent-parts.tsx';
import { TEXT } from './text.ts';

/** 小休 to be agreed to: one click either way. */
export function RestAsked({
  agent,
  onSend,
}: {
  agent: FloorAgent;
  onSend: (command: FloorCommand) => void;
}): ReactNode {
  const now = useHallNow();
  const { restAsked, accountId, state } = agent;
  if (!restAsked) return null;
  const busy = state === 'talking' || state === 'ringing';
  return (
    <section className="floor-rest" aria-label={TEXT.restMark}>
      <span>
        {TEXT.restAsked(REST_REASON_NAMES[restAsked.reason])}{' '}
        <span className="num muted">{duration(now - msOf(restAsked.since))}</span>
      </span>
      <Button
        size="small"
        type="primary"
        disabled={busy}
        title={busy ? TEXT.why.inCall : undefined}
        onClick={() => onSend({ type: 'agreeRest', agent: accountId })}
      >
        {TEXT.agreeRest}
      </Button>
      <Button size="small" onClick={() => onSend({ type: 'refuseRest', agent: accountId })}>
        {TEXT.refuseRest}
      </Button>
    </section>
  );
}

/** Words to the operator; Enter sends them. */
export function MessageLine({
  agent,
  onSend,
}: {
  agent: FloorAgent;
  onSend: (command: FloorCommand) => Promise<boolean>;
}): ReactNode {
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const send = async (): Promise<void> => {
    const said = text.trim();
    if (said === '') return;
    if (!(await onSend({ type: 'message', agent: agent.accountId, text: said }))) return;
    setText('');
    setSent(true);
  };
  return (
    <div className="floor-message">
      <Input
        aria-label={TEXT.message}
        placeholder={TEXT.messageHint}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setSent(false);
        }}
        onPressEnter={() => void send()}
      />
      <Button onClick={() => void send()} disabled={text.trim() === ''}>
        {TEXT.send}
      </Button>
      {sent && <output className="muted">{TEXT.sent}</output>}
    </div>
  );
}

const LEVELS = [0, 1, 2, 3, 4, 5];

/** What the operator is asked for; changed at once, and counts for the next caller. */
export function Skills({ agent }: { agent: FloorAgent }): ReactNode {
  const desk = useDesk();
  const { data } = useDeskQuery({ key: ['call-settings'], tables: ['calls'], run: (asked) => asked.calls.settings() });
  const set = async (skill: CallSettings['skills'][number], level: number): Promise<void> => {
    const others = agent.skills.filter(({ skillId }) => skillId !== skill.id);
    const skills: AgentSkill[] = level === 0 ? others : [...others, { skillId: skill.id, level }];
    try {
      await desk.calls.setSkills({ accountId: agent.accountId, skills });
    } catch (error) {
      useLive.getState().notify(failureOf(error));
    }
  };
  const skills = data?.settings.skills ?? [];
  if (skills.length === 0) return null;
  return (
    <div className="floor-skills">
      {skills.map((skill) => (
        <label key={skill.id}>
          {skill.name}
          <Select<number>
            size="small"
            aria-label={`${TEXT.skill} ${skill.name}`}
            value={agent.skills.find(({ skillId }) => skillId === skill.id)?.level ?? 0}
            options={LEVELS.map((level) => ({ value: level, label: level === 0 ? TEXT.noSkill : TEXT.level(level) }))}
            onChange={(level) => void set(skill, level)}
          />
        </label>
      ))}
    </div>
  );
}
