import { z } from 'zod';
import { writingKeySchema, writingSavedSchema, writingSchema, writingToSaveSchema } from '../domain/writing.ts';
import { procedure } from './base.ts';

/** Half-written forms of the signed-in person, kept on this desk until they are given. */
export const writings = {
  list: procedure.output(z.array(writingSchema)),
  /** Answers after the outbox has committed. Never overwrites what another window has written since. */
  save: procedure.input(writingToSaveSchema).output(writingSavedSchema),
  discard: procedure.input(z.object({ key: writingKeySchema })).output(z.object({})),
};
