import { Fragment, type ReactNode } from 'react';
import './data-table.css';

/** One column: what heads it and what stands below, side by side in the code as on the screen. */
export interface Column<Row> {
  /** Where two columns may bear one head. */
  readonly key?: string;
  readonly head: string;
  readonly render: (row: Row) => ReactNode;
  /** `name` names the row to screen readers, `figure` is a number, `acts` are buttons; absent: text. */
  readonly kind?: 'name' | 'figure' | 'acts';
  /** Of its cells. */
  readonly className?: string;
  /** What the head means, shown by the pointer. */
  readonly title?: string;
}

export interface DataTableProps<Row> {
  /** Names the table to screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Instead of the table where there are no rows. */
  readonly empty?: ReactNode;
  /** A look other than the usual one. */
  readonly className?: string;
  /** What opens under a row, over its whole width; false or null: nothing does. */
  readonly renderBelow?: (row: Row) => ReactNode;
  readonly rowClassName?: (row: Row) => string | undefined;
  /** Rows that open something beside the list. */
  readonly isChosen?: (row: Row) => boolean;
  readonly onChoose?: (row: Row) => void;
}

/** A table of some dozens of rows, drawn whole. The order list, with thousands, draws its own window of rows. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const {
    label,
    columns,
    rows,
    keyOf,
    empty,
    className = 'data-table',
    renderBelow,
    rowClassName,
    isChosen,
    onChoose,
  } = props;
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <table className={className} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, head, kind, title }) => (
            <th key={key ?? head} scope="col" className={classOf(kind)} title={title}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const below = renderBelow?.(row);
          return (
            <Fragment key={keyOf(row)}>
              <tr
                className={rowClassName?.(row)}
                aria-selected={isChosen?.(row)}
                onClick={onChoose && (() => onChoose(row))}
              >
                {columns.map((column) => (
                  <Cell key={column.key ?? column.head} column={column}>
                    {column.render(row)}
                  </Cell>
                ))}
              </tr>
              {below && (
                <tr>
                  <td colSpan={columns.length}>{below}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly column: Pick<Column<never>, 'kind' | 'className'>;
  readonly children: ReactNode;
}

function Cell({ column: { kind, className }, children }: CellProps): ReactNode {
  if (kind === 'name')
    return (
      <th scope="row" className={className}>
        {children}
      </th>
    );
  return <td className={[classOf(kind), className].filter(Boolean).join(' ') || undefined}>{children}</td>;
}

function classOf(kind: Column<never>['kind']): string | undefined {
  if (kind === 'figure') return 'data-figure num';
  return kind === 'acts' ? 'data-acts' : undefined;
}
