import { findDraftOfCall, findDraftOfOrder, insertDraft } from '../../db/desk/outbox/drafts.ts';
import { releaseAttachments } from '../../db/desk/outbox/attachments.ts';
import { deleteLeft, forgetReceived, letLeave, letStay, noteReceived } from '../../db/desk/outbox/handed-drafts.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import type { DraftParcel } from '../../shared/domain/draft-handover.ts';
import type { AccountId, DraftId } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';
import type { WriterContext } from './context.ts';

/** Takes drafts out of their authors' hands: from the commit on they are sent until the centre has answered. */
export function sendOff(
  context: WriterContext,
  asked: readonly { readonly id: string; readonly draftId: DraftId; readonly from: AccountId }[],
): void {
  const { outbox } = context;
  outbox.transaction(() => {
    for (const { id, draftId, from } of asked) letLeave(outbox, from, draftId, id);
  });
  context.changed(['drafts']);
}

/** The centre has it, and the files it names follow; or it may not go, and is its author's again. */
export function sentOff(context: WriterContext, { id, draft }: { id: string; draft: Draft }, kept: boolean): void {
  const { outbox } = context;
  outbox.transaction(() => {
    if (!kept) return letStay(outbox, id);
    releaseAttachments(
      outbox,
      draft.id,
      draft.form.attachments.map((attachment) => attachment.id),
    );
    deleteLeft(outbox, id);
  });
  context.changed(['drafts', 'outbox']);
}

/** Drafts from elsewhere become those of whom they are for, each once. @returns what the centre may forget */
export function receive(context: WriterContext, parcels: readonly DraftParcel[]): string[] {
  const { outbox } = context;
  outbox.transaction(() => {
    for (const { id, to, draft } of parcels) {
      if (!noteReceived(outbox, id, instant(context.nowMs()))) continue;
      // Handed back to a desk that has it still, or handed on twice.
      if (findDraftOfOrder(outbox, to, draft.orderId)) continue;
      const { call } = draft;
      const own = call?.source === 'exchange' ? findDraftOfCall(outbox, to, call.callId) : null;
      // Whoever spoke to the same caller has a draft of that call already; this one then stands by itself.
      insertDraft(outbox, to, own ? { ...draft, call: null } : draft);
    }
  });
  context.changed(['drafts']);
  return parcels.map(({ id }) => id);
}

/** The centre knows that they are here. */
export function settleReceived({ outbox }: WriterContext, ids: readonly string[]): void {
  outbox.transaction(() => {
    for (const id of ids) forgetReceived(outbox, id);
  });
}
