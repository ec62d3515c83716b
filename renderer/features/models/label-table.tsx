import type { ReactNode } from 'react';
import type { LabelFigures } from '../../../shared/text/judge-model.ts';
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
      <table className="models-table" aria-label={name}>
        <thead>
          <tr>
            <th>{TEXT.label}</th>
            {[TEXT.count, TEXT.precision, TEXT.recall, TEXT.f1].map((column) => (
              <th key={column} className="models-number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels
            .toSorted((one, other) => one.f1 - other.f1)
            .map(({ label, count, precision, recall, f1 }) => (
              <tr key={label}>
                <td>{nameOf(label)}</td>
                <td className="models-number num">{count}</td>
                <td className="models-number num">{percent(precision)}</td>
                <td className="models-number num">{percent(recall)}</td>
                <td className="models-number num">{f1.toFixed(2)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
