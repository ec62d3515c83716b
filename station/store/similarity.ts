import { ordersByIds, ordersOfCaller } from '../../db/desk/replica/callers.ts';
import { contentsAfter } from '../../db/desk/replica/orders.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { OrderRow } from '../../shared/contract/desk.ts';
import { subjectIdSchema, unitIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { createSimilarOrders, type SimilarOrders } from '../knowledge/similar.ts';
import type { Precedent } from '../knowledge/suggest.ts';
import { orderRow, type OrderViews } from './order-views.ts';

export interface SimilarWanted {
  readonly text: string;
  readonly phone: string;
  readonly subjectId: string | null;
  readonly exclude: OrderId | null;
}

export type SimilarRow = OrderRow & { sameCaller: boolean; score: number };

/** Which orders are about the same matter, by an index that follows the replica. */
export interface Similarity {
  /** Takes in a few more orders. @returns true while there are more */
  step(): boolean;
  find(views: OrderViews, wanted: SimilarWanted, actor: Actor): SimilarRow[];
  /** What became of the orders nearest to a text: tells more of its subject and unit than its words alone. */
  precedents(views: OrderViews, text: string, actor: Actor): Precedent[];
  /** The replica is another one now. */
  restart(): void;
}

/** Earlier orders that are asked what they were about. */
const PRECEDENTS = 20;
/** Orders taken in at once: some 5 ms, so that no list waits longer. */
const PIECE = 40;
/** Shown at most. */
const MOST = 10;
/** Earlier orders of the caller that are looked at. */
const OF_CALLER = 50;

export function makeSimilarity(replica: () => ReadableDb, segment: () => Segment): Similarity {
  let index: SimilarOrders | null = null;
  let lastRid = 0;
  /** At a pause the same is asked for the subject and for the unit. */
  let last: { readonly asked: string; readonly found: Precedent[] } | null = null;

  return {
    step: () => {
      last = null;
      index ??= createSimilarOrders({ segment: segment() });
      const rows = contentsAfter(replica(), lastRid, PIECE);
      for (const { rid, id, content } of rows) {
        index.put(id, content);
        lastRid = rid;
      }
      return rows.length === PIECE;
    },
    find: (views, wanted, actor) => {
      const alike = index?.similar(wanted.text, MOST * 2) ?? [];
      const scores = new Map<string, number>(alike.map(({ id, score }) => [id, score]));
      const ofCaller = ordersOfCaller(views.replica, wanted.phone, actor, OF_CALLER).filter(
        (row) => scores.has(row.id) || (wanted.subjectId !== null && row.subject_id === wanted.subjectId),
      );
      const known = new Set<string>(ofCaller.map((row) => row.id));
      const others = ordersByIds(
        views.replica,
        alike.map(({ id }) => id),
        actor,
      ).filter((row) => !known.has(row.id));
      // Only what is shown is made into rows: checking these takes longer than finding them.
      return [...ofCaller, ...others]
        .filter((row) => row.id !== wanted.exclude)
        .map((row) => ({ row, sameCaller: known.has(row.id), score: scores.get(row.id) ?? 0 }))
        .toSorted((one, other) => Number(other.sameCaller) - Number(one.sameCaller) || other.score - one.score)
        .slice(0, MOST)
        .map(({ row, sameCaller, score }) => ({ ...orderRow(views, row, actor), sameCaller, score }));
    },
    precedents: (views, text, actor) => {
      const asked = JSON.stringify([text, actor]);
      if (last?.asked === asked) return last.found;
      const nearest = index?.nearest(text, PRECEDENTS) ?? [];
      const scores = new Map<string, number>(nearest.map(({ id, score }) => [id, score]));
      const rows = ordersByIds(
        views.replica,
        nearest.map(({ id }) => id),
        actor,
      );
      const found = rows.map((row) => ({
        subjectId: row.subject_id === null ? null : subjectIdSchema.parse(row.subject_id),
        unitId: row.unit_id === null ? null : unitIdSchema.parse(row.unit_id),
        score: scores.get(row.id) ?? 0,
      }));
      last = { asked, found };
      return found;
    },
    restart: () => {
      last = null;
      index = null;
      lastRid = 0;
    },
  };
}
