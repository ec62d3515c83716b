import { openDeskReader, type DeskPlaces } from '../../db/desk/files.ts';
import { countUploads, readAttachment } from '../../db/desk/outbox/attachments.ts';
import { countCommands, openCommands, recentCommands } from '../../db/desk/outbox/commands.ts';
import { knownJobNumbers } from '../../db/desk/outbox/credentials.ts';
import { findDraftOfOrder, listDrafts } from '../../db/desk/outbox/drafts.ts';
import { readIdentity } from '../../db/desk/outbox/identity.ts';
import { readPreferences } from '../../db/desk/outbox/settings.ts';
import { findArticle, readCentre } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { OrderFilter, OutboxItem, Table } from '../../shared/contract/desk.ts';
import type { AccountId, ArticleId, AttachmentId, OrderId, SubjectId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { ArticleQuery } from '../knowledge/article-index.ts';
import type { Outlet } from '../threads/serve.ts';
import * as orders from './order-views.ts';
import { outboxItem } from './outbox-view.ts';
import { makeKnowledge } from './knowledge.ts';
import { makeReference } from './reference.ts';

const EVERYTHING: readonly Table[] = ['orders', 'articles', 'units', 'subjects', 'centre'];

/** Everything that only reads, as the main thread may call it. */
export function makeReader(places: DeskPlaces, outlet: Pick<Outlet, 'nowMs'>) {
  let open: { outbox: ReadableDb; replica: ReadableDb } | null = null;
  const files = (): { outbox: ReadableDb; replica: ReadableDb } => (open ??= openDeskReader(places));
  const reference = makeReference(() => files().replica);
  const knowledge = makeKnowledge(() => files().replica, reference, outlet.nowMs);
  const view = (): orders.OrderViews => ({ replica: files().replica, reference, nowMs: outlet.nowMs() });

  return {
    /** Opens the files anew, after the writer has replaced one. */
    reopen: () => {
      open?.outbox.close();
      open?.replica.close();
      open = null;
      reference.forget(EVERYTHING);
      knowledge.forget(EVERYTHING);
    },
    changed: (tables: readonly Table[]) => {
      reference.forget(tables);
      knowledge.forget(tables);
    },

    centre: () => readCentre(files().replica),
    knownJobNumbers: () => knownJobNumbers(files().outbox),
    preferences: (account: AccountId) => readPreferences(files().outbox, account),
    drafts: (account: AccountId) => listDrafts(files().outbox, account),
    attachment: (id: AttachmentId, actor: Actor) => {
      const found = readAttachment(files().outbox, id);
      if (!found) return null;
      // A draft's own file, or one of an order that the actor may read.
      if (!findDraftOfOrder(files().outbox, actor.accountId, found.orderId))
        orders.orderDetail(view(), found.orderId, actor, false);
      return found;
    },
    counts: () => ({ ...countCommands(files().outbox), uploads: countUploads(files().outbox) }),
    outbox: (includeDone: boolean, limit: number): OutboxItem[] => {
      const { outbox, replica } = files();
      const identity = readIdentity(outbox);
      if (!identity) return [];
      const found = includeDone ? recentCommands(outbox, identity, limit) : openCommands(outbox, identity, limit);
      return found.map((command) => outboxItem(command, replica));
    },

    orders: (wanted: { filter: OrderFilter; offset: number; limit: number }, actor: Actor) =>
      orders.listPage(view(), wanted, actor),
    order: (id: OrderId, actor: Actor, revealed: boolean) => orders.orderDetail(view(), id, actor, revealed),
    caller: (phone: string, actor: Actor) => orders.callerView(view(), phone, actor),
    callerUnmasked: (phone: string, actor: Actor) => orders.callerUnmasked(view(), phone, actor),

    similar: (
      wanted: { text: string; phone: string; subjectId: SubjectId | null; exclude: OrderId | null },
      actor: Actor,
    ) => orders.similarOrders(view(), wanted, actor),

    searchKnowledge: (query: ArticleQuery) => knowledge.search(query),
    article: (id: ArticleId) => findArticle(files().replica, id),
    suggestUnits: (_: {
      text: string;
      subjectId: SubjectId | null;
    }): { unit: Unit; confidence: number; reasons: string[] }[] => [],
    suggestSubjects: (_: string): { subject: Subject; confidence: number; reasons: string[] }[] => [],
    units: () => reference.units(),
    subjects: () => reference.subjects(),
  };
}
export type ReaderApi = ReturnType<typeof makeReader>;
