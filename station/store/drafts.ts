import { createHash } from 'node:crypto';
import { insertAttachment, reattach, releaseAttachments } from '../../db/desk/outbox/attachments.ts';
import { findCommand, settleCommand } from '../../db/desk/outbox/commands.ts';
import { deleteDraft, findDraft, findDraftOfCall, insertDraft, updateDraft } from '../../db/desk/outbox/drafts.ts';
import { takeProvisionalCount } from '../../db/desk/outbox/identity.ts';
import type { CallRef } from '../../shared/domain/call.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import { emptyForm, type Draft, type DraftForm } from '../../shared/domain/draft.ts';
import {
  attachmentIdSchema,
  draftIdSchema,
  orderIdSchema,
  type AccountId,
  type CommandId,
  type DraftId,
} from '../../shared/domain/ids.ts';
import { attachmentSchema, type Attachment } from '../../shared/domain/order.ts';
import { fail } from '../../shared/failure.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import { bodyOf } from '../../shared/sync/envelope.ts';
import { identityOf, newId, type WriterContext } from './context.ts';

/** Opens a draft for a call, or the one that this call already has. */
export function openDraft(
  context: WriterContext,
  account: AccountId,
  { call, phone }: { call: CallRef | null; phone: string },
): Draft {
  const { outbox } = context;
  const known = call?.source === 'exchange' ? findDraftOfCall(outbox, account, call.callId) : null;
  if (known) return known;
  const { code } = identityOf(context);
  if (code === null) fail('DESK_UNKNOWN');
  const nowMs = context.nowMs();
  const draft = outbox.transaction(() => {
    const opened: Draft = {
      id: draftIdSchema.parse(newId(nowMs)),
      orderId: orderIdSchema.parse(newId(nowMs)),
      provisionalNumber: provisionalNumber(code, takeProvisionalCount(outbox)),
      openedAt: instant(nowMs),
      updatedAt: instant(nowMs),
      call,
      form: emptyForm(phone),
    };
    insertDraft(outbox, account, opened);
    return opened;
  });
  context.changed(['drafts']);
  return draft;
}

/** `待编-7K2M-0012`: nobody takes it for an official number, and no two desks give the same one. */
export function provisionalNumber(code: string, count: number): string {
  return `待编-${code}-${String(count).padStart(4, '0')}`;
}

/** @throws INVALID_INPUT where the draft has been submitted or discarded since */
export function saveDraft(
  context: WriterContext,
  account: AccountId,
  draft: { id: DraftId; form: DraftForm; call: CallRef | null },
): Instant {
  const savedAt = instant(context.nowMs());
  const { outbox } = context;
  const saved = outbox.transaction(() => updateDraft(outbox, account, { ...draft, updatedAt: savedAt }));
  if (!saved) fail('INVALID_INPUT', { detail: '草稿已提交或已删除' });
  context.changed(['drafts']);
  return savedAt;
}

export function discardDraft(context: WriterContext, account: AccountId, id: DraftId): void {
  const { outbox } = context;
  outbox.transaction(() => {
    if (!deleteDraft(outbox, account, id)) return;
    releaseAttachments(outbox, id, []);
  });
  context.changed(['drafts']);
}

/**
 * Turns a refused order back into a draft as it was written, under its own order id and provisional number, and takes
 * the refusal off 需处理.
 * @throws INVALID_INPUT where the command is not a refused one that begins an order
 */
export function redraft(context: WriterContext, account: AccountId, id: CommandId): Draft {
  const { outbox } = context;
  const stored = findCommand(outbox, identityOf(context), id);
  const body = stored && bodyOf(stored.envelope);
  if (!stored || stored.state !== 'refused' || !body || !beginsOrder(body))
    return fail('INVALID_INPUT', { detail: '只有被退回的登记可以改回草稿' });
  const nowMs = context.nowMs();
  // An id that the centre already has an order for would be refused for ever.
  const taken = stored.receipt?.outcome.kind === 'refused' && stored.receipt.outcome.failure.code === 'ORDER_EXISTS';
  const draft: Draft = {
    id: draftIdSchema.parse(newId(nowMs)),
    orderId: taken ? orderIdSchema.parse(newId(nowMs)) : stored.envelope.aggregateId,
    provisionalNumber: body.payload.provisionalNumber,
    openedAt: instant(nowMs),
    updatedAt: instant(nowMs),
    call: body.payload.call,
    form: formOf(body),
  };
  const running = draft.call?.source === 'exchange' ? findDraftOfCall(outbox, account, draft.call.callId) : null;
  outbox.transaction(() => {
    // The call may have another draft by now; a draft can then still say in words where it came from.
    insertDraft(outbox, account, running ? { ...draft, call: null } : draft);
    reattach(
      outbox,
      draft.id,
      draft.form.attachments.map((attachment) => attachment.id),
    );
    settleCommand(outbox, id);
  });
  context.changed(['drafts', 'outbox', 'orders']);
  return findDraft(outbox, account, draft.id) ?? draft;
}

type TakeBody = Extract<CommandBody, { payload: { request: unknown; directAttempts: unknown } }>;

function beginsOrder(body: CommandBody): body is TakeBody {
  return 'directAttempts' in body.payload;
}

function formOf(body: TakeBody): DraftForm {
  const { payload } = body;
  return {
    ...payload.request,
    answerText: 'answer' in payload ? payload.answer.text : '',
    answerArticles: 'answer' in payload ? payload.answer.articles : [],
    articlesRead: payload.articlesRead,
    directAttempts: payload.directAttempts,
    unitId: body.type === 'order.forward' ? body.payload.unitId : null,
    note: 'note' in body.payload ? body.payload.note : '',
  };
}

/** Pictures, documents, sound and film: what a caller or a unit may send as evidence. */
const ATTACHMENT_TYPES =
  /^(image\/(jpeg|png|gif|webp|bmp|heic)|application\/pdf|application\/(msword|vnd\.ms-excel)|application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

/**
 * Stores a file with its draft.
 * @throws ATTACHMENT_TYPE, ATTACHMENT_TOO_LARGE, STORE_FULL
 */
export function addAttachment(
  context: WriterContext,
  account: AccountId,
  file: { draftId: DraftId; name: string; mime: string; bytes: Uint8Array },
): Attachment {
  const { outbox } = context;
  const draft = findDraft(outbox, account, file.draftId);
  if (!draft) return fail('INVALID_INPUT', { detail: '草稿已提交或已删除' });
  if (!ATTACHMENT_TYPES.test(file.mime)) fail('ATTACHMENT_TYPE', { detail: file.name });
  if (file.bytes.length === 0) fail('INVALID_INPUT', { detail: '附件是空文件' });
  const parsed = attachmentSchema.safeParse({
    id: attachmentIdSchema.parse(newId(context.nowMs())),
    name: file.name,
    mime: file.mime,
    size: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  });
  if (!parsed.success) return fail('ATTACHMENT_TOO_LARGE', { detail: file.name });
  const { orderId } = draft;
  const addedAt = instant(context.nowMs());
  outbox.transaction(() => {
    insertAttachment(outbox, parsed.data, { draftId: file.draftId, orderId, addedAt }, file.bytes);
  });
  return parsed.data;
}
