import { msOf } from '../../instant.ts';
import { limitFor } from '../../policy/choose.ts';
import { endOf } from '../../policy/deadline.ts';
import type { LimitRule } from '../../policy/pack-limits.ts';
import type { Pack } from '../../policy/pack.ts';
import { limitQueryOf } from '../limit-query.ts';
import type { Order } from '../order.ts';
import type { Rules } from '../outcome.ts';
import { thisTurn, unitsHandling } from './course.ts';
import { handlingOf } from './turn.ts';

/** When the unit has to be in the procedure, by which rule. */
export interface ProcedureDue {
  /** ms since 1970 */
  readonly dueMs: number;
  readonly rule: string;
  readonly article: string;
}

/**
 * Where a statute sets the limit or the matter has to be filed, the unit enters the procedure within the city's own limit
 * and says so (续报); the result follows. T10.
 * @returns null where the text knows no such limit, no unit has it, or the unit has said so
 */
export function procedureDue(order: Order, { pack, calendar }: Pick<Rules, 'pack' | 'calendar'>): ProcedureDue | null {
  const { life } = order;
  const rule = procedureRule(pack, order);
  if (!rule || life.dispatchedAt === null || hasEntered(order) || life.result !== null) return null;
  const { due } = endOf(pack, rule, msOf(life.dispatchedAt), calendar);
  return { dueMs: msOf(due), rule: rule.rule, article: rule.article };
}

/** The limit for entering the procedure is kept once the unit has said so: none runs on for the result. T10. */
export function keepsProcedure(pack: Pack, order: Order): boolean {
  const rule = procedureRule(pack, order);
  return rule !== null && order.deadline?.rule === rule.rule && order.deadline.statutory === null;
}

/** The unit has told the centre, in this turn, that it has begun. */
export function hasEntered(order: Pick<Order, 'life'>): boolean {
  return thisTurn(order).progress.length > 0;
}

function procedureRule(pack: Pack, { request, mode, life, deadline }: Order): LimitRule | null {
  if (!life.filing && (deadline?.statutory ?? null) === null) return null;
  const query = limitQueryOf(request, {
    mode: handlingOf(mode),
    complexity: life.complexity,
    units: unitsHandling(life),
    startMs: 0,
    filing: true,
  });
  const choice = limitFor(pack, query);
  if (choice.rule === null) return null;
  const asksForIt = ({ when }: LimitRule): boolean => when.some(({ filing }) => filing === true);
  return [choice.rule, ...choice.others].find(asksForIt) ?? null;
}
