import { AlertFilled, BellOutlined, HourglassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import { msOf } from '../../../shared/instant.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
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
  const rows = board.data?.toSorted((a, b) => b.overdue - a.overdue || b.soon - a.soon || b.running - a.running);
  return (
    <div className="work-panel">
      {board.failure && <FailureNote failure={board.failure} onRetry={board.refresh} />}
      {done && <output className="order-good">{TEXT.urgeDone(done.count, clockTimeSeconds(msOf(done.at)))}</output>}
      {!rows && !board.failure && <ListSkeleton rows={8} height={36} />}
      {rows?.length === 0 && <EmptyState text={TEXT.boardEmpty} />}
      {rows && rows.length > 0 && (
        <table className="work-table" aria-label={TEXT.board}>
          <thead>
            <tr>
              <th scope="col">{TEXT.unit}</th>
              <th scope="col" className="work-figure">
                {TEXT.overdue}
              </th>
              <th scope="col" className="work-figure">
                {TEXT.soon}
              </th>
              <th scope="col" className="work-figure">
                {TEXT.running}
              </th>
              <th scope="col" className="work-figure">
                {TEXT.supervised}
              </th>
              <th scope="col" className="work-acts">
                {TEXT.act}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unitId, unitName, running, overdue, soon, supervised }) => (
              <tr key={unitId ?? ''}>
                <th scope="row">
                  {unitId ? (
                    <Button
                      type="link"
                      size="small"
                      title={TEXT.showUnit(unitName ?? unitId)}
                      onClick={() => onUnit(unitId)}
                    >
                      {unitName ?? unitId}
                    </Button>
                  ) : (
                    TEXT.noUnit
                  )}
                </th>
                <td className="work-figure num">
                  {overdue > 0 ? (
                    <span className="work-bad">
                      <AlertFilled aria-hidden /> {overdue}
                    </span>
                  ) : (
                    0
                  )}
                </td>
                <td className="work-figure num">
                  {soon > 0 ? (
                    <span className="work-near">
                      <HourglassOutlined aria-hidden /> {soon}
                    </span>
                  ) : (
                    0
                  )}
                </td>
                <td className="work-figure num">{running}</td>
                <td className="work-figure num">{supervised}</td>
                <td className="work-acts">
                  {unitId && overdue > 0 && (
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
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
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
