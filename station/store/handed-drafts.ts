import { findDraftOfCall, findDraftOfOrder, insertDraft } from '../../db/desk/outbox/drafts.ts';
import { releaseAttachments } from '../../db/desk/outbox/attachments.ts';
import {
  deleteLeft,
  forgetReceived,
  letLeave,
  letStay,
  noteReceived,
  receivedDraft,
  unconfirmed,
} from '../../db/desk/outbox/handed-drafts.ts';
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

/**
 * Keeps drafts from elsewhere, unseen until the centre has said that they are for this desk.
 * @returns the handovers of which it is to be asked, those of before the program ended among them
 */
export function receive(
  { outbox, nowMs }: WriterContext,
  account: AccountId,
  parcels: readonly DraftParcel[],
): string[] {
  outbox.transaction(() => {
    for (const parcel of parcels) noteReceived(outbox, parcel, instant(nowMs()));
  });
  return [...new Set([...parcels.map(({ id }) => id), ...unconfirmed(outbox, account)])];
}

/** What the centre has said of drafts that came for somebody: theirs now, but for those that went to another meanwhile. */
export function settleReceived(
  context: WriterContext,
  ids: readonly string[],
  { to, elsewhere }: { readonly to: AccountId; readonly elsewhere: readonly string[] },
): void {
  const { outbox } = context;
  const others = new Set(elsewhere);
  outbox.transaction(() => {
    for (const id of ids) {
      const draft = receivedDraft(outbox, id, to);
      if (draft && !others.has(id)) putIn(outbox, to, draft);
      forgetReceived(outbox, id, to);
    }
  });
  context.changed(['drafts']);
}

function putIn(outbox: WriterContext['outbox'], account: AccountId, draft: Draft): void {
  // Handed back to a desk that has it still, or handed on twice.
  if (findDraftOfOrder(outbox, account, draft.orderId)) return;
  const { call } = draft;
  const own = call?.source === 'exchange' ? findDraftOfCall(outbox, account, call.callId) : null;
  // Whoever spoke to the same caller has a draft of that call already; this one then stands by itself.
  insertDraft(outbox, account, own ? { ...draft, call: null } : draft);
}
