import { z } from 'zod';

/** What is counted, order by order. Names are kept: rows at the centre bear them. */
export const figureIdSchema = z.enum([
  'received',
  'atOnce',
  'answered',
  'refused',
  'grievances',
  'accused',
  'dispatched',
  'sentRight',
  'finished',
  'finishedOnTime',
  'finishedLate',
  'solvedOnce',
  'rated',
  'satisfied',
  'sampleRated',
  'sampleSatisfied',
  'checked',
  'proven',
  'extended',
  'returned',
  'redone',
  'supervised',
  'liability',
]);
export type FigureId = z.infer<typeof figureIdSchema>;

/** One figure by another. */
export const rateIdSchema = z.enum([
  'atOnceRate',
  'answeredRate',
  'accusedRate',
  'sentRightRate',
  'returnRate',
  'onTimeRate',
  'solvedOnceRate',
  'satisfiedRate',
  'sampleSatisfiedRate',
  'provenRate',
]);
export type RateId = z.infer<typeof rateIdSchema>;

/** A column of a report. */
export const columnIdSchema = z.enum([...figureIdSchema.options, ...rateIdSchema.options]);
export type ColumnId = z.infer<typeof columnIdSchema>;
