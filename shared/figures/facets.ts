import { z } from 'zod';
import { channelSchema, type Channel } from '../domain/channel.ts';
import { ratingSchema } from '../domain/life.ts';
import { categorySchema, isRunning, modeSchema, type Category, type Mode, type Order } from '../domain/order.ts';
import { unitIdSchema } from '../domain/ids.ts';
import { msOf } from '../instant.ts';

/** How an order has ended, or that it has not. */
export const endingSchema = z.enum(['open', 'atOnce', 'onTime', 'late', 'refused', 'elsewhere']);
export type Ending = z.infer<typeof endingSchema>;

/** What the caller said last; `none`: nothing yet. */
export const verdictSchema = z.enum([...ratingSchema.options, 'none']);
export type Verdict = z.infer<typeof verdictSchema>;

/** By what the orders behind figures are told apart, beside unit, subject and day. */
export interface Facets {
  readonly category: Category;
  readonly channel: Channel;
  readonly mode: Mode;
  readonly urgent: boolean;
  readonly ending: Ending;
  readonly verdict: Verdict;
}

/** Pure, as {@link contributionsOf}: kept at the centre for each order and changed with it. */
export function facetsOf(order: Order): Facets {
  const { request, mode, life } = order;
  const { category, channel, urgent } = request;
  const last = life.followUps.findLast(({ rating }) => rating !== null);
  return { category, channel, mode, urgent, ending: endingOf(order), verdict: last?.rating ?? 'none' };
}

function endingOf({ state, mode, life, closedAt, deadline }: Order): Ending {
  if (state === 'merged' || state === 'transferred') return 'elsewhere';
  if (mode === 'refusal' || state === 'refused') return 'refused';
  if (isRunning(state)) return 'open';
  if (mode === 'immediate' || mode === 'direct') return 'atOnce';
  const at = life.result?.at ?? closedAt;
  return at === null || deadline === null || msOf(at) < msOf(deadline.due) ? 'onTime' : 'late';
}

/** What a report is narrowed to; an empty list or null: not narrowed. All of it must hold. */
export const filterSchema = z.object({
  categories: z.array(categorySchema),
  channels: z.array(channelSchema),
  modes: z.array(modeSchema),
  endings: z.array(endingSchema),
  verdicts: z.array(verdictSchema),
  urgent: z.boolean().nullable(),
  /** A node of the subject tree with all below it: names from the root. */
  subject: z.array(z.string().max(100)).max(3),
  /** With all below it. */
  unit: unitIdSchema.nullable(),
  /** Words that stand in 诉求内容. */
  words: z.string().trim().max(40),
});
export type Filter = z.infer<typeof filterSchema>;

export const NO_FILTER: Filter = {
  categories: [],
  channels: [],
  modes: [],
  endings: [],
  verdicts: [],
  urgent: null,
  subject: [],
  unit: null,
  words: '',
};

/** Narrowed at all. */
export function narrows(filter: Filter): boolean {
  return filter.subject.length > 0 || filter.unit !== null || needsCounting(filter);
}

/** By more than the sums know, which are kept by unit, subject and day: such figures are counted order by order. */
export function needsCounting({ categories, channels, modes, endings, verdicts, urgent, words }: Filter): boolean {
  const listed = [categories, channels, modes, endings, verdicts].some((each) => each.length > 0);
  return listed || urgent !== null || words !== '';
}
