import { readNotices } from '../../db/desk/outbox/read-notices.ts';
import { findNotice, noticesFor } from '../../db/desk/replica/notices.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { ShownNotice } from '../../shared/contract/desk-notices.ts';
import type { Actor } from '../../shared/domain/people.ts';

/** What somebody has been told, newest first, and how much of all of it they have not read at this desk. */
export function noticePage(
  { outbox, replica }: { outbox: ReadableDb; replica: ReadableDb },
  wanted: { unreadOnly: boolean; limit: number },
  actor: Actor,
): { notices: ShownNotice[]; unread: number } {
  const ids = noticesFor(replica, actor);
  const read = readNotices(outbox, actor.accountId);
  const unread = ids.filter((id) => !read.has(id));
  const shown = (wanted.unreadOnly ? unread : ids).slice(0, wanted.limit);
  const notices = shown.flatMap((id): ShownNotice[] => {
    const notice = findNotice(replica, id);
    return notice ? [{ ...notice, read: read.has(id) }] : [];
  });
  return { notices, unread: unread.length };
}
