import { z } from 'zod';
import { noticeSchema } from '../domain/notice.ts';
import { procedure } from './base.ts';

/** A notice as the bell shows it: read by this person at this desk or not. */
const shownNoticeSchema = noticeSchema.extend({ read: z.boolean() });
export type ShownNotice = z.infer<typeof shownNoticeSchema>;

/** What the centre has told the signed-in person. */
export const notices = {
  /** Newest first, as far back as they are kept, with how much of all of it has not been read. */
  list: procedure
    .input(z.object({ unreadOnly: z.boolean(), limit: z.int().min(1).max(500) }))
    .output(z.object({ notices: z.array(shownNoticeSchema), unread: z.int().nonnegative() })),
  /** Marks as read; `all`: whatever there is of theirs now. */
  read: procedure
    .input(z.union([z.object({ ids: z.array(z.uuid()).max(500) }), z.object({ all: z.literal(true) })]))
    .output(z.object({})),
};
