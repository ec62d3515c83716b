import { failure, type Failure } from '../../failure.ts';
import { isEnded, ORDER_STATE_NAMES, type Order } from '../order.ts';
import { may, type Actor } from '../people.ts';
import { actOf, type Act, type OfferedAct } from './table.ts';

/**
 * Whether this person may do this to this order as it stands: rights, recusal (J5), side, state. What the city's rules ask
 * besides is decided by the act. Screens ask the same question for the words beside a greyed button.
 * @returns null where nothing stands against it
 */
export function objectionTo(type: OfferedAct, order: Order, actor: Actor): Failure | null {
  const act = actOf(type);
  const number = order.number ?? order.provisionalNumber;
  if (order.life.recused.some(({ accountId }) => accountId === actor.accountId))
    return failure('RECUSED', { detail: number });
  if (!act.permissions.some((permission) => may(actor, permission))) return failure('NOT_PERMITTED');
  if (!isOnSide(act, order, actor)) return failure('NOT_YOUR_UNIT', { detail: number });
  if (!act.states.includes(order.state)) {
    if (type === 'order.urge' || type === 'order.supplement') return callObjection(type, order, number);
    return failure('ACT_NOT_IN_STATE', { detail: `${number} ${ORDER_STATE_NAMES[order.state]}` });
  }
  return null;
}

/** What the operator tells a caller who rings about an order that takes no more. */
function callObjection(type: 'order.urge' | 'order.supplement', order: Order, detail: string): Failure {
  return failure(type === 'order.urge' && !isEnded(order.state) ? 'ORDER_NOT_WITH_UNIT' : 'ORDER_CLOSED', { detail });
}

/** The centre's own staff act for the centre; a unit's people for the units below theirs too. */
function isOnSide(act: Act, order: Order, actor: Actor): boolean {
  const { units } = actor.grants;
  const ofUnit = (unitId: string | null): boolean =>
    units !== 'all' && unitId !== null && units.some((unit) => unit === unitId);
  switch (act.side) {
    case 'any':
      return true;
    case 'centre':
      return units === 'all';
    case 'unit':
      return ofUnit(order.unitId);
    case 'assistant':
      return order.life.assistants.some(({ unitId }) => ofUnit(unitId));
  }
}
