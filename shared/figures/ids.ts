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

/** What is counted call by call, for the day on which the caller came and no unit. Names are kept as well. */
export const callFigureIdSchema = z.enum(['calls', 'callsAnswered', 'callsSoon', 'callsAbandoned', 'callsRefused']);
export type CallFigureId = z.infer<typeof callFigureIdSchema>;

/** Whatever is counted. */
export const anyFigureIdSchema = z.enum([...figureIdSchema.options, ...callFigureIdSchema.options]);
export type AnyFigureId = z.infer<typeof anyFigureIdSchema>;

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
  'connectedRate',
  'soonRate',
  'abandonedRate',
]);
export type RateId = z.infer<typeof rateIdSchema>;

/** A column of a report. */
export const columnIdSchema = z.enum([...anyFigureIdSchema.options, ...rateIdSchema.options]);
export type ColumnId = z.infer<typeof columnIdSchema>;
