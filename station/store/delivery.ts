import {
  batchFrom,
  countAttempt,
  findCommand,
  lastSequence,
  nextBatch,
  renumberUnsaid,
  saveReceipt,
  sayAllAgain,
  type StoredCommand,
} from '../../db/desk/outbox/commands.ts';
import { forgetToken, restartSequence, saveEnrolment, saveHistory } from '../../db/desk/outbox/identity.ts';
import { readFeed } from '../../db/desk/replica/feed.ts';
import type { Envelope, Receipt } from '../../shared/sync/envelope.ts';
import { historyOf } from '../../shared/sync/feed.ts';
import { identityOf, refreshOrder, type WriterContext } from './context.ts';

/**
 * What the desk has to say next: nothing before it is enrolled, because what is to be said has no places yet.
 * @param from a place the centre asked for, acknowledged before or not
 */
export function batchToPush(context: WriterContext, from: number | null, limit: number): Envelope[] {
  const identity = identityOf(context);
  if (identity.token === null) return [];
  const batch: StoredCommand[] =
    from === null ? nextBatch(context.outbox, identity, limit) : batchFrom(context.outbox, identity, from, limit);
  return batch.map((command) => command.envelope);
}

/** Where to ask the centre whether it still has everything this desk has said; null where the desk has said nothing. */
export function lastSaid(context: WriterContext): number | null {
  return lastSequence(context.outbox, identityOf(context));
}

/** Counts a delivery whose answer never came. */
export function countAttempts(context: WriterContext, envelopes: readonly Envelope[]): void {
  const { outbox } = context;
  outbox.transaction(() => {
    countAttempt(
      outbox,
      envelopes.map((envelope) => envelope.commandId),
    );
  });
  context.changed(['outbox']);
}

/**
 * Keeps the centre's receipts and brings the orders concerned up to date. Those of an epoch that has ended meanwhile may
 * come from a life of the centre that has: what they were for is said again.
 * @returns receipts of commands that this outbox has never had: the sequence was used by another life of this desk
 */
export function saveReceipts(
  context: WriterContext,
  deskEpoch: number,
  receipts: readonly Receipt[],
): { strangers: number } {
  const { outbox, replica } = context;
  const identity = identityOf(context);
  if (identity.token === null || identity.epoch !== deskEpoch) return { strangers: 0 };
  const known = outbox.transaction(() => receipts.filter((receipt) => saveReceipt(outbox, receipt)));
  const commands = known.map((receipt) => findCommand(outbox, identity, receipt.commandId));
  const orders = new Set(commands.flatMap((command) => (command ? [command.envelope.aggregateId] : [])));
  replica.transaction(() => {
    for (const id of orders) refreshOrder(context, id);
  });
  context.changed(['outbox', 'orders', 'manuscripts', 'feedback']);
  if (known.length < receipts.length) context.log({ event: 'unknown receipts', epoch: identity.epoch });
  return { strangers: receipts.length - known.length };
}

/** The centre has made this desk known: what is to be said takes its places in the new epoch. */
export function enrolled(context: WriterContext, enrolment: { epoch: number; code: string; token: string }): void {
  const { outbox } = context;
  outbox.transaction(() => {
    const before = identityOf(context).epoch;
    saveEnrolment(outbox, enrolment);
    if (before === enrolment.epoch) return;
    restartSequence(outbox, renumberUnsaid(outbox, enrolment.epoch));
  });
  context.changed(['outbox']);
}

/** The centre does not know this desk as it is: it has to be enrolled anew before it pushes. */
export function disown(context: WriterContext): void {
  forgetToken(context.outbox);
}

/**
 * Notes which life of the centre answers. Another one than has heard what is kept here, as after a restore from a
 * backup, may lack any of it and may have decided otherwise: everything is then said again, under a new epoch of this
 * desk, and the answers count.
 */
export function meetHistory(context: WriterContext, history: string): void {
  const { outbox, replica } = context;
  const { epoch } = readFeed(replica);
  const known = identityOf(context).history ?? (epoch === null ? null : historyOf(epoch));
  if (known === history) {
    if (identityOf(context).history === null) outbox.transaction(() => saveHistory(outbox, history));
    return;
  }
  outbox.transaction(() => {
    saveHistory(outbox, history);
    if (known === null) return;
    sayAllAgain(outbox);
    forgetToken(outbox);
  });
  if (known !== null) context.log({ event: 'another history of the centre', known, history });
  context.changed(['outbox']);
}
