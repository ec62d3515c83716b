import { deleteWriting, findWriting, putWriting } from '../../db/desk/outbox/writings.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { WritingSaved, WritingToSave } from '../../shared/domain/writing.ts';
import { instant } from '../../shared/instant.ts';
import type { WriterContext } from './context.ts';

/**
 * Keeps a half-written form, unless another window has written there since this one last heard: then the other's text
 * comes back and nothing is overwritten. A window's own save, made twice because its answer was lost, is no stranger's.
 */
export function saveWriting(context: WriterContext, account: AccountId, wanted: WritingToSave): WritingSaved {
  const { outbox } = context;
  const nowMs = context.nowMs();
  const { key, windowId, base, form } = wanted;
  const answer = outbox.transaction((): WritingSaved => {
    const stored = findWriting(outbox, account, key);
    if (stored && stored.windowId !== windowId && stored.revision !== base)
      return { kind: 'elsewhere', writing: stored };
    // By the clock, so that a form begun anew after it was given is newer than what windows remember of it.
    const revision = Math.max(nowMs, (stored?.revision ?? base ?? 0) + 1);
    const savedAt = instant(nowMs);
    putWriting(outbox, account, { key, revision, windowId, savedAt, form });
    return { kind: 'saved', revision, savedAt };
  });
  if (answer.kind === 'saved') context.changed(['drafts']);
  return answer;
}

export function discardWriting(context: WriterContext, account: AccountId, key: string): void {
  const { outbox } = context;
  if (outbox.transaction(() => deleteWriting(outbox, account, key))) context.changed(['drafts']);
}
