import type { OverdueRow, ReportRow } from '../../shared/contract/reports.ts';
import { CATEGORY_NAMES, ORDER_STATE_NAMES, type Order } from '../../shared/domain/order.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { HIDDEN, withoutTelling } from '../../shared/domain/visibility.ts';
import { maskName, maskPhone } from '../../shared/text/mask.ts';
import type { Cell } from '../../shared/sheet/sheet.ts';
import { EXPORT } from './text.ts';

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
    readable(content, order, actor),
    unless(caller.name, maskName),
    unless(caller.phone, maskPhone),
    row.due,
    row.finishedAt,
  ];
}

export function overdueCells(row: OverdueRow, order: Order, actor: Actor): Cell[] {
  const { number, unitName, category, state, due, finishedAt, reason } = row;
  const names = [CATEGORY_NAMES[category], ORDER_STATE_NAMES[state]];
  const said = reason === '' ? EXPORT.noReason : readable(reason, order, actor);
  return [number, unitName, ...names, due, finishedAt, said];
}

/** Who may not see who called does not get it out of a text either. */
function readable(text: string, order: Order, actor: Actor): string {
  return may(actor, 'personal.reveal') ? text : withoutTelling(order, text);
}
