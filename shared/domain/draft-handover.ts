import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { draftSchema } from './draft.ts';
import { accountIdSchema, deskIdSchema, draftIdSchema } from './ids.ts';
import { authorSchema } from './people.ts';

/** Drafts a desk tells of for one person; whoever has more has them told of as these are dealt with. */
export const MOST_TOLD = 50;

/** A draft left open, as the centre knows of it: by its number, never by what it says. */
export const openDraftSchema = z.object({ id: draftIdSchema, number: z.string().max(40), openedAt: instantSchema });
export type OpenDraft = z.infer<typeof openDraftSchema>;

/**
 * asked: whose desk has still to send it. given: at the centre, for the other's desk to fetch. taken: a draft of
 * theirs. gone: its author had dealt with it before. refused: says more than the other may see; it stays where it was.
 * cancelled: taken back before it was sent.
 */
export const draftHandoverStateSchema = z.enum(['asked', 'given', 'taken', 'gone', 'refused', 'cancelled']);
export type DraftHandoverState = z.infer<typeof draftHandoverStateSchema>;

/** A supervisor's word that a draft of one operator becomes another's. */
export const draftHandoverSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  from: authorSchema,
  to: authorSchema,
  by: authorSchema,
  at: instantSchema,
  state: draftHandoverStateSchema,
  /** Since when the state is what it is. */
  since: instantSchema,
});
export type DraftHandover = z.infer<typeof draftHandoverSchema>;

/** What a supervisor sees of drafts left open, and of those handed on. */
export const draftsLeftSchema = z.object({
  /** Nobody has been named for these yet. */
  open: z.array(
    openDraftSchema.extend({ person: authorSchema, deskId: deskIdSchema, deskName: z.string(), toldAt: instantSchema }),
  ),
  /** Those on their way, and the others of the last day; newest first. */
  handed: z.array(draftHandoverSchema),
  /** Who may be named. */
  colleagues: z.array(authorSchema),
});
export type DraftsLeft = z.infer<typeof draftsLeftSchema>;

/** A draft as it travels. */
export const draftParcelSchema = z.object({ id: z.uuid(), to: accountIdSchema, draft: draftSchema });
export type DraftParcel = z.infer<typeof draftParcelSchema>;
