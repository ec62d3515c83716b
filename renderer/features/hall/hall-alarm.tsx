import { WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { may } from '../../../shared/domain/people.ts';
import type { Alarm } from '../../../shared/hall/alarms.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNow } from '../../data/clock.ts';
import { useLive } from '../../data/live.ts';
import { useStream } from '../../data/use-stream.ts';
import { useSignal } from '../softphone/use-signal.ts';
import { useWallMode } from '../wall/wall-mode.ts';
import { ALARM_NAMES, ALARM_TEXT, alarmText } from './alarm-text.ts';
import { useHallAlarms } from './alarms-store.ts';
import { useAcknowledge } from './use-acknowledge.ts';
import './alarm-card.css';
import './hall.css';

/**
 * Alarms nobody has taken note of, over whatever screen is in front: for whoever may control the hall. The stream of them
 * is followed here alone, for whoever may view it.
 */
export function HallAlarm(): ReactNode {
  const view = useLive(({ holder }) => holder !== null && may(holder.actor, 'hall.view'));
  const control = useLive(({ holder }) => holder !== null && may(holder.actor, 'hall.control'));
  const { value } = useStream((desk, signal) => desk.hall.alarms(undefined, { signal }), view);
  useEffect(() => useHallAlarms.setState({ alarms: view ? value : null }), [view, value]);
  const open = control ? (value ?? []).filter(({ acknowledgedAt }) => acknowledgedAt === null) : [];
  useSignal(
    open.map((alarm) => ({
      id: alarm.id,
      title: ALARM_NAMES[alarm.kind],
      text: () => alarmText(alarm, Date.now()),
    })),
  );
  const [first] = open;
  // The wall has a place of its own for them, and nobody before it to press a button.
  const wall = useWallMode(({ on }) => on);
  return first && !wall ? <Banner alarm={first} more={open.length - 1} /> : null;
}

function Banner({ alarm, more }: { alarm: Alarm; more: number }): ReactNode {
  const now = useNow('centre');
  const go = useNavigation((navigation) => navigation.go);
  const acknowledge = useAcknowledge();
  return (
    <section className="alarm-card hall-alarm" role="alert" aria-label={ALARM_TEXT.title}>
      <WarningFilled className="hall-alarm-icon" aria-hidden />
      <span className="hall-alarm-words">
        <strong>{ALARM_NAMES[alarm.kind]}</strong> <span className="num">{alarmText(alarm, now)}</span>
        {more > 0 && <span className="muted num"> · {ALARM_TEXT.more(more)}</span>}
      </span>
      <Button size="small" type="primary" danger onClick={() => acknowledge(alarm.id)}>
        {ALARM_TEXT.acknowledge}
      </Button>
      <Button size="small" onClick={() => go('floor', { view: 'alarms' })}>
        {ALARM_TEXT.open}
      </Button>
    </section>
  );
}
