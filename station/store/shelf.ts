import { readShelf } from '../../db/desk/outbox/shelf.ts';
import { findArticle } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { Hit } from '../../shared/contract/knowledge-search.ts';
import type { AccountId, ArticleId, UnitId } from '../../shared/domain/ids.ts';
import { hitOf } from '../knowledge/hit.ts';

/** As many as are seen without scrolling far. */
const RECENT_SHOWN = 15;
const NOTHING_ASKED: ReadonlyMap<string, number> = new Map();

/** What somebody has at hand, as a list shows it. What has been taken down since is left out, and comes back with it. */
export function shelfFor(
  { outbox, replica }: { readonly outbox: ReadableDb; readonly replica: ReadableDb },
  account: AccountId,
  unitName: (id: UnitId) => string | null,
): { pinned: Hit[]; recent: Hit[] } {
  const { pinned, recent } = readShelf(outbox, account);
  const hits = (ids: readonly ArticleId[]): Hit[] =>
    ids.flatMap((id) => {
      const article = findArticle(replica, id);
      const read = article?.state === 'published' || article?.state === 'expired';
      return article && read ? [hitOf(article, { unitName, phrases: NOTHING_ASKED, score: 0 })] : [];
    });
  const others = recent.filter((id) => !pinned.includes(id));
  return { pinned: hits(pinned), recent: hits(others).slice(0, RECENT_SHOWN) };
}
