import { Button } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import type { ModelKind, Training } from '../../../shared/domain/model.ts';
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

const COLUMNS = Object.entries(TEXT.columns);
const TEXT_COLUMNS: ReadonlySet<string> = new Set(['trained', 'trainedAt', 'act']);

/** The trainings that are kept of one kind, with their figures; one may be used, or none. */
export function TrainingList({ kind, trainings, nameOf, busy, onUse }: TrainingListProps): ReactNode {
  const [open, setOpen] = useState<number | null>(null);
  const inUse = trainings.some(({ active }) => active);
  return (
    <>
      {!inUse && <p className="models-none">{TEXT.none}</p>}
      <table className="models-table" aria-label={KINDS[kind]}>
        <thead>
          <tr>
            {COLUMNS.map(([key, name]) => (
              <th key={key} className={TEXT_COLUMNS.has(key) ? undefined : 'models-number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trainings.map((training) => (
            <Fragment key={training.trained}>
              <Line training={training}>
                <Button
                  size="small"
                  type="text"
                  aria-expanded={open === training.trained}
                  aria-label={TEXT.labelsNamed(KINDS[kind], training.trained)}
                  onClick={() => setOpen(open === training.trained ? null : training.trained)}
                >
                  {TEXT.labels}
                </Button>
                {training.active ? (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={TEXT.stopNamed(KINDS[kind])}
                    onClick={() => onUse(null)}
                  >
                    {TEXT.stop}
                  </Button>
                ) : (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={TEXT.takeNamed(KINDS[kind], training.trained)}
                    onClick={() => onUse(training.trained)}
                  >
                    {TEXT.take}
                  </Button>
                )}
              </Line>
              {open === training.trained && (
                <tr>
                  <td colSpan={COLUMNS.length}>
                    <LabelTable
                      name={TEXT.labelsNamed(KINDS[kind], training.trained)}
                      labels={training.figures.own.labels}
                      nameOf={nameOf}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Line({ training, children }: { training: Training; children: ReactNode }): ReactNode {
  const { trained, trainedAt, active, figures } = training;
  const { own, firstLevel, orders, bytes } = figures;
  const numbers = [
    String(orders),
    own.macroF1.toFixed(3),
    firstLevel?.macroF1.toFixed(3) ?? '—',
    percent(own.accuracy),
    percent(own.topThree),
    percent(own.calibrationError),
    TEXT.kb(bytes),
  ];
  return (
    <tr>
      <td className="num">
        {TEXT.version(trained)} {active && <Tag tone="good">{TEXT.active}</Tag>}
      </td>
      <td>
        <RelativeTime at={trainedAt} />
      </td>
      {numbers.map((value, at) => (
        <td key={COLUMNS[at + 2]?.[0]} className="models-number num">
          {value}
        </td>
      ))}
      <td className="models-acts">{children}</td>
    </tr>
  );
}
