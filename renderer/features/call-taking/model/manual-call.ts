import type { CallRef } from '../../../../shared/domain/call.ts';
import { instant, msOf } from '../../../../shared/instant.ts';
import { ERRORS } from '../text.ts';
import type { FieldErrors } from './fields.ts';

export type ManualCall = Extract<CallRef, { source: 'manual' }>;

/** A 补录 as it begins: the operator corrects the times to the real ones. */
export function newManualCall(nowMs: number, number = ''): ManualCall {
  return { source: 'manual', number, startedAt: instant(nowMs), endedAt: null, reason: '' };
}

/** What is wrong with a call entered by hand, in words that say how to mend it. `endedAt` null: still talking. */
export function manualCallErrors(call: ManualCall, nowMs: number): FieldErrors {
  const started = msOf(call.startedAt);
  const ended = call.endedAt === null ? null : msOf(call.endedAt);
  return {
    ...(/^\+?[\d-]{3,30}$/.test(call.number.trim()) ? {} : { callNumber: ERRORS.callNumber }),
    ...(started > nowMs ? { callStart: ERRORS.callStart } : {}),
    ...endError(started, ended, nowMs),
    ...(call.reason.trim() ? {} : { callReason: ERRORS.callReason }),
  };
}

function endError(started: number, ended: number | null, nowMs: number): FieldErrors {
  if (ended === null) return {};
  if (ended > nowMs) return { callEnd: ERRORS.callEndFuture };
  return ended <= started ? { callEnd: ERRORS.callEndOrder } : {};
}
