import { AlertFilled, BellOutlined, HourglassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BoardRow } from '../../../shared/contract/desk-queues.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import { msOf } from '../../../shared/instant.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { clockTimeSeconds } from '../../components/times.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TEXT } from './text.ts';
import { UrgeDialog } from './urge-dialog.tsx';

export interface BoardProps {
  /** Shows this unit's overdue orders. */
  readonly onUnit: (unitId: UnitId) => void;
}

interface Urging {
  readonly unitId: UnitId;
  readonly unitName: string;
}

/** 督办看板: unit by unit what runs, what is near its limit and past it, the worst first; 催办单 by one press. H11, T13. */
export function Board({ onUnit }: BoardProps): ReactNode {
  const board = useDeskQuery({
    key: ['board'],
    tables: ['orders', 'outbox', 'units'],
    run: (desk) => desk.orders.board(),
  });
  const [urging, setUrging] = useState<Urging | null>(null);
  const [done, setDone] = useState<{ readonly count: number; readonly at: Instant } | null>(null);
  return (
    <div className="work-panel">
      {done && <output className="order-good">{TEXT.urgeDone(done.count, clockTimeSeconds(msOf(done.at)))}</output>}
      <Answer query={board}>
        {(rows) => (
          <DataTable
            label={TEXT.board}
            rows={rows.toSorted((a, b) => b.overdue - a.overdue || b.soon - a.soon || b.running - a.running)}
            keyOf={({ unitId }) => unitId ?? ''}
            empty={<EmptyState text={TEXT.boardEmpty} />}
            columns={[
              { head: TEXT.unit, kind: 'name', render: (row) => <Unit row={row} onUnit={onUnit} /> },
              {
                head: TEXT.overdue,
                kind: 'figure',
                render: ({ overdue }) => <Count n={overdue} className="work-bad" icon={<AlertFilled aria-hidden />} />,
              },
              {
                head: TEXT.soon,
                kind: 'figure',
                render: ({ soon }) => <Count n={soon} className="work-near" icon={<HourglassOutlined aria-hidden />} />,
              },
              { head: TEXT.running, kind: 'figure', render: ({ running }) => running },
              { head: TEXT.supervised, kind: 'figure', render: ({ supervised }) => supervised },
              {
                head: TEXT.act,
                kind: 'acts',
                render: ({ unitId, unitName, overdue }) =>
                  unitId &&
                  overdue > 0 && (
                    <Button
                      size="small"
                      icon={<BellOutlined aria-hidden />}
                      aria-label={TEXT.urgeUnit(unitName ?? unitId)}
                      onClick={() => {
                        setDone(null);
                        setUrging({ unitId, unitName: unitName ?? unitId });
                      }}
                    >
                      {TEXT.urgeAll}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Answer>
      {urging && (
        <UrgeDialog
          {...urging}
          onClose={() => setUrging(null)}
          onDone={(count, at) => {
            setUrging(null);
            setDone({ count, at });
          }}
        />
      )}
    </div>
  );
}

interface UnitProps {
  readonly row: BoardRow;
  readonly onUnit: BoardProps['onUnit'];
}

function Unit({ row: { unitId, unitName }, onUnit }: UnitProps): ReactNode {
  if (!unitId) return TEXT.noUnit;
  return (
    <Button type="link" size="small" title={TEXT.showUnit(unitName ?? unitId)} onClick={() => onUnit(unitId)}>
      {unitName ?? unitId}
    </Button>
  );
}

function Count({ n, className, icon }: { n: number; className: string; icon: ReactNode }): ReactNode {
  if (n === 0) return 0;
  return (
    <span className={className}>
      {icon} {n}
    </span>
  );
}
