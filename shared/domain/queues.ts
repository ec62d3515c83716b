import { z } from 'zod';
import type { Pack } from '../policy/pack.ts';
import { isToBeAsked } from './acts/asking.ts';
import { isRunning, isWithUnit, type Order } from './order.ts';
import { may, type Grants, type Permission } from './people.ts';

/** What somebody has to do: an order lies in as many queues as it waits for people. */
export const queueSchema = z.enum([
  'undispatched',
  'returns',
  'extensions',
  'toSign',
  'inHand',
  'redone',
  'assisting',
  'toReview',
  'toAnswer',
  'supervised',
  'toFollowUp',
  'toClose',
  'toInspect',
  'submitted',
  'reviewing',
  'toArchive',
]);
export type Queue = z.infer<typeof queueSchema>;

/** Whose work a queue is: the centre's own staff's, or that of the unit that has the order (or assists with it). */
export type Side = 'centre' | 'unit';

interface QueueOf {
  /** As its tab says it. */
  readonly name: string;
  /** Whoever holds it, on that side, has the queue. */
  readonly permission: Permission;
  readonly side: Side;
  readonly holds: (order: Order, pack: Course) => boolean;
}

/** What of the city's rules decides where an order waits; null before a desk knows its city. */
export type Course = Pick<Pack, 'followUp'> | null;

/** Every queue, in the order in which an order passes through them. */
export const QUEUES: Readonly<Record<Queue, QueueOf>> = {
  undispatched: {
    name: '待派单',
    permission: 'order.dispatch',
    side: 'centre',
    holds: ({ state }) => state === 'accepted',
  },
  returns: {
    name: '退单待审',
    permission: 'order.dispatch',
    side: 'centre',
    holds: ({ state, life }) => isWithUnit(state) && life.returns.some(({ decision }) => decision === null),
  },
  extensions: {
    name: '延期待批',
    permission: 'order.dispatch',
    side: 'centre',
    holds: ({ state, life }) => isWithUnit(state) && life.extensions.some(({ decision }) => decision === null),
  },
  toSign: { name: '待签收', permission: 'order.handle', side: 'unit', holds: ({ state }) => state === 'dispatched' },
  inHand: { name: '办理中', permission: 'order.handle', side: 'unit', holds: ({ state }) => state === 'handling' },
  redone: { name: '退回重办', permission: 'order.handle', side: 'unit', holds: isRedone },
  assisting: { name: '待协办', permission: 'order.handle', side: 'unit', holds: waitsForAssistants },
  toReview: {
    name: '待审签',
    permission: 'order.sign',
    side: 'unit',
    holds: ({ state }) => state === 'leaderReview',
  },
  toAnswer: { name: '督办待回复', permission: 'order.handle', side: 'unit', holds: waitsForAnswer },
  supervised: {
    name: '督办中',
    permission: 'order.supervise',
    side: 'centre',
    holds: ({ state, life }) => isRunning(state) && life.supervisions.length > 0,
  },
  toFollowUp: { name: '待回访', permission: 'order.followUp', side: 'centre', holds: isToBeAsked },
  // Answered, and nobody is to be asked: the reply itself closes it, where the city has it so.
  toClose: {
    name: '待办结',
    permission: 'order.followUp',
    side: 'centre',
    holds: (order, pack) => order.state === 'replied' && !isToBeAsked(order, pack),
  },
  toInspect: {
    name: '待质检',
    permission: 'order.inspect',
    side: 'centre',
    holds: ({ state }) => state === 'inspecting',
  },
  submitted: {
    name: '待批示',
    permission: 'order.instruct',
    side: 'centre',
    holds: ({ state }) => state === 'submitted',
  },
  reviewing: {
    name: '待复查',
    permission: 'order.review',
    side: 'centre',
    holds: ({ state }) => state === 'reviewing',
  },
  toArchive: { name: '待归档', permission: 'order.followUp', side: 'centre', holds: waitsForArchive },
};

/** The queues of one side that an order lies in as it stands. */
export function queuesOf(order: Order, side: Side, pack: Course): Queue[] {
  return queueSchema.options.filter((queue) => QUEUES[queue].side === side && QUEUES[queue].holds(order, pack));
}

/** The queues that somebody with these grants works on: theirs by permission, and on their side. */
export function queuesFor(person: { grants: Grants }): Queue[] {
  const side: Side = person.grants.units === 'all' ? 'centre' : 'unit';
  return queueSchema.options.filter((queue) => QUEUES[queue].side === side && may(person, QUEUES[queue].permission));
}

/** Sent back to the unit that has it now: another unit that got it since begins anew. */
function isRedone({ state, unitId, life }: Order): boolean {
  return isWithUnit(state) && life.redos.at(-1)?.unitId === unitId;
}

function waitsForAssistants({ state, life }: Order): boolean {
  return isWithUnit(state) && life.assistants.some(({ answer }) => answer === null);
}

function waitsForAnswer({ state, life }: Order): boolean {
  const answerable = isWithUnit(state) || state === 'leaderReview';
  return answerable && life.supervisions.some(({ answer }) => answer === null);
}

/** T14, Z12. What was answered during the call never left the centre: there is nothing to gather from anybody. */
function waitsForArchive(order: Order, pack: Course): boolean {
  if (order.state === 'closed') return order.life.dispatchedAt !== null && !isToBeAsked(order, pack);
  return order.state === 'refused' || order.state === 'transferred' || order.state === 'merged';
}
