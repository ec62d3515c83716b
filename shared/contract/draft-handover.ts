import { z } from 'zod';
import { draftSchema } from '../domain/draft.ts';
import { draftParcelSchema, draftsLeftSchema } from '../domain/draft-handover.ts';
import { accountIdSchema, deskIdSchema, draftIdSchema } from '../domain/ids.ts';
import { procedure } from './base.ts';

const done = z.object({});
const one = z.object({ id: z.uuid() });

/** 草稿移交, for whoever may control the hall: the same from the window to its station and from there to the centre. */
export const draftHandover = {
  list: procedure.route({ method: 'GET', path: '/drafts/left' }).output(draftsLeftSchema),
  /** Names who gets a draft. Its desk sends it as soon as its author is not signed in there. */
  order: procedure
    .route({ path: '/drafts/handover' })
    .input(z.object({ deskId: deskIdSchema, draftId: draftIdSchema, from: accountIdSchema, to: accountIdSchema }))
    .output(done),
  /** Somebody else, while nobody has it yet. */
  redirect: procedure
    .route({ path: '/drafts/handover/redirect' })
    .input(one.extend({ to: accountIdSchema }))
    .output(done),
  /** Only before it was sent. */
  cancel: procedure.route({ path: '/drafts/handover/cancel' }).input(one).output(done),
};

/** What desks say and ask besides, by themselves. */
export const centralDraftHandover = {
  ...draftHandover,
  /** In the desk's own name: drafts on it that are to be handed on. */
  asked: procedure
    .route({ path: '/drafts/asked' })
    .output(z.array(one.extend({ draftId: draftIdSchema, from: accountIdSchema }))),
  /**
   * In the desk's own name: the draft itself, or null where it is no more. Said again, it is answered as before.
   * `kept` true: the centre has it, and the desk lets go of its own.
   */
  give: procedure
    .route({ path: '/drafts/give' })
    .input(one.extend({ draft: draftSchema.nullable() }))
    .output(z.object({ kept: z.boolean() })),
  /** Drafts for whoever is signed in; each for the first of their desks that asks. */
  claim: procedure.route({ path: '/drafts/claim' }).output(z.array(draftParcelSchema)),
  /**
   * They are on the desk's disk: the centre forgets what they say. Said again, it is answered as before.
   * `elsewhere`: went to somebody else or to another desk meanwhile; all others belong to `to`, who is signed in.
   */
  taken: procedure
    .route({ path: '/drafts/taken' })
    .input(z.object({ ids: z.array(z.uuid()).max(500) }))
    .output(z.object({ to: accountIdSchema, elsewhere: z.array(z.uuid()) })),
};
