import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { failureSchema } from '../failure.ts';
import { linesSchema, sheetHeadSchema } from '../sheet/sheet.ts';
import { resultsQuerySchema } from '../domain/scoring/results.ts';
import { procedure } from './base.ts';
import { exportInput } from './reports.ts';

export const fileFormatSchema = z.enum(['xlsx', 'pdf', 'csv']);
export type FileFormat = z.infer<typeof fileFormatSchema>;

/** Results of scoring, for whoever scores or decides. */
const scoresInput = z.object({ what: z.literal('scores'), query: resultsQuerySchema });

const wantedInput = z.object({
  asked: z.discriminatedUnion('what', [...exportInput.options, scoresInput]),
  format: fileFormatSchema,
});
export type ExportWanted = z.infer<typeof wantedInput>;

/** A table on its way to a desk: its head with how many lines are to be read, then its lines. */
const sheetPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head'), head: sheetHeadSchema, expected: z.int().nonnegative() }),
  /** `read`: of those that were expected, also such as are not for whoever asks. */
  z.object({ kind: z.literal('lines'), lines: linesSchema, read: z.int().nonnegative() }),
]);
export type SheetPart = z.infer<typeof sheetPartSchema>;

/** How far an export is, and at its end the file. */
const filePartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reading'), read: z.int().nonnegative(), expected: z.int().nonnegative() }),
  z.object({ kind: z.literal('writing') }),
  z.object({ kind: z.literal('file'), name: z.string(), bytes: z.int().nonnegative() }),
  /** The file's bytes, piece after piece. */
  z.object({ kind: z.literal('piece'), base64: z.string() }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type FilePart = z.infer<typeof filePartSchema>;

/** From the centre: what the desk makes a file of. Personal data is masked there, and it is in the audit log before it goes. */
export const centralExports = {
  sheet: procedure.route({ path: '/exports/sheet' }).input(wantedInput).output(eventIterator(sheetPartSchema)),
};

/** From the desk: the file. Whoever stops listening has given it up. */
export const deskExports = {
  file: procedure.input(wantedInput).output(eventIterator(filePartSchema)),
};
