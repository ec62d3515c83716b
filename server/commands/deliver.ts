import { isConflict, isDataError } from '../../db/central/database.ts';
import { advanceDesks, lockDesks } from '../../db/central/desks.ts';
import { readHead } from '../../db/central/feed.ts';
import { writeLog } from '../../db/central/log.ts';
import { enterOrders, insertCourse, insertOrders, updateOrders } from '../../db/central/orders.ts';
import { insertNotices } from '../../db/central/notices.ts';
import { findReceipts, insertReceipts } from '../../db/central/receipts.ts';
import { setTimers, type Plan } from '../../db/central/timers.ts';
import type { CommandId } from '../../shared/domain/ids.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { Receipt } from '../../shared/sync/envelope.ts';
import type { ChangedOrder } from '../figures/changed-order.ts';
import { keepFigures } from '../figures/keep.ts';
import { makeNotice, noticeChange } from '../notices/make.ts';
import { tellingsOf } from '../notices/of-command.ts';
import { decideAboutKnowledge } from '../knowledge/decide.ts';
import { saveKnowledge } from '../knowledge/save.ts';
import { countUsage } from '../knowledge/usage.ts';
import type { Service } from '../service.ts';
import { learnWording } from '../wording/learn.ts';
import { planOf } from '../timers/plan.ts';
import { changesOf, decide, noteBug, type Decided, type Facts, type OrderInHand } from './decide.ts';
import { gatherFacts } from './facts.ts';
import { giveNumbers, type Changed } from './numbers.ts';
import { auditOf, receiptOf } from './record.ts';
import { markChanged, markOthers, repeatedIn } from './repeated.ts';
import { sortOut, type Delivery, type Sorted } from './sort-out.ts';

/** What a desk is told about its push: receipts as far as they go, or why there are none. */
export type Answer =
  | { readonly receipts: readonly Receipt[]; readonly expected: number | null }
  | { readonly failure: Failure };

const CONFLICT_TRIES = 4;

/**
 * Takes the pushes of several desks in one transaction, each command with the effect it would have alone. Where the
 * transaction cannot be stored because of what one command says, the pushes are halved until that command stands alone;
 * it is then refused, and its neighbours are none the worse.
 * @param deliveries a desk's own pushes in its own order
 */
export async function deliver(service: Service, deliveries: readonly Delivery[]): Promise<Answer[]> {
  try {
    return await withRetries(() => deliverTogether(service, deliveries, null));
  } catch (error) {
    if (!isDataError(error)) throw error;
    const [only] = deliveries;
    if (deliveries.length > 1) {
      const middle = Math.ceil(deliveries.length / 2);
      const first = await deliver(service, deliveries.slice(0, middle));
      return [...first, ...(await deliver(service, deliveries.slice(middle)))];
    }
    if (!only) return [];
    if (only.commands.length > 1) return [await deliverInParts(service, only)];
    const reference = noteBug(service.log, error, only.commands.at(0));
    return withRetries(() => deliverTogether(service, deliveries, failure('UNEXPECTED', { reference })));
  }
}

async function deliverInParts(service: Service, delivery: Delivery): Promise<Answer> {
  const middle = Math.ceil(delivery.commands.length / 2);
  const parts = [delivery.commands.slice(0, middle), delivery.commands.slice(middle)];
  const receipts: Receipt[] = [];
  for (const commands of parts) {
    const [answer] = await deliver(service, [{ ...delivery, commands }]);
    if (!answer || 'failure' in answer) return answer ?? { failure: failure('UNEXPECTED') };
    receipts.push(...answer.receipts);
    if (answer.expected !== null) return { receipts, expected: answer.expected };
  }
  return { receipts, expected: null };
}

/** Deadlocks, and rows another node inserted meanwhile, are gone at the next try. */
async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error) || tries >= CONFLICT_TRIES) throw error;
    }
  }
}

