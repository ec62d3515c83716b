import { insertCommand, commandsOfOrder, type StoredCommand } from '../../db/desk/outbox/commands.ts';
import { releaseAttachments } from '../../db/desk/outbox/attachments.ts';
import { deleteDraft } from '../../db/desk/outbox/drafts.ts';
import { deleteWriting } from '../../db/desk/outbox/writings.ts';
import { takeProvisionalCount } from '../../db/desk/outbox/identity.ts';
import { readFeed } from '../../db/desk/replica/feed.ts';
import { findOrder, putOrder, type ReplicaOrder } from '../../db/desk/replica/orders.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import {
  attachmentIdSchema,
  commandIdSchema,
  type CommandId,
  type DraftId,
  type OrderId,
} from '../../shared/domain/ids.ts';
import { requestOfPart, type Part } from '../../shared/domain/part.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { typeVersionOf } from '../../shared/domain/type-versions.ts';
import { transition } from '../../shared/domain/transition.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import { unforeseen } from '../threads/protocol.ts';
import { envelopeOf, identityOf, newId, type WriterContext } from './context.ts';
import { provisionalNumber as numberOfDesk } from './drafts.ts';
import { attachmentsOf, provisionalNumberOf, summaryOf } from './summary.ts';

/** What somebody at this desk wants done. */
export interface Submission {
  readonly orderId: OrderId;
  readonly draftId: DraftId | null;
  readonly command: CommandBody;
  /** The half-written form this was given by, which ends with it. */
  readonly writing?: string | null;
  readonly actor: Actor;
}

export interface Submitted {
  readonly commandId: CommandId;
  readonly savedAt: Instant;
}

/**
 * Decides a command by the rules this desk knows and, where it stands, commits it to the outbox together with the end
 * of its draft. Only then is the overlay brought up to date: should that fail, the next start rebuilds it.
 * @throws the refusal; RESYNC_REQUIRED before the desk knows its city's rules; STORE_FULL: nothing was saved
 */
export function submit(context: WriterContext, submission: Submission): Submitted {
  const { outbox, replica, rules } = context;
  const { orderId, draftId, command, writing = null, actor } = submission;
  const before = alreadySaid(context, submission);
  if (before) return before;
  if (!rules) fail('RESYNC_REQUIRED');
  const identity = identityOf(context);
  const found = findOrder(replica, orderId);
  const at = context.nowMs();
  const outcome = transition({
    order: found?.effective.order ?? null,
    orderId,
    command,
    actor,
    rules,
    nowMs: at + (identity.clockOffset ?? 0),
  });
  if (!outcome.ok) throw new FailureError(outcome.failure);
  const commandId = commandIdSchema.parse(newId(at));
  const said = {
    commandId,
    aggregateId: orderId,
    baseVersion: found?.server?.order.version ?? 0,
    type: command.type,
    typeVersion: typeVersionOf(command.type),
    payload: command.payload,
    actor: actor.accountId,
  };
  outbox.transaction(() => {
    insertCommand(outbox, {
      envelope: envelopeOf(context, said, at),
      actor,
      provisionalNumber: provisionalNumberOf(command) ?? found?.effective.order.provisionalNumber ?? null,
      summary: summaryOf(command),
    });
    if (writing !== null) deleteWriting(outbox, actor.accountId, writing);
    if (draftId) {
      deleteDraft(outbox, actor.accountId, draftId);
      const kept = attachmentsOf(command).map(({ id }) => attachmentIdSchema.parse(id));
      releaseAttachments(outbox, draftId, kept);
    }
  });
  if (outcome.order) {
    const history = [...(found?.effective.history ?? []), ...outcome.history];
    overlay(context, { server: found?.server ?? null, effective: { order: outcome.order, history }, pending: true });
  }
  context.changed(draftId || writing !== null ? ['outbox', 'orders', 'drafts'] : ['outbox', 'orders']);
  return { commandId, savedAt: instant(at) };
}

/** What has just been decided is what a replay would come to: the order as it stood, and this command. */
function overlay(context: WriterContext, order: ReplicaOrder): void {
  const { replica, rules } = context;
  try {
    replica.transaction(() => {
      putOrder(replica, order, readFeed(replica).generation, rules?.pack ?? null);
    });
  } catch (error) {
    // The command is safe in the outbox: telling the operator that it was not saved would have it written twice.
    context.log({ event: 'overlay failed', ...unforeseen(error) });
    context.behind = true;
  }
}

/** The same request made twice, because its first answer was lost with a thread or a window. */
function alreadySaid(context: WriterContext, { orderId, draftId, command, actor }: Submission): Submitted | null {
  if (!draftId) return null;
  const same = (stored: StoredCommand): boolean =>
    stored.state !== 'refused' &&
    stored.actor.accountId === actor.accountId &&
    stored.envelope.type === command.type &&
    JSON.stringify(stored.envelope.payload) === JSON.stringify(command.payload);
  const stored = commandsOfOrder(context.outbox, identityOf(context), orderId).find(same);
  return stored ? { commandId: stored.envelope.commandId, savedAt: stored.envelope.recordedAt } : null;
}

/** What is asked of a split: the new order, the one it is taken from, and what is said anew. */
export interface Splitting {
  readonly orderId: OrderId;
  readonly from: OrderId;
  readonly part: Part;
  readonly note: string;
  readonly actor: Actor;
}

/**
 * 拆单 under a provisional number of this desk.
 * @throws what {@link submit} throws; ORDER_NOT_FOUND; ORDER_EXISTS where it was said before
 */
export function split(context: WriterContext, { orderId, from, part, note, actor }: Splitting) {
  const { outbox, replica } = context;
  const parent = findOrder(replica, from)?.effective.order;
  const { code } = identityOf(context);
  if (!parent) return fail('ORDER_NOT_FOUND');
  if (code === null) return fail('DESK_UNKNOWN');
  const provisionalNumber = outbox.transaction(() => numberOfDesk(code, takeProvisionalCount(outbox)));
  // Who asks is the centre's to copy: the outbox need not hold it twice.
  const request = { ...requestOfPart(parent.request, part), caller: { name: '', phone: '', address: '' } };
  const command = { type: 'order.split', payload: { from, request, provisionalNumber, note } } as const;
  const { savedAt } = submit(context, { orderId, draftId: null, command, actor });
  return { savedAt, provisionalNumber };
}
