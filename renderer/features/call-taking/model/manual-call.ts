import type { CallRef } from '../../../../shared/domain/call.ts';
import { instant, msOf } from '../../../../shared/instant.ts';
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
    ...(/^\+?[\d-]{3,30}$/.test(call.number.trim()) ? {} : { callNumber: '请填写来电号码，3 至 30 位数字' }),
    ...(started > nowMs ? { callStart: '开始时间不能晚于现在' } : {}),
    ...endError(started, ended, nowMs),
    ...(call.reason.trim() ? {} : { callReason: '请说明为什么补录，例如“断网期间接听”' }),
  };
}

function endError(started: number, ended: number | null, nowMs: number): FieldErrors {
  if (ended === null) return {};
  if (ended > nowMs) return { callEnd: '结束时间不能晚于现在' };
  return ended <= started ? { callEnd: '结束时间须晚于开始时间' } : {};
}
