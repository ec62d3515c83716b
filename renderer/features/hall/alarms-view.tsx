import { BellOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { relativeTime } from '../../components/times.ts';
import { useNow } from '../../data/clock.ts';
import { useStream } from '../../data/use-stream.ts';
import { ALARM_NAMES, ALARM_TEXT, alarmText } from './alarm-text.ts';
import { useAcknowledge } from './use-acknowledge.ts';

const HEADS = [ALARM_TEXT.kind, ALARM_TEXT.what, ALARM_TEXT.raised, ALARM_TEXT.state, ALARM_TEXT.acknowledge];

/** Alarms that stand or wait for somebody, and the others of the last day. */
export function AlarmsView({ control }: { control: boolean }): ReactNode {
  const { value: alarms } = useStream((desk, signal) => desk.hall.alarms(undefined, { signal }), true);
  const now = useNow('centre');
  const acknowledge = useAcknowledge();
  if (!alarms) return <EmptyState text={ALARM_TEXT.loading} icon={<BellOutlined />} />;
  if (alarms.length === 0) return <EmptyState text={ALARM_TEXT.none} icon={<BellOutlined />} />;
  const when = (at: Parameters<typeof msOf>[0]): string => relativeTime(msOf(at), now);
  return (
    <div className="panel hall-alarms">
      <table className="hall-table" aria-label={ALARM_TEXT.list}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {alarms.map((alarm) => {
            const { id, kind, raisedAt, endedAt, acknowledgedAt, acknowledgedBy } = alarm;
            const text = alarmText(alarm, now);
            return (
              <tr key={id} className={acknowledgedAt === null ? 'hall-alarm-open' : ''}>
                <td>
                  {acknowledgedAt === null && <WarningFilled className="hall-alarm-icon" aria-hidden />}{' '}
                  {ALARM_NAMES[kind]}
                </td>
                <td className="num">{text}</td>
                <td className="num">{when(raisedAt)}</td>
                <td className="num">{endedAt === null ? ALARM_TEXT.stands : ALARM_TEXT.over(when(endedAt))}</td>
                <td className="num">
                  {acknowledgedAt !== null && ALARM_TEXT.acknowledgedBy(acknowledgedBy ?? '—', when(acknowledgedAt))}
                  {acknowledgedAt === null && control && (
                    <Button size="small" aria-label={ALARM_TEXT.acknowledgeThis(text)} onClick={() => acknowledge(id)}>
                      {ALARM_TEXT.acknowledge}
                    </Button>
                  )}
                  {acknowledgedAt === null && !control && ALARM_TEXT.notSeen}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
