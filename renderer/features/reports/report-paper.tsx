import '../printing/printing.css';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { definitionOf, valueOf, type Counts } from '../../../shared/figures/definitions.ts';
import { saidOf } from './said.ts';
import { CHART, TEXT } from './text.ts';
import type { ReportOnPaper } from './use-report-print.ts';

/** What goes to the printer in place of the screen: the chart, the table below it, and who printed it. */
export function ReportPaper({ paper }: { paper: ReportOnPaper }): ReactNode {
  const { title, from, to, mark, picture, table, columns } = paper;
  const line = (name: string, counts: Counts): ReactNode => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {columns.map((id) => (
        <td key={id}>{saidOf(id, valueOf(id, counts))}</td>
      ))}
    </tr>
  );
  return createPortal(
    <div className="form-paper reports-paper">
      <h1>{title}</h1>
      <p>{CHART.period(from, to)}</p>
      <img src={picture} alt={title} />
      <table>
        <thead>
          <tr>
            <th scope="col">{TEXT.name}</th>
            {columns.map((id) => (
              <th key={id} scope="col">
                {definitionOf(id).name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line(TEXT.total, table.total)}
          {table.rows.map(({ name, counts }) => line(name, counts))}
        </tbody>
      </table>
      <p>{mark}</p>
    </div>,
    document.body,
  );
}
