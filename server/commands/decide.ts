import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { DeskAccountRow } from '../../db/central/desks.ts';
import type { NewChange } from '../../db/central/feed.ts';
import type { Course } from '../../db/central/orders.ts';
import { commandBodySchema, type CommandBody } from '../../shared/domain/command.ts';
import { knowledgeCommandSchema } from '../../shared/domain/knowledge/commands.ts';
import { orderIdSchema, type AccountId, type DeskId, type OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import { transition } from '../../shared/domain/transition.ts';
import { scopesOf, viewFor } from '../../shared/domain/visibility.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import type { Envelope } from '../../shared/sync/envelope.ts';
import type { KnowledgeFacts } from '../knowledge/facts.ts';
import { leaseRefusal } from './lease.ts';
import type { PlaceNames } from '../topics/keep.ts';
import type { FreshCommand } from './sort-out.ts';

/** The writer as the database has them now. */
export interface Writer {
  readonly actor: Actor;
  readonly disabled: boolean;
}

/** An order under decision: as it was when the batch locked it, and as the batch's commands have made it so far. */
export interface OrderInHand {
  readonly before: Order | null;
  now: Order | null;
  readonly course: Course[];
}

/** What the batch's transaction has read before anything is decided. */
export interface Facts {
  readonly writers: ReadonlyMap<AccountId, Writer>;
  readonly seen: (deskId: DeskId, accountId: AccountId) => DeskAccountRow | undefined;
  readonly orders: Map<OrderId, OrderInHand>;
  readonly rules: Rules;
  readonly leaseDays: number;
  readonly placeNames: PlaceNames;
  readonly nowMs: number;
  readonly log: Logger;
  readonly knowledge: KnowledgeFacts;
}

/** What came of a command. An accepted one's number is given when the whole batch is decided. */
export interface Decided {
  readonly command: FreshCommand;
  readonly refusal: Failure | null;
  /** The order's version after it. */
  readonly version: number;
  /** What it did to its order; null where it was refused, or changed nothing. */
  readonly effect: Effect | null;
  /** The writer may not see the order: what they are answered must not tell of it. */
  readonly hidden: boolean;
}

/** An order before a command and after it. */
export interface Effect {
  readonly before: Order | null;
  readonly after: Order;
}

/** Decides one command and notes its effect on the order in hand. */
export function decide(command: FreshCommand, facts: Facts): Decided {
  const { aggregateId } = command.envelope;
  const hand = facts.orders.get(aggregateId) ?? { before: null, now: null, course: [] };
  facts.orders.set(aggregateId, hand);
  const before = hand.now;
  const refusal = attempt(command, hand, facts);
  const after = hand.now;
  const effect = !refusal && after && after !== before ? { before, after } : null;
  const actor = facts.writers.get(command.envelope.actor)?.actor;
  const hidden = !effect && before !== null && (!actor || isOutOfSight(before, actor));
  return { command, refusal, version: hidden ? 0 : (after?.version ?? 0), effect, hidden };
}

/** Why nothing this writer says from this desk is taken now; null where it is. */
export function writerRefusal({ envelope, deskId }: FreshCommand, facts: Facts): Failure | null {
  const writer = facts.writers.get(envelope.actor);
  if (!writer) return failure('NOT_PERMITTED', { detail: '中心没有这个工号' });
  if (writer.disabled) return failure('ACCOUNT_DISABLED');
  return leaseRefusal(envelope, facts.seen(deskId, envelope.actor), facts.leaseDays, facts.nowMs);
}

function attempt(command: FreshCommand, hand: OrderInHand, facts: Facts): Failure | null {
  const { envelope, body } = command;
  const writer = facts.writers.get(envelope.actor);
  const objection = writerRefusal(command, facts);
  if (objection || !writer) return objection;
  if (!body) return failure(isKnownType(envelope.type) ? 'INVALID_INPUT' : 'COMMAND_TYPE_UNKNOWN');
  // A look is recorded in any case.
  if (hand.now && body.type !== 'personal.look' && isOutOfSight(hand.now, writer.actor)) {
    return failure('ORDER_NOT_FOUND');
  }
  try {
    return apply(envelope, body, writer.actor, hand, facts);
  } catch (error) {
    return failure('UNEXPECTED', { reference: noteBug(facts.log, error, envelope) });
  }
}

function apply(
  envelope: Envelope,
  command: CommandBody,
  actor: Actor,
  hand: OrderInHand,
  { rules: known, orders, nowMs }: Facts,
): Failure | null {
  const rules: Rules = {
    ...known,
    related: (id) => {
      const other = orders.get(orderIdSchema.parse(id))?.now ?? known.related(id);
      return other && !isOutOfSight(other, actor) ? other : null;
    },
  };
  const outcome = transition({ order: hand.now, orderId: envelope.aggregateId, command, actor, rules, nowMs });
  if (!outcome.ok) return outcome.failure;
  if (outcome.order) {
    const version = (hand.now?.version ?? 0) + 1;
    hand.now = { ...outcome.order, version };
    hand.course.push({ orderId: envelope.aggregateId, version, entries: outcome.history });
  }
  return null;
}

/**
 * Nobody adds to an order they may not see, except the one who took it: a 保密 order leaves its writer's sight once it
 * is in, and the writer may have more to say before they learn that.
 */
function isOutOfSight(order: Order, actor: Actor): boolean {
  return order.createdBy.accountId !== actor.accountId && viewFor(order, actor) === null;
}

/** Logs what should not have happened. @returns the reference to show */
export function noteBug(log: Logger, error: unknown, envelope: Envelope | undefined): string {
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference, commandId: envelope?.commandId, type: envelope?.type }, 'command failed');
  return reference;
}

function isKnownType(type: string): boolean {
  const known = [...commandBodySchema.options, ...knowledgeCommandSchema.options];
  return known.some((option) => option.shape.type.value === type);
}

/** An order drops in each scope that it leaves, before it is put in those where it is now. */
export function changesOf({ before, after }: Effect): NewChange[] {
  const { id, version } = after;
  const scopes = scopesOf(after);
  const left = (before ? scopesOf(before) : []).filter(
    (old) => !scopes.some((scope) => scope.sensitivity === old.sensitivity && scope.unitId === old.unitId),
  );
  const change = (op: 'put' | 'drop') => (scope: NewChange['scope']) =>
    ({ entity: 'order', id, version, op, scope }) as const;
  return [...left.map(change('drop')), ...scopes.map(change('put'))];
}
