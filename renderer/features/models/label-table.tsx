import type { ReactNode } from 'react';
import type { LabelFigures } from '../../../shared/text/judge-model.ts';
import { DataTable } from '../../components/data-table.tsx';
import { percent } from './percent.ts';
import { TEXT } from './text.ts';

export interface LabelTableProps {
  readonly name: string;
  readonly labels: readonly LabelFigures[];
  readonly nameOf: (label: string) => string;
}

/** Label by label, the weakest first: that is where the next corrections help most. */
export function LabelTable({ name, labels, nameOf }: LabelTableProps): ReactNode {
  return (
    <div className="models-labels">
      <DataTable
        label={name}
        className="models-table"
        rows={labels.toSorted((one, other) => one.f1 - other.f1)}
        keyOf={({ label }) => label}
        columns={[
          { head: TEXT.label, render: ({ label }) => nameOf(label) },
          { head: TEXT.count, kind: 'figure', render: ({ count }) => count },
          { head: TEXT.precision, kind: 'figure', render: ({ precision }) => percent(precision) },
          { head: TEXT.recall, kind: 'figure', render: ({ recall }) => percent(recall) },
          { head: TEXT.f1, kind: 'figure', render: ({ f1 }) => f1.toFixed(2) },
        ]}
      />
    </div>
  );
}
