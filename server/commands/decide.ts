import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { DeskAccountRow } from '../../db/central/desks.ts';
import type { NewChange } from '../../db/central/feed.ts';
import type { Course } from '../../db/central/orders.ts';
import { commandBodySchema, type CommandBody } from '../../shared/domain/command.ts';
import type { AccountId, DeskId, OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { maySee, type Actor } from '../../shared/domain/people.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import { transition } from '../../shared/domain/transition.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import type { Envelope } from '../../shared/sync/envelope.ts';
import type { Scope } from '../../shared/sync/feed.ts';
import { leaseRefusal } from './lease.ts';
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
  readonly nowMs: number;
  readonly log: Logger;
}

/** What came of a command. An accepted one's number is given when the whole batch is decided. */
export interface Decided {
  readonly command: FreshCommand;
  readonly refusal: Failure | null;
  /** The order's version after it. */
  readonly version: number;
  readonly changes: readonly NewChange[];
}

/** Decides one command and notes its effect on the order in hand. */
export function decide(command: FreshCommand, facts: Facts): Decided {
  const { aggregateId } = command.envelope;
  const hand = facts.orders.get(aggregateId) ?? { before: null, now: null, course: [] };
  facts.orders.set(aggregateId, hand);
  const before = hand.now;
  const refusal = attempt(command, hand, facts);
  const version = hand.now?.version ?? 0;
  return { command, refusal, version, changes: refusal ? [] : changesOf(before, hand.now) };
}

function attempt({ envelope, body, deskId }: FreshCommand, hand: OrderInHand, facts: Facts): Failure | null {
  const writer = facts.writers.get(envelope.actor);
  if (!writer) return failure('NOT_PERMITTED', { detail: '中心没有这个工号' });
  if (writer.disabled) return failure('ACCOUNT_DISABLED');
  const lease = leaseRefusal(envelope, facts.seen(deskId, envelope.actor), facts.leaseDays, facts.nowMs);
  if (lease) return lease;
  if (!body) return failure(isKnownType(envelope.type) ? 'INVALID_INPUT' : 'COMMAND_TYPE_UNKNOWN');
  if (hand.now && isOutOfSight(hand.now, body, writer.actor)) return failure('ORDER_NOT_FOUND');
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
  { rules, nowMs }: Facts,
): Failure | null {
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
 * is in, and the writer may have more to say before they learn that. A look is recorded in any case.
 */
function isOutOfSight(order: Order, command: CommandBody, actor: Actor): boolean {
  return (
    command.type !== 'personal.look' &&
    order.createdBy.accountId !== actor.accountId &&
    !maySee(actor.grants, scopeOf(order))
  );
}

/** Logs what should not have happened. @returns the reference to show */
export function noteBug(log: Logger, error: unknown, envelope: Envelope | undefined): string {
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference, commandId: envelope?.commandId, type: envelope?.type }, 'command failed');
  return reference;
}

function isKnownType(type: string): boolean {
  return commandBodySchema.options.some((option) => option.shape.type.value === type);
}

/** Where an order is visible. */
export function scopeOf(order: Pick<Order, 'request' | 'unitId'>): Scope {
  return { sensitivity: order.request.sensitivity, unitId: order.unitId };
}

/** An order that leaves a scope drops there before it is put in the new one. */
function changesOf(before: Order | null, after: Order | null): NewChange[] {
  if (!after || before === after) return [];
  const scope = scopeOf(after);
  const { id, version } = after;
  const put: NewChange = { entity: 'order', id, version, op: 'put', scope };
  const old = before && scopeOf(before);
  const moved = old && (old.sensitivity !== scope.sensitivity || old.unitId !== scope.unitId);
  return moved ? [{ entity: 'order', id, version, op: 'drop', scope: old }, put] : [put];
}
