import { z } from 'zod';
import { callIdSchema } from '../domain/ids.ts';
import { instantSchema } from '../instant.ts';

const count = z.int().nonnegative();
const ms = z.number().nonnegative();

/** See {@link CallSums} of the tally, where each is defined. */
const sumsSchema = z.object({
  answered: count,
  abandoned: count,
  within15: count,
  answerWaitMs: ms,
  abandonWaitMs: ms,
  longestWaitMs: ms,
  talks: count,
  talkMs: ms,
  wrapUps: count,
  wrapUpMs: ms,
});

const share = z.number().min(0).max(1);

const forecastSchema = z.object({
  /** Where the expected callers come from. */
  basis: z.enum(['median', 'lastHour']),
  /** How much busier today is than such days are. */
  factor: z.number().positive(),
  /** False: too few calls to know how long they take; usual times are assumed. */
  measured: z.boolean(),
  talkSeconds: z.number().nonnegative(),
  wrapUpSeconds: z.number().nonnegative(),
  patienceSeconds: z.number().nonnegative(),
  /** This hour and the following ones. `agents` null: more than any centre has. */
  next: z.array(z.object({ hour: z.int().min(0).max(23), calls: count, agents: count.nullable() })),
  /** How this hour's callers fare with one operator fewer than now, as many, and one more. */
  staffed: z.array(z.object({ agents: count, answered: share, within: share })),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** GB/T 33358-2016: so many of the callers of any 24 hours are connected. */
export const REACHED = 0.95;

/** How many callers are named; the others are counted. */
export const WAITING_SHOWN = 12;

/** The hall in figures: as large for two thousand operators as for none. Sent whole at each change. */
export const hallFiguresSchema = z.object({
  /** The exchange's clock when this was made. */
  at: instantSchema,
  waiting: z.object({
    count,
    longestSince: instantSchema.nullable(),
    /** Longest first; numbers masked. */
    callers: z.array(z.object({ callId: callIdSchema, number: z.string(), since: instantSchema })).max(WAITING_SHOWN),
  }),
  agents: z.object({ signedIn: count, ready: count, speaking: count, wrapUp: count, away: count }),
  /** Callers who came since midnight in Beijing. */
  today: sumsSchema,
  /** In the last 24 hours, by whole minutes: against the 95 % of GB/T 33358. */
  rollingDay: sumsSchema,
  /** In the last 60 minutes. */
  lastHour: sumsSchema,
  /** Today's 24 hours beside the median of the same weekday in the past eight weeks; null: no such day is kept. */
  hours: z.array(z.object({ calls: count, median: z.number().nonnegative().nullable() })).length(24),
  forecast: forecastSchema,
});
export type HallFigures = z.infer<typeof hallFiguresSchema>;
