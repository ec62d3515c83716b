import { AlertFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import type { Help } from '../../../shared/domain/floor.ts';
import { may } from '../../../shared/domain/people.ts';
import { msOf } from '../../../shared/instant.ts';
import { useNavigation } from '../../app/navigation.ts';
import { duration } from '../../components/times.ts';
import { useNow } from '../../data/clock.ts';
import { useLive } from '../../data/live.ts';
import { useStream } from '../../data/use-stream.ts';
import { KeyHint, useKey } from '../../keys/keys.ts';
import { useSignal } from '../softphone/use-signal.ts';
import { useHelps } from './helps.ts';
import { TEXT } from './text.ts';
import { useFloorCommand } from './use-floor-command.ts';
import '../hall/alarm-card.css';
import './floor.css';

/** 求助 over whatever screen is in front, until a supervisor has taken it on. For whoever may control the hall. */
export function HelpAlarm(): ReactNode {
  const control = useLive(({ holder }) => holder !== null && may(holder.actor, 'hall.control'));
  const { value } = useStream((desk, signal) => desk.floor.helps(undefined, { signal }), control);
  useEffect(() => useHelps.setState({ helps: value ?? [] }), [value]);
  const self = useLive(({ holder }) => holder?.actor.accountId ?? null);
  const open = (value ?? []).filter(({ taker, agent }) => taker === null && agent.accountId !== self);
  useSignal(
    open.map(({ callId, since, agent }) => ({
      // Who asks twice in one call is heard twice.
      id: `${callId} ${since}`,
      title: TEXT.alarm,
      text: () => TEXT.alarmBody(agent.jobNumber, agent.name),
    })),
  );
  const [first] = open;
  return first ? <Alarm help={first} more={open.length - 1} /> : null;
}

function Alarm({ help, more }: { help: Help; more: number }): ReactNode {
  const now = useNow('exchange');
  const go = useNavigation((navigation) => navigation.go);
  const command = useFloorCommand();
  const { callId, agent, since } = help;
  const answer = async (): Promise<void> => {
    go('floor', { callId });
    if (await command({ type: 'takeHelp', callId })) await command({ type: 'monitor', callId, mode: 'listen' });
  };
  useKey('help', () => void answer());
  return (
    <section className="alarm-card help-alarm" role="alert" aria-label={TEXT.alarm}>
      <AlertFilled className="help-alarm-icon" aria-hidden />
      <div className="help-alarm-words">
        <strong>{TEXT.alarmBody(agent.jobNumber, agent.name)}</strong>
        <span className="muted num">
          {TEXT.helpSince(duration(now - msOf(since)))}
          {more > 0 && ` · ${TEXT.alarmMore(more)}`}
        </span>
      </div>
      <Button type="primary" danger onClick={() => void answer()}>
        {TEXT.answerHelp}
        <KeyHint action="help" />
      </Button>
      <Button onClick={() => go('floor', { callId })}>{TEXT.screen}</Button>
    </section>
  );
}
