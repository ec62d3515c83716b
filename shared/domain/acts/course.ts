import type { Pack } from '../../policy/pack.ts';
import type { Channel } from '../channel.ts';
import type { Assistant, CallerReply, ExtensionRequest, FollowUp, Life, Redo, ReturnRequest } from '../life.ts';
import type { Order, OrderState } from '../order.ts';
import { stampOf, type OrderDecision } from '../outcome.ts';

/** Tries after which a caller counts as out of reach; the texts name no number. */
export const TRIES = 3;

/** What belongs to this turn: see `Life.earlier`. */
export function thisTurn({ life }: Pick<Order, 'life'>): {
  readonly extensions: readonly ExtensionRequest[];
  readonly replies: readonly CallerReply[];
  readonly followUps: readonly FollowUp[];
  readonly reviews: Life['reviews'];
  readonly progress: Life['progress'];
} {
  return {
    extensions: life.extensions.slice(life.earlier.extensions),
    replies: life.replies.slice(life.earlier.replies),
    followUps: life.followUps.slice(life.earlier.followUps),
    reviews: life.reviews.slice(life.earlier.reviews),
    progress: life.progress.slice(life.earlier.progress),
  };
}

/** Where a turn begins: with nothing of what was there before. */
export function newTurn({ extensions, replies, followUps, reviews, progress }: Life): Life['earlier'] {
  return {
    extensions: extensions.length,
    replies: replies.length,
    followUps: followUps.length,
    reviews: reviews.length,
    progress: progress.length,
  };
}

/** The units that the centre named to assist: whom a unit asks by itself is none of them, and moves no limit. T11, J11. */
export function namedAssistants({ assistants }: Pick<Life, 'assistants'>): readonly Assistant[] {
  return assistants.filter(({ askedBy }) => !askedBy);
}

/** How many units handle it, for the limits that ask for their number. */
export function unitsHandling(life: Pick<Life, 'assistants'>): number {
  return 1 + namedAssistants(life).length;
}

/** The return that waits for the centre's word. */
export function openReturn({ life }: Pick<Order, 'life'>): ReturnRequest | null {
  return life.returns.find(({ decision }) => decision === null) ?? null;
}

/** The extension that waits for the centre's word. */
export function openExtension({ life }: Pick<Order, 'life'>): ExtensionRequest | null {
  return life.extensions.find(({ decision }) => decision === null) ?? null;
}

/** Open wishes fall with what they were about; their end is recorded like any other. */
export function wishesDropped(decision: OrderDecision, reason: string): Pick<Life, 'returns' | 'extensions'> {
  const { life } = decision.order;
  const said = { ...stampOf(decision), agreed: false, reason };
  return {
    returns: life.returns.map((wish) => (wish.decision ? wish : { ...wish, decision: said })),
    extensions: life.extensions.map((wish) => (wish.decision ? wish : { ...wish, decision: { ...said, days: null } })),
  };
}

/** A channel the text does not name is taken for the one the pack says. */
export function channelAtHome(pack: Pack, { request }: Pick<Order, 'request'>): Channel {
  return pack.channelAliases[request.channel] ?? request.channel;
}

/** The unit's leader reads the report before it counts. H5, T12, Z9. */
export function needsLeader(pack: Pack, order: Pick<Order, 'request'>): boolean {
  const { leaderReview } = pack;
  return leaderReview?.required === true && isAmong(leaderReview.channels, channelAtHome(pack, order));
}

/** The reply goes out only once it has passed the check. H5. */
export function needsInspection(pack: Pack, order: Pick<Order, 'request'>): boolean {
  const { inspection } = pack;
  return inspection?.required === true && isAmong(inspection.channels, channelAtHome(pack, order));
}

/** Where a report goes next. */
export function afterReport(pack: Pack, order: Pick<Order, 'request'>): OrderState {
  return needsLeader(pack, order) ? 'leaderReview' : afterLeader(pack, order);
}

/** Where a report goes that the leader has read. */
export function afterLeader(pack: Pack, order: Pick<Order, 'request'>): OrderState {
  return needsInspection(pack, order) ? 'inspecting' : 'replied';
}

function isAmong(channels: readonly Channel[], channel: Channel): boolean {
  return channels.length === 0 || channels.includes(channel);
}

/** Sent back within the turn: the limit runs on, and the reason stays. */
export function backInTurn(
  decision: OrderDecision,
  source: Redo['source'],
  reason: string,
): { readonly order: Partial<Order>; readonly life: Partial<Life> } {
  const { unitId, life } = decision.order;
  const redos = unitId === null ? life.redos : [...life.redos, { ...stampOf(decision), source, unitId, reason }];
  return { order: { state: 'handling' }, life: { redos } };
}
