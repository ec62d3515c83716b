import type { CallRef, TelephonyView } from '../../../../shared/domain/call.ts';

/**
 * The call a supplement or an urge belongs to: the one that is being spoken on or has just ended, so that the order
 * shows which call asked for it. Null where there is none: then it is not tied to a call.
 */
export function callOfNow(view: TelephonyView | null): CallRef | null {
  const call = view?.call;
  // A call this side has made counts whether or not it was answered: a 回访 in vain is one too.
  if (!call || (call.answeredAt === null && call.direction === 'inbound')) return null;
  return {
    source: 'exchange',
    callId: call.callId,
    number: call.callerNumber,
    startedAt: call.ringingAt ?? call.queuedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
  };
}
