import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ModelKind, Training } from '../../../shared/domain/model.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Tag } from '../../components/tags.tsx';
import { LabelTable } from './label-table.tsx';
import { percent } from './percent.ts';
import { KINDS, TEXT } from './text.ts';

export interface TrainingListProps {
  readonly kind: ModelKind;
  /** Newest first. */
  readonly trainings: readonly Training[];
  readonly nameOf: (label: string) => string;
  readonly busy: boolean;
  /** Null: none is to be used. */
  readonly onUse: (trained: number | null) => void;
}

/** The trainings that are kept of one kind, with their figures; one may be used, or none. */
export function TrainingList({ kind, trainings, nameOf, busy, onUse }: TrainingListProps): ReactNode {
  const [open, setOpen] = useState<number | null>(null);
  const inUse = trainings.some(({ active }) => active);
  return (
    <>
      {!inUse && <p className="models-none">{TEXT.none}</p>}
      <DataTable
        label={KINDS[kind]}
        className="models-table"
        rows={trainings}
        keyOf={({ trained }) => trained}
        renderBelow={({ trained, figures }) =>
          open === trained && (
            <LabelTable name={TEXT.labelsNamed(KINDS[kind], trained)} labels={figures.own.labels} nameOf={nameOf} />
          )
        }
        columns={[
          {
            head: TEXT.columns.trained,
            className: 'num',
            render: ({ trained, active }) => (
              <>
                {TEXT.version(trained)} {active && <Tag tone="good">{TEXT.active}</Tag>}
              </>
            ),
          },
          { head: TEXT.columns.trainedAt, render: ({ trainedAt }) => <RelativeTime at={trainedAt} /> },
          ...FIGURES,
          {
            head: TEXT.columns.act,
            className: 'models-acts',
            render: ({ trained, active }) => (
              <>
                <Button
                  size="small"
                  type="text"
                  aria-expanded={open === trained}
                  aria-label={TEXT.labelsNamed(KINDS[kind], trained)}
                  onClick={() => setOpen(open === trained ? null : trained)}
                >
                  {TEXT.labels}
                </Button>
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={active ? TEXT.stopNamed(KINDS[kind]) : TEXT.takeNamed(KINDS[kind], trained)}
                  onClick={() => onUse(active ? null : trained)}
                >
                  {active ? TEXT.stop : TEXT.take}
                </Button>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const FIGURES: readonly Column<Training>[] = [
  { head: TEXT.columns.orders, kind: 'figure', render: ({ figures }) => figures.orders },
  { head: TEXT.columns.macroF1, kind: 'figure', render: ({ figures: { own } }) => own.macroF1.toFixed(3) },
  {
    head: TEXT.columns.firstLevel,
    kind: 'figure',
    render: ({ figures: { firstLevel } }) => firstLevel?.macroF1.toFixed(3) ?? '—',
  },
  { head: TEXT.columns.accuracy, kind: 'figure', render: ({ figures: { own } }) => percent(own.accuracy) },
  { head: TEXT.columns.topThree, kind: 'figure', render: ({ figures: { own } }) => percent(own.topThree) },
  { head: TEXT.columns.calibration, kind: 'figure', render: ({ figures: { own } }) => percent(own.calibrationError) },
  { head: TEXT.columns.size, kind: 'figure', render: ({ figures: { bytes } }) => TEXT.kb(bytes) },
];
