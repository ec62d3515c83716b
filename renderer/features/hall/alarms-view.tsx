import { BellOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { relativeTime } from '../../components/times.ts';
import { useNow } from '../../data/clock.ts';
import { ALARM_NAMES, ALARM_TEXT, alarmText } from './alarm-text.ts';
import { useHallAlarms } from './alarms-store.ts';
import { useAcknowledge } from './use-acknowledge.ts';

/** Alarms that stand or wait for somebody, and the others of the last day. */
export function AlarmsView({ control }: { control: boolean }): ReactNode {
  const alarms = useHallAlarms((store) => store.alarms);
  const now = useNow('centre');
  const acknowledge = useAcknowledge();
  if (!alarms) return <EmptyState text={ALARM_TEXT.loading} icon={<BellOutlined />} />;
  if (alarms.length === 0) return <EmptyState text={ALARM_TEXT.none} icon={<BellOutlined />} />;
  const when = (at: Parameters<typeof msOf>[0]): string => relativeTime(msOf(at), now);
  return (
    <div className="panel hall-alarms">
      <DataTable
        label={ALARM_TEXT.list}
        className="hall-table"
        rows={alarms}
        keyOf={({ id }) => id}
        rowClassName={({ acknowledgedAt }) => (acknowledgedAt === null ? 'hall-alarm-open' : undefined)}
        columns={[
          {
            head: ALARM_TEXT.kind,
            render: ({ kind, acknowledgedAt }) => (
              <>
                {acknowledgedAt === null && <WarningFilled className="hall-alarm-icon" aria-hidden />}{' '}
                {ALARM_NAMES[kind]}
              </>
            ),
          },
          { head: ALARM_TEXT.what, className: 'num', render: (alarm) => alarmText(alarm, now) },
          { head: ALARM_TEXT.raised, className: 'num', render: ({ raisedAt }) => when(raisedAt) },
          {
            head: ALARM_TEXT.state,
            className: 'num',
            render: ({ endedAt }) => (endedAt === null ? ALARM_TEXT.stands : ALARM_TEXT.over(when(endedAt))),
          },
          {
            head: ALARM_TEXT.acknowledge,
            className: 'num',
            render: (alarm) => {
              const { id, acknowledgedAt, acknowledgedBy } = alarm;
              if (acknowledgedAt !== null)
                return ALARM_TEXT.acknowledgedBy(acknowledgedBy ?? '—', when(acknowledgedAt));
              if (!control) return ALARM_TEXT.notSeen;
              return (
                <Button
                  size="small"
                  aria-label={ALARM_TEXT.acknowledgeThis(alarmText(alarm, now))}
                  onClick={() => acknowledge(id)}
                >
                  {ALARM_TEXT.acknowledge}
                </Button>
              );
            },
          },
        ]}
      />
    </div>
  );
}