function deliverTogether(
  service: Service,
  deliveries: readonly Delivery[],
  refuseAll: Failure | null,
): Promise<Answer[]> {
  return service.db.transaction(async (tx) => {
    const nowMs = service.nowMs();
    const at = instant(nowMs);
    const desks = await lockDesks(tx, [...new Set(deliveries.map(({ deskId }) => deskId))]);
    const sorted = sortOut(deliveries, desks, await findReceipts(tx, commandIds(deliveries)));
    if (sorted.advanced.length === 0) return answersOf(sorted, (await readHead(tx)).seq);

    const facts = await gatherFacts(service, tx, sorted.fresh, nowMs);
    const decided = sorted.fresh.map((command): Decided => {
      if (refuseAll) return { command, refusal: refuseAll, version: 0, effect: null, hidden: true };
      const { knowledge } = command;
      return knowledge ? decideAboutKnowledge(command, knowledge, facts, facts.knowledge) : decide(command, facts);
    });
    const hands = [...facts.orders.values()];
    const changing = changingOf(hands);
    // First what belongs to this batch alone, or lies in slots: other batches do the same meanwhile.
    await enterOrders(tx);
    await insertCourse(
      tx,
      hands.flatMap(({ course }) => course),
    );
    const kept = await saveKnowledge(tx, facts.knowledge);
    await keepFigures(tx, changing, facts.placeNames);
    const plans = plansOf(changing, facts);
    await setTimers(tx, [...plans.older, ...kept.plans], plans.fresh);
    await advanceDesks(tx, sorted.advanced);
    // From here on rows that every batch wants, each held to the commit: the less is done behind them, the better.
    await countUsage(tx, decided, nowMs);
    const learned = await learnWording(tx, decided, nowMs);
    const changed = await markChanged(tx, await giveNumbers(tx, service.pack, nowMs, hands), facts.orders, nowMs);
    await insertOrders(tx, changed.fresh);
    await updateOrders(tx, changed.older);
    const marked = markedOf(changed, hands);
    const others = await markOthers(tx, marked, facts.orders, nowMs);
    const receipts = decided.map((one) => receiptOf(one, facts.orders));
    await insertReceipts(tx, receipts, at);
    const notices = [
      ...decided.flatMap((one) => noticesOf(one, facts)),
      ...facts.knowledge.tellings.map((telling) => makeNotice(telling, nowMs)),
      ...repeatedIn([...marked, ...others]).map((telling) => makeNotice(telling, nowMs)),
    ];
    await insertNotices(tx, notices);
    const changes = decided.flatMap(({ effect }) => (effect ? changesOf(effect) : []));
    const head = await writeLog(tx, {
      at,
      changes: [...changes, ...others.flatMap(changesOf), ...kept.changes, ...learned, ...notices.map(noticeChange)],
      audit: decided.map((one) => auditOf(one, at)),
    });
    for (const { commandId, outcome } of receipts) sorted.outcomes.set(commandId, { at, outcome });
    return answersOf(sorted, head);
  });
}

/** Each order that has changed, before the batch and after it, without the number and the mark it gets at the end. */
function changingOf(hands: readonly OrderInHand[]): ChangedOrder[] {
  return hands.flatMap(({ before, now }) => (now && now !== before ? [{ before, after: now }] : []));
}

/** The same as they are written. */
function markedOf({ fresh, older }: Changed, hands: readonly OrderInHand[]): ChangedOrder[] {
  const before = new Map(hands.map((hand) => [hand.now?.id, hand.before]));
  return [...fresh, ...older].map((after) => ({ before: before.get(after.id) ?? null, after }));
}

/** What the clock has to do about the orders that have changed; nothing is planned yet for those that are new. */
function plansOf(changing: readonly ChangedOrder[], { rules }: Facts): { fresh: Plan[]; older: Plan[] } {
  const plan = ({ after }: ChangedOrder): Plan => planOf(after, rules.pack, rules.calendar);
  return {
    fresh: changing.filter(({ before }) => before === null).map(plan),
    older: changing.filter(({ before }) => before !== null).map(plan),
  };
}

/** What people are told of a command, under the number its order has by now. */
function noticesOf({ command, effect }: Decided, { rules, orders, nowMs }: Facts): Notice[] {
  if (!effect) return [];
  const number = orders.get(command.envelope.aggregateId)?.now?.number ?? null;
  const after = { ...effect.after, number };
  return tellingsOf({ ...effect, after }, rules).map((telling) => makeNotice(telling, nowMs));
}

function commandIds(deliveries: readonly Delivery[]): CommandId[] {
  return deliveries.flatMap(({ commands }) => commands.map(({ commandId }) => commandId));
}

function answersOf(sorted: Sorted, head: number): Answer[] {
  return sorted.answers.map((answer) => {
    if ('failure' in answer) return answer;
    const receipts = answer.taken.map(({ commandId, deskSeq }): Receipt => {
      const known = sorted.outcomes.get(commandId);
      if (!known) throw new Error(`no outcome for command ${commandId}`);
      // A stored outcome was committed before; a desk that has pulled up to today's head holds it.
      return { commandId, deskSeq, outcome: known.outcome, serverSeq: head, at: known.at };
    });
    return { receipts, expected: answer.expected };
  });
}
