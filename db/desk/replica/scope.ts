import type { Actor } from '../../../shared/domain/people.ts';
import { QUEUES, type Queue } from '../../../shared/domain/queues.ts';
import type { ReadableDb, Value } from '../sqlite.ts';
import { recusedFrom } from './waiting.ts';

/** What of the orders somebody may see, as conditions on their rows. */
export interface OrderScope {
  readonly conditions: readonly string[];
  readonly params: Readonly<Record<string, Value>>;
}

const UNITS = '(SELECT value FROM json_each(:units))';
// primary key (unit_id, rid)
const ASSISTED = `SELECT rid FROM order_assistants WHERE unit_id IN ${UNITS}`;

/** The scope of a person in this replica, with what they are recused from; null where they see nothing. */
export function scopeIn(db: ReadableDb, actor: Actor, queue: Queue | null = null): OrderScope | null {
  return scopeOf(actor, recusedFrom(db, actor.accountId), queue);
}

/**
 * What an actor's grants let them see. An order reaches the people of the unit that has it and of those that assist.
 * @param recused rows that they are kept from. J5
 * @param queue in a queue of units only the orders that wait there for theirs
 * @returns null where they see nothing
 */
export function scopeOf(actor: Actor, recused: readonly number[], queue: Queue | null = null): OrderScope | null {
  const { grants } = actor;
  if (!grants.permissions.includes('order.view')) return null;
  const conditions: string[] = [];
  const params: Record<string, Value> = {};
  if (!grants.sensitivities.includes('secret')) conditions.push('secret = 0');
  if (!grants.sensitivities.includes('normal')) conditions.push('secret = 1');
  if (grants.units !== 'all') {
    params['units'] = JSON.stringify(grants.units);
    conditions.push(ofUnits(queue));
  }
  if (recused.length > 0) {
    params['recused'] = JSON.stringify(recused);
    conditions.push('rid NOT IN (SELECT value FROM json_each(:recused))');
  }
  return { conditions, params };
}

/** The conditions joined, or nothing where there are none. */
export function whereOf(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

function ofUnits(queue: Queue | null): string {
  if (queue === 'assisting') return `rid IN (${ASSISTED} AND waiting = 1)`;
  const own = `unit_id IN ${UNITS}`;
  return queue && QUEUES[queue].side === 'unit' ? own : `(${own} OR rid IN (${ASSISTED}))`;
}
