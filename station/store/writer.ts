import { openDesk, renewReplica, type DeskFiles } from '../../db/desk/files.ts';
import { forgetHeldFiles } from '../../db/desk/outbox/article-files.ts';
import { deleteSentAttachments, nextUpload, readChunk, saveUploaded } from '../../db/desk/outbox/attachments.ts';
import { deleteDoneCommands, settleCommand } from '../../db/desk/outbox/commands.ts';
import {
  deleteCredential,
  deleteEndedCredentials,
  findCredential,
  saveActor,
  saveCredential,
  saveTries,
  type Credential,
} from '../../db/desk/outbox/credentials.ts';
import { draftsLeaving, hasDraftsOfOthers } from '../../db/desk/outbox/handed-drafts.ts';
import { forgetReadNotices, markRead } from '../../db/desk/outbox/read-notices.ts';
import { saveCity, saveClockOffset, type Identity } from '../../db/desk/outbox/identity.ts';
import {
  deleteSession,
  readSession,
  saveDeskSetting,
  savePreferences,
  saveSession,
  touchSession,
} from '../../db/desk/outbox/settings.ts';
import { shelvePinned } from '../../db/desk/outbox/shelf.ts';
import { forgetWritings } from '../../db/desk/outbox/writings.ts';
import { forgetUnnamedFiles, markFileUsed } from '../../db/desk/replica/article-files.ts';
import { readFeed, type Feed, type SnapshotState } from '../../db/desk/replica/feed.ts';
import { dropNoticesBefore } from '../../db/desk/replica/notices.ts';
import { deleteOrder, ordersClosedBefore } from '../../db/desk/replica/orders.ts';
import type { DeskPlaces } from '../../db/desk/files.ts';
import type { WritingToSave } from '../../shared/domain/writing.ts';
import type { CallRef } from '../../shared/domain/call.ts';
import type { DraftForm } from '../../shared/domain/draft.ts';
import type { DraftParcel } from '../../shared/domain/draft-handover.ts';
import type { KeptDraft } from '../../shared/domain/knowledge/kept-draft.ts';
import type { AccountId, ArticleId, AttachmentId, CommandId, DraftId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { NOTICE_DAYS } from '../../shared/domain/notice.ts';
import { fail, type Failure } from '../../shared/failure.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import type { Envelope, Receipt } from '../../shared/sync/envelope.ts';
import type { Change, Row } from '../../shared/sync/feed.ts';
import type { Outlet } from '../threads/serve.ts';
import { addArticleFile, keepArticleFile, type FileToAdd } from './article-files.ts';
import { closedBefore, identityOf, refreshRules, type WriterContext } from './context.ts';
import * as delivery from './delivery.ts';
import * as drafts from './drafts.ts';
import * as feed from './feed.ts';
import * as handed from './handed-drafts.ts';
import {
  keepArticleDraft,
  leaveArticleDraft,
  makeCounter,
  submitKnowledge,
  type KnowledgeSubmission,
} from './knowledge-submit.ts';
import { split, submit, type Splitting, type Submission } from './submit.ts';
import { discardWriting, saveWriting } from './writings.ts';

/** What the files held when they were opened. */
export interface Opened {
  readonly places: DeskPlaces;
  readonly identity: Identity;
  readonly session: { session: string; seenAt: string } | null;
  readonly findings: readonly Failure[];
}

/** How long what is done with stays in the outbox: a centre restored from a backup is refilled from it. */
const DONE_KEPT_MS = 30 * 86_400_000;

/** Marks of what was read outlive what they mark by a little. */
const NOTICES_KEPT_MS = NOTICE_DAYS * 86_400_000;
const MARKS_KEPT_MS = NOTICES_KEPT_MS + 86_400_000;

/** Orders deleted in one transaction, so that a save never waits long behind it. */
const RETENTION_BATCH = 200;

/** Everything that writes, as the main thread may call it. One thread runs this: it is the order of all writing. */
export function makeWriter(place: { dataDir: string; key: string }, outlet: Outlet) {
  let files: DeskFiles | null = null;
  let context: WriterContext | null = null;

  const open = (): Opened => {
    files ??= openDesk(place.dataDir, place.key, outlet.nowMs());
    const { outbox, replica, places, findings } = files;
    context = {
      outbox,
      replica,
      nowMs: outlet.nowMs,
      changed: outlet.changed,
      log: outlet.log,
      rules: null,
      retentionDays: null,
      behind: false,
    };
    refreshRules(context);
    feed.reconcile(context);
    return { places, identity: identityOf(context), session: readSession(outbox), findings };
  };
  const ready = (): WriterContext => context ?? fail('STORE_UNWRITABLE');

  return {
    open,
    close: () => {
      context?.replica.close();
      context?.outbox.close();
    },
    identity: () => identityOf(ready()),
    /** Does while nobody waits what a commit would otherwise have to do. */
    checkpoint: () => {
      ready().outbox.checkpoint();
      ready().replica.checkpoint();
    },

    openDraft: (account: AccountId, from: { call: CallRef | null; phone: string }) =>
      drafts.openDraft(ready(), account, from),
    saveDraft: (account: AccountId, draft: { id: DraftId; form: DraftForm; call: CallRef | null }) =>
      drafts.saveDraft(ready(), account, draft),
    discardDraft: (account: AccountId, id: DraftId) => drafts.discardDraft(ready(), account, id),
    redraft: (account: AccountId, id: CommandId) => drafts.redraft(ready(), account, id),
    draftsLeaving: () => draftsLeaving(ready().outbox),
    hasDraftsOfOthers: (account: AccountId | '') => hasDraftsOfOthers(ready().outbox, account),
    sendOff: (asked: Parameters<typeof handed.sendOff>[1]) => handed.sendOff(ready(), asked),
    sentOff: (one: Parameters<typeof handed.sentOff>[1], kept: boolean) => handed.sentOff(ready(), one, kept),
    receiveDrafts: (account: AccountId, parcels: readonly DraftParcel[]) => handed.receive(ready(), account, parcels),
    settleReceived: (ids: readonly string[], said: Parameters<typeof handed.settleReceived>[2]) =>
      handed.settleReceived(ready(), ids, said),
    addAttachment: (account: AccountId, file: { draftId: DraftId; name: string; mime: string; bytes: Uint8Array }) =>
      drafts.addAttachment(ready(), account, file),
    saveWriting: (account: AccountId, wanted: WritingToSave) => saveWriting(ready(), account, wanted),
    discardWriting: (account: AccountId, key: string) => discardWriting(ready(), account, key),
    submit: (submission: Submission) => submit(ready(), submission),
    split: (splitting: Splitting) => split(ready(), splitting),
    submitKnowledge: (submission: KnowledgeSubmission) => submitKnowledge(ready(), submission),
    keepArticleDraft: (account: AccountId, kept: Omit<KeptDraft, 'savedAt'>) =>
      keepArticleDraft(ready(), account, kept),
    leaveArticleDraft: (account: AccountId, id: ArticleId) => leaveArticleDraft(ready(), account, id),
    addArticleFile: (file: FileToAdd) => addArticleFile(ready(), file),
    keepArticleFile: (id: AttachmentId, bytes: Uint8Array) => keepArticleFile(ready(), id, bytes),
    articleFileUsed: (id: AttachmentId) => markFileUsed(ready().replica, id, instant(outlet.nowMs())),
    count: makeCounter(ready),
    pin: (account: AccountId, articleId: ArticleId, pinned: boolean) => {
      const { outbox } = ready();
      outbox.transaction(() => shelvePinned(outbox, account, articleId, pinned ? instant(outlet.nowMs()) : null));
      outlet.changed(['shelf']);
    },
    settle: (id: CommandId) => {
      if (!settleCommand(ready().outbox, id)) fail('INVALID_INPUT', { detail: '没有这件被退回的操作' });
      outlet.changed(['outbox']);
    },

    /** Makes up for an overlay that failed after its command was saved. @throws whatever still stands in the way */
    catchUp: () => {
      const current = ready();
      if (!current.behind) return;
      feed.reconcile(current);
      current.behind = false;
    },

    batchToPush: (from: number | null, limit: number) => delivery.batchToPush(ready(), from, limit),
    lastSaid: () => delivery.lastSaid(ready()),
    countAttempts: (envelopes: readonly Envelope[]) => delivery.countAttempts(ready(), envelopes),
    saveReceipts: (deskEpoch: number, receipts: readonly Receipt[]) =>
      delivery.saveReceipts(ready(), deskEpoch, receipts),
    enrolled: (enrolment: { epoch: number; code: string; token: string }) => delivery.enrolled(ready(), enrolment),
    disown: () => delivery.disown(ready()),
    feed: (): Feed => readFeed(ready().replica),
    applyChanges: (changes: readonly Change[], cursor: number) => feed.applyChanges(ready(), changes, cursor),
    beginSnapshot: (audience: string, state: SnapshotState) => feed.beginSnapshot(ready(), audience, state),
    loadRows: (rows: readonly Row[]) => feed.loadRows(ready(), rows),
    advance: (state: SnapshotState) => feed.advance(ready(), state),
    sweep: (after: number, count: number) => feed.sweep(ready(), after, count),
    endSnapshot: (state: SnapshotState) => feed.endSnapshot(ready(), state),
    /**
     * A file turned out damaged while in use. Opening checks the outbox and salvages it; where the outbox is sound it was
     * the replica, which is set aside and filled anew.
     */
    repair: (): readonly Failure[] => {
      context?.replica.close();
      context?.outbox.close();
      context = null;
      files = null;
      const { findings, places } = open();
      if (findings.length === 0) {
        const current = ready();
        current.replica = renewReplica(places.replica, current.replica, outlet.nowMs());
        refreshRules(current);
        feed.reconcile(current);
      }
      outlet.changed(['outbox', 'drafts', ...feed.REPLICA_TABLES]);
      return findings;
    },
    nextUpload: () => nextUpload(ready().outbox),
    readChunk: (id: AttachmentId, offset: number) => readChunk(ready().outbox, id, offset),
    saveUploaded: (id: AttachmentId, sent: number) => {
      saveUploaded(ready().outbox, id, sent);
      outlet.changed(['outbox']);
    },
    learned: ({ city, clockOffset }: { city: string; clockOffset: number }) => {
      const current = ready();
      const { outbox } = current;
      const before = identityOf(current);
      outbox.transaction(() => {
        if (before.city !== city) saveCity(outbox, city);
        saveClockOffset(outbox, clockOffset);
      });
      if (before.city !== city) refreshRules(current);
    },

    findCredential: (jobNumber: string) => findCredential(ready().outbox, jobNumber),
    saveCredential: (credential: Omit<Credential, 'failures' | 'lockedUntil'>) =>
      saveCredential(ready().outbox, credential),
    saveActor: (actor: Actor) => saveActor(ready().outbox, actor),
    saveTries: (account: AccountId, failures: number, lockedUntil: Instant | null) =>
      saveTries(ready().outbox, account, failures, lockedUntil),
    deleteCredential: (jobNumber: string) => deleteCredential(ready().outbox, jobNumber),
    saveSession: (session: string, seenAt: Instant) => saveSession(ready().outbox, session, seenAt),
    touchSession: (seenAt: Instant) => touchSession(ready().outbox, seenAt),
    deleteSession: () => deleteSession(ready().outbox),
    savePhone: (json: string) => {
      saveDeskSetting(ready().outbox, 'phone', json);
      outlet.changed(['settings']);
    },
    savePreferences: (account: AccountId, json: string) => {
      savePreferences(ready().outbox, account, json);
      outlet.changed(['settings']);
    },

    markRead: (account: AccountId, ids: readonly string[]) => {
      const { outbox } = ready();
      outbox.transaction(() => markRead(outbox, account, ids, instant(outlet.nowMs())));
      outlet.changed(['notices']);
    },

    /**
     * Deletes some of what this desk has no need of any more. H19.
     * @returns false once there is no more
     */
    tidy: (): boolean => {
      const current = ready();
      const { outbox, replica } = current;
      const nowMs = outlet.nowMs();
      const doneBefore = instant(nowMs - DONE_KEPT_MS);
      outbox.transaction(() => {
        deleteDoneCommands(outbox, doneBefore);
        deleteSentAttachments(outbox, doneBefore);
        forgetHeldFiles(outbox, doneBefore);
        deleteEndedCredentials(outbox, doneBefore);
        forgetWritings(outbox, doneBefore);
        forgetReadNotices(outbox, instant(nowMs - MARKS_KEPT_MS));
      });
      forgetUnnamedFiles(replica, doneBefore);
      if (dropNoticesBefore(replica, instant(nowMs - NOTICES_KEPT_MS)) > 0) outlet.changed(['notices']);
      const limit = closedBefore(current);
      if (limit === null) return false;
      const old = ordersClosedBefore(replica, limit, RETENTION_BATCH);
      replica.transaction(() => {
        for (const id of old) deleteOrder(replica, id);
      });
      if (old.length > 0) outlet.changed(['orders']);
      return old.length === RETENTION_BATCH;
    },
  };
}
export type WriterApi = ReturnType<typeof makeWriter>;
