import type { CallRecord } from '../domain/call.ts';
import { SERVED_SOON_MS } from '../hall/tally.ts';
import { beijingDate, msOf } from '../instant.ts';
import type { CallFigureId } from './ids.ts';

/** What of a call's record counts in the reports: as the hall's tally counts it, once the call has ended. */
export type CountedCall = Pick<CallRecord, 'direction' | 'queuedAt' | 'answeredAt' | 'outcome' | 'unknown'>;

/** What a finished call adds to the figures of the day on which its caller came. Pure, and the only place that counts. */
export function callFiguresOf(call: CountedCall): { readonly day: string; readonly figures: readonly CallFigureId[] } {
  return { day: beijingDate(msOf(call.queuedAt)), figures: figuresOf(call) };
}

function figuresOf({ direction, queuedAt, answeredAt, outcome, unknown }: CountedCall): readonly CallFigureId[] {
  if (direction !== 'inbound' || unknown.includes('outcome')) return [];
  if (outcome === 'refused') return ['callsRefused'];
  if (outcome === 'abandoned') return ['calls', 'callsAbandoned'];
  if (answeredAt === null) return [];
  const soon = msOf(answeredAt) - msOf(queuedAt) <= SERVED_SOON_MS;
  return soon ? ['calls', 'callsAnswered', 'callsSoon'] : ['calls', 'callsAnswered'];
}
