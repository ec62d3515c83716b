import type { OverdueRow, ReportRow } from '../../shared/contract/reports.ts';
import { CATEGORY_NAMES, ORDER_STATE_NAMES, type Order } from '../../shared/domain/order.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { HIDDEN, withoutTelling } from '../../shared/domain/visibility.ts';
import { definitionOf, isRate, valueOf, type Counts } from '../../shared/figures/definitions.ts';
import { columnIdSchema, type ColumnId } from '../../shared/figures/ids.ts';
import { beijingDate, beijingMinute, msOf, type Instant } from '../../shared/instant.ts';
import { maskName, maskPhone } from '../../shared/text/mask.ts';
import type { Cell } from './csv.ts';
import { EXPORT } from './text.ts';

/** A table with the definition of each figure under its name. */
export function tableCells(table: { rows: { name: string; counts: Counts }[]; total: Counts }): Cell[][] {
  const columns = columnIdSchema.options;
  const line = (name: string, counts: Counts): Cell[] => [name, ...columns.map((id) => said(id, counts))];
  return [
    [EXPORT.name, ...columns.map((id) => definitionOf(id).name)],
    [EXPORT.definition, ...columns.map((id) => definitionOf(id).says)],
    ...table.rows.map(({ name, counts }) => line(name, counts)),
    line(EXPORT.total, table.total),
  ];
}

function said(id: ColumnId, counts: Counts): Cell {
  const value = valueOf(id, counts);
  if (value === null) return '';
  return isRate(id) ? `${(value * 100).toFixed(2)}%` : value;
}

/** An order as a line of a file: who called is masked whoever takes it. */
export function orderCells(row: ReportRow, order: Order, actor: Actor): Cell[] {
  const { caller, content } = order.request;
  const unless = (text: string, mask: (text: string) => string): string => (text === HIDDEN ? text : mask(text));
  return [
    row.number,
    row.day,
    row.unitName,
    CATEGORY_NAMES[row.category],
    ORDER_STATE_NAMES[row.state],
    // Who may not see who called does not get it out of the text either.
    may(actor, 'personal.reveal') ? content : withoutTelling(order, content),
    unless(caller.name, maskName),
    unless(caller.phone, maskPhone),
    moment(row.due),
    moment(row.finishedAt),
  ];
}

export function overdueCells({ number, unitName, category, state, due, finishedAt, reason }: OverdueRow): Cell[] {
  const names = [CATEGORY_NAMES[category], ORDER_STATE_NAMES[state]];
  return [number, unitName, ...names, moment(due), moment(finishedAt), reason === '' ? EXPORT.noReason : reason];
}

function moment(at: Instant | null): string {
  if (at === null) return '';
  const minute = beijingMinute(msOf(at));
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${beijingDate(msOf(at))} ${clock}`;
}
