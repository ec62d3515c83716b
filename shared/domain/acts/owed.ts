import { failure, type Failure } from '../../failure.ts';
import { citationOf } from '../../policy/citation.ts';
import type { Pack } from '../../policy/pack.ts';
import type { CallerReply, ContactHow } from '../life.ts';
import type { Order } from '../order.ts';
import { channelAtHome, needsInspection, thisTurn, TRIES } from './course.ts';

type Written = Pack['reply']['written'][number];

/**
 * What the caller is still owed before the order may close: an answer at all, through the channel they used (J9), in
 * writing (J4, J7, J8, H14). Nothing where they want none or can't be reached.
 */
export function replyOwed(pack: Pack, order: Order): Failure | null {
  const { replies } = thisTurn(order);
  if (order.request.replyBy === 'none' || isOutOfReach(replies)) return null;
  const told = replies.filter(({ reached }) => reached);
  // Where replies pass a check (H5), passing it is what sends them out.
  if (told.length === 0 && !needsInspection(pack, order))
    return failure('REPLY_FIRST', { article: citationOf(pack, 'replyCaller')?.article ?? null });
  return originalChannelOwed(pack, order, told) ?? writtenOwed(pack, order, told);
}

/** Where the text has the caller told before the centre (T12, H8), a report has to wait for that. */
export function callerFirstOwed(pack: Pack, order: Order): Failure | null {
  if (pack.reply.order !== 'callerFirst' || order.request.replyBy === 'none' || needsInspection(pack, order))
    return null;
  const { replies } = thisTurn(order);
  if (replies.some(({ reached }) => reached) || isOutOfReach(replies)) return null;
  return failure('CALLER_FIRST', { article: pack.reply.orderCited?.article ?? null });
}

function isOutOfReach(replies: readonly CallerReply[]): boolean {
  return replies.length >= TRIES && replies.every(({ reached }) => !reached);
}

function originalChannelOwed({ reply }: Pack, { request }: Order, told: readonly CallerReply[]): Failure | null {
  const rule = reply.originalChannel;
  if (!rule?.channels.includes(request.channel)) return null;
  const fits: readonly ContactHow[] = request.channel === 'sms' ? ['sms', 'online'] : ['online'];
  return told.some(({ how }) => fits.includes(how)) ? null : failure('ORIGINAL_CHANNEL', { article: rule.article });
}

function writtenOwed(pack: Pack, order: Order, told: readonly CallerReply[]): Failure | null {
  const rule = pack.reply.written.find((candidate) => asksFor(candidate, pack, order));
  if (!rule || told.some(({ how }) => how === 'written')) return null;
  return failure('WRITTEN_REPLY', { article: rule.article });
}

function asksFor({ channels, when }: Written, pack: Pack, order: Order): boolean {
  if (channels.length > 0 && !channels.includes(channelAtHome(pack, order))) return false;
  switch (when) {
    case 'always':
      return true;
    case 'complex':
      return order.life.complexity !== 'clear';
    case 'onRequest':
      return order.request.replyBy === 'written';
  }
}
