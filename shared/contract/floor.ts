import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { callIdSchema } from '../domain/ids.ts';
import { floorCommandSchema, floorSchema, helpSchema, sharedDraftSchema } from '../domain/floor.ts';
import { procedure } from './base.ts';

/** 班长台 and 求助: the same from the window to its station and from the station to the centre. */
export const floor = {
  /** The room as it is, first at once and then at each change, at most once a second. For whoever may view the hall. */
  watch: procedure.output(eventIterator(floorSchema)),
  /** Those who ask for a supervisor, whole at each change. For whoever may control the hall. */
  helps: procedure.output(eventIterator(z.array(helpSchema))),
  /** Each is written into the audit log before it is done. For whoever may control the hall. */
  command: procedure.route({ path: '/floor/command' }).input(floorCommandSchema).output(z.object({})),
  /** What the asking operator has written so far; kept only as long as the 求助 is open. */
  share: procedure
    .route({ path: '/floor/share' })
    .input(z.object({ callId: callIdSchema, draft: sharedDraftSchema.nullable() }))
    .output(z.object({})),
};
