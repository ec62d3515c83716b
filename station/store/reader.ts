import { openDeskReader, type DeskPlaces } from '../../db/desk/files.ts';
import { countUploads, readAttachment } from '../../db/desk/outbox/attachments.ts';
import { ownArticleFile } from '../../db/desk/outbox/article-files.ts';
import { countCommands, openCommands, recentCommands } from '../../db/desk/outbox/commands.ts';
import { knownJobNumbers } from '../../db/desk/outbox/credentials.ts';
import { findDraftOfOrder, listDrafts } from '../../db/desk/outbox/drafts.ts';
import { readIdentity } from '../../db/desk/outbox/identity.ts';
import { readDeskSetting, readPreferences } from '../../db/desk/outbox/settings.ts';
import { listWritings } from '../../db/desk/outbox/writings.ts';
import { fileBytes, keptBytes, wantedFile } from '../../db/desk/replica/article-files.ts';
import { noticesFor } from '../../db/desk/replica/notices.ts';
import { findArticle, listCatalogue, readCentre } from '../../db/desk/replica/reference.ts';
import type { Totals } from '../../db/desk/replica/order-list.ts';
import { nextTurn } from '../../db/desk/replica/next-turn.ts';
import { boardOf } from '../../db/desk/replica/board.ts';
import { countQueues } from '../../db/desk/replica/queue-counts.ts';
import { latestTies, listSynonyms, type TiesWanted } from '../../db/desk/replica/wording.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { OrderFilter, OutboxItem, Table } from '../../shared/contract/desk.ts';
import type { BoardRow } from '../../shared/contract/desk-queues.ts';
import type { AccountId, ArticleId, AttachmentId, OrderId, SubjectId } from '../../shared/domain/ids.ts';
import { DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Enquiry } from '../../shared/domain/progress.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { createSegmenter } from '../knowledge/segment.ts';
import { unforeseen } from '../threads/protocol.ts';
import type { Outlet } from '../threads/serve.ts';
import { REPLICA_TABLES } from './feed.ts';
import * as orders from './order-views.ts';
import { outboxItem } from './outbox-view.ts';
import { articleDraftsOf, dossierOf, dueArticles, feedbackFor, manuscriptsFor, reportedOf } from './knowledge-views.ts';
import { ARTICLE_FILES_BYTES } from './article-files.ts';
import { makeKnowledge } from './knowledge.ts';
import { noticePage } from './notice-views.ts';
import { makeReference } from './reference.ts';
import { shelfFor } from './shelf.ts';
import { makeSimilarity, type SimilarWanted } from './similarity.ts';

