import { isRunning, type Order } from '../domain/order.ts';
import { beijingDate, msOf, type Instant } from '../instant.ts';
import type { FigureId } from './ids.ts';

/** What an order adds to a figure, for a day and a unit. */
export interface Contribution {
  readonly figure: FigureId;
  /** Civil date in Beijing that it counts for. */
  readonly day: string;
  /** '' where no unit of ours is concerned. */
  readonly unit: string;
  readonly subject: string;
  readonly n: number;
}

type Part = readonly [figure: FigureId, at: Instant, unit: string | null];

/**
 * Everything an order adds to the figures as it stands. Pure, and the only place that counts: what is kept at the centre
 * is the sum of this over all orders, changed with each of them.
 */
export function contributionsOf(order: Order): Contribution[] {
  const parts: Part[] = [...ofReceipt(order), ...ofHandling(order), ...ofRating(order), ...ofEvents(order)];
  const subject = order.request.subjectId ?? '';
  const summed = new Map<string, Contribution>();
  for (const [figure, at, unitId] of parts) {
    const [day, unit] = [beijingDate(msOf(at)), unitId ?? ''];
    const key = `${figure} ${day} ${unit}`;
    const n = (summed.get(key)?.n ?? 0) + 1;
    summed.set(key, { figure, day, unit, subject, n });
  }
  return [...summed.values()];
}

function ofReceipt({ request, createdAt, unitId, mode, refusal }: Order): Part[] {
  const grievance = request.category === 'complaint' || request.category === 'report';
  const { unitId: accused } = request.accused;
  return [
    ['received', createdAt, unitId],
    ...(mode === 'immediate' || mode === 'direct' ? [['atOnce', createdAt, unitId] as const] : []),
    ...(mode === 'immediate' ? [['answered', createdAt, unitId] as const] : []),
    ...(refusal ? [['refused', createdAt, null] as const] : []),
    ...(grievance ? [['grievances', createdAt, unitId] as const] : []),
    ...(grievance && accused !== null ? [['accused', createdAt, accused] as const] : []),
  ];
}

/** The unit's part: what it got, what it finished and when, what it found. H17, T19, Z11. */
function ofHandling({ state, unitId, deadline, closedAt, life }: Order): Part[] {
  const { dispatchedAt, result } = life;
  if (dispatchedAt === null || unitId === null) return [];
  const right = !life.returns.some(({ decision }) => decision?.agreed);
  const got: Part[] = [
    ['dispatched', dispatchedAt, unitId],
    ...(right ? [['sentRight', dispatchedAt, unitId] as const] : []),
  ];
  if (isRunning(state) || state === 'merged' || state === 'transferred') return got;
  const at = result?.at ?? closedAt;
  if (at === null) return got;
  const once = life.redos.length === 0 && !life.followUps.some(({ rating }) => rating === 'dissatisfied');
  const onTime = deadline === null || msOf(at) < msOf(deadline.due);
  const found = result !== null && result.finding !== 'notApplicable';
  const proven = found && result.finding !== 'unproven';
  return [
    ...got,
    ['finished', at, unitId],
    ...(once ? [['solvedOnce', at, unitId] as const] : []),
    [onTime ? 'finishedOnTime' : 'finishedLate', at, unitId],
    ...(found ? [['checked', at, unitId] as const] : []),
    ...(proven ? [['proven', at, unitId] as const] : []),
  ];
}

/** The caller's latest word. T15, H17. */
function ofRating({ unitId, life }: Order): Part[] {
  const last = life.followUps.findLast(({ rating }) => rating !== null);
  if (!last) return [];
  const good = last.rating === 'satisfied' || last.rating === 'mostlySatisfied';
  const drawn = life.sampled !== null && last.at >= life.sampled.at;
  return [
    ['rated', last.at, unitId],
    ...(good ? [['satisfied', last.at, unitId] as const] : []),
    ...(drawn ? [['sampleRated', last.at, unitId] as const] : []),
    ...(drawn && good ? [['sampleSatisfied', last.at, unitId] as const] : []),
  ];
}

function ofEvents({ unitId, life }: Order): Part[] {
  return [
    ...life.extensions.flatMap(({ decision }): Part[] => (decision?.agreed ? [['extended', decision.at, unitId]] : [])),
    ...life.returns.flatMap((wish): Part[] =>
      wish.decision?.agreed ? [['returned', wish.decision.at, wish.unitId]] : [],
    ),
    ...life.redos.map((redo): Part => ['redone', redo.at, redo.unitId]),
    ...life.supervisions.map(({ at }): Part => ['supervised', at, unitId]),
    ...life.liability.map((note): Part => ['liability', note.at, note.unitId ?? unitId]),
  ];
}
