import type { CallRef, LiveCall, TelephonyView } from '../../../../shared/domain/call.ts';
import type { DraftEntry } from './draft-state.ts';
import { attemptOf, legOfDial, outcomeOfLeg } from './direct.ts';
import type { DirectAttempt } from '../../../../shared/domain/call.ts';

/** A live call as an order keeps it. */
export function callRefOf(call: LiveCall): CallRef {
  return {
    source: 'exchange',
    callId: call.callId,
    number: call.callerNumber,
    startedAt: call.ringingAt ?? call.queuedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
  };
}

/** True where the operator is in this call now: then it has a draft. */
export function isTaken(call: LiveCall | null): call is LiveCall {
  return call !== null && call.answeredAt !== null && call.state !== 'ended';
}

/** What a view of the exchange changes in a draft; null where nothing. */
export interface CallStep {
  readonly call: CallRef | null;
  readonly attempt: DirectAttempt | null;
}

/** Compares one draft with what the exchange says now: its call's times, and how a dialled unit came out. */
export function stepOf(entry: DraftEntry, view: TelephonyView): CallStep | null {
  const { call } = view;
  if (!call || !isDraftOf(entry, call)) return null;
  const now = callRefOf(call);
  const moved = JSON.stringify(now) !== JSON.stringify(entry.call);
  const { dial } = entry.view;
  const leg = dial ? legOfDial(dial, call) : null;
  const outcome = leg ? outcomeOfLeg(leg) : null;
  const attempt = dial && leg && outcome ? attemptOf(dial, leg, outcome, view.at) : null;
  return moved || attempt ? { call: moved ? now : null, attempt } : null;
}

export function isDraftOf(entry: Pick<DraftEntry, 'call'>, call: LiveCall): boolean {
  return entry.call?.source === 'exchange' && entry.call.callId === call.callId;
}