/** Everything that only reads, as the main thread may call it. */
export function makeReader(places: DeskPlaces, outlet: Pick<Outlet, 'nowMs' | 'log'>) {
  let open: { outbox: ReadableDb; replica: ReadableDb } | null = null;
  const files = (): { outbox: ReadableDb; replica: ReadableDb } => (open ??= openDeskReader(places));
  const reference = makeReference(() => files().replica);
  let loaded: Segment | null = null;
  const segment = (): Segment => (loaded ??= createSegmenter());
  const replica = (): ReadableDb => files().replica;
  const knowledge = makeKnowledge({ replica, reference, segment, log: outlet.log });
  const similarity = makeSimilarity(replica, segment);
  let following = false;

  /** Lets the indexes follow the replica piece by piece, with every call that has come in between. */
  function follow(): void {
    if (following) return;
    following = true;
    const step = (): void => {
      try {
        if (similarity.step()) setImmediate(step);
        else following = false;
      } catch (error) {
        following = false;
        outlet.log({ event: 'index fell behind', ...unforeseen(error) });
      }
    };
    setImmediate(step);
  }
  const totals: Totals = new Map();
  /** Limits run by the centre's clock, as far as it is known. */
  const centreMs = (): number => outlet.nowMs() + (readIdentity(files().outbox)?.clockOffset ?? 0);
  const view = (): orders.OrderViews => ({ replica: files().replica, reference, nowMs: centreMs(), totals });

  return {
    /** Lets go of the files, which the next question opens anew: the writer is about to replace one, or has. */
    release: () => {
      open?.outbox.close();
      open?.replica.close();
      open = null;
      reference.forget(REPLICA_TABLES);
      knowledge.forget(REPLICA_TABLES);
      similarity.restart();
      totals.clear();
    },
    changed: (tables: readonly Table[]) => {
      reference.forget(tables);
      knowledge.forget(tables);
      if (tables.includes('orders')) totals.clear();
      if (tables.includes('orders')) follow();
    },
    /** Fills the indexes from what is there, so that the first question finds them ready. */
    warm: follow,

    centre: () => readCentre(files().replica),
    knownJobNumbers: () => knownJobNumbers(files().outbox),
    phone: () => readDeskSetting(files().outbox, 'phone'),
    preferences: (account: AccountId) => readPreferences(files().outbox, account),
    drafts: (account: AccountId) => listDrafts(files().outbox, account),
    writings: (account: AccountId) => listWritings(files().outbox, account),
    attachment: (id: AttachmentId, actor: Actor) => {
      const found = readAttachment(files().outbox, id);
      if (!found) return null;
      // A draft's own file, or one of an order that the actor may read.
      if (!findDraftOfOrder(files().outbox, actor.accountId, found.orderId))
        orders.orderDetail(view(), found.orderId, actor, false);
      return found;
    },
    /** A file of an article that is at this desk. */
    articleFile: (id: AttachmentId): Uint8Array | null =>
      ownArticleFile(files().outbox, id) ?? fileBytes(files().replica, id),
    /** The next one to fetch ahead, as long as there is room. */
    wantedArticleFile: (passed: ReadonlySet<AttachmentId>) =>
      wantedFile(replica(), passed, ARTICLE_FILES_BYTES - keptBytes(replica())),
    counts: () => ({ ...countCommands(files().outbox), uploads: countUploads(files().outbox) }),
    outbox: (includeDone: boolean, limit: number): OutboxItem[] => {
      const { outbox } = files();
      const identity = readIdentity(outbox);
      if (!identity) return [];
      const found = includeDone ? recentCommands(outbox, identity, limit) : openCommands(outbox, identity, limit);
      return found.map((command) => outboxItem(command, replica()));
    },

    orders: (wanted: { filter: OrderFilter; offset: number; limit: number }, actor: Actor) =>
      orders.listPage(view(), wanted, actor),
    queues: (actor: Actor) => countQueues(replica(), actor, centreMs()),
    board: (actor: Actor): BoardRow[] =>
      boardOf(replica(), actor, centreMs()).map((row) => ({ ...row, unitName: reference.unitName(row.unitId) })),
    nextTurn: (fromMs: number) => nextTurn(replica(), fromMs),
    order: (id: OrderId, actor: Actor, revealed: boolean) => orders.orderDetail(view(), id, actor, revealed),
    notices: (wanted: { unreadOnly: boolean; limit: number }, actor: Actor) => noticePage(files(), wanted, actor),
    noticeIds: (actor: Actor) => noticesFor(replica(), actor),
    catalogue: () => listCatalogue(replica()),
    caller: (phone: string, actor: Actor) => orders.callerView(view(), phone, actor),
    callerUnmasked: (phone: string, actor: Actor) => orders.callerUnmasked(view(), phone, actor),

    progress: (asked: Enquiry, actor: Actor) => orders.progressView(view(), asked, actor),
    similar: (wanted: SimilarWanted, actor: Actor) => similarity.find(view(), wanted, actor),

    article: (id: ArticleId) => findArticle(files().replica, id),
    shelf: (account: AccountId) => shelfFor(files(), account, (id) => reference.unitName(id)),
    manuscripts: (actor: Actor) => manuscriptsFor(files(), actor),
    dossier: (id: ArticleId, actor: Actor) => dossierOf(files(), id, actor),
    dueArticles: (actor: Actor) => dueArticles(files(), actor, centreMs()),
    feedback: (mine: boolean, actor: Actor) => feedbackFor(files(), mine, actor, centreMs()),
    reported: (id: ArticleId) => reportedOf(files(), id),
    articleDrafts: (account: AccountId) => articleDraftsOf(files(), account),
    knowledgeSettings: () => readCentre(replica())?.knowledge ?? DEFAULT_KNOWLEDGE_SETTINGS,
    suggestUnits: ({ text, subjectId }: { text: string; subjectId: SubjectId | null }, actor: Actor) =>
      knowledge.suggester().units(text, subjectId, similarity.precedents(view(), text, actor)),
    suggestSubjects: (text: string, actor: Actor) =>
      knowledge.suggester().subjects(text, similarity.precedents(view(), text, actor)),
    ties: (wanted: TiesWanted) => latestTies(replica(), wanted),
    synonyms: () => listSynonyms(replica()),
    units: () => reference.units(),
    subjects: () => reference.subjects(),
  };
}
export type ReaderApi = ReturnType<typeof makeReader>;
