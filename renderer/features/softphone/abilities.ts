import type { Leg, LiveCall, TelephonyView } from '../../../shared/domain/call.ts';
import { WHY } from './text.ts';

export type CallControl =
  | 'answer'
  | 'mute'
  | 'hold'
  | 'consult'
  | 'toggle'
  | 'cancelConsult'
  | 'conference'
  | 'transfer'
  | 'help'
  | 'pauseRecording'
  | 'hangUp';

export type AgentControl = 'dial' | 'signIn' | 'signOut' | 'ready' | 'busy' | 'rest' | 'extendWrapUp';

/** Null: it can be used. Otherwise why not, in words for the tooltip. */
export type Hindrance = string | null;

/** The party's line that is still open. */
export function openLeg(call: LiveCall, party: Leg['party']): Leg | null {
  return call.legs.findLast((leg) => leg.party === party && leg.state !== 'left' && leg.state !== 'failed') ?? null;
}

/** The call while it lives: not the one that ended and is being written up. */
export function livingCall(view: TelephonyView | null): LiveCall | null {
  return view?.call && view.call.state !== 'ended' ? view.call : null;
}

/** What the bar may offer for the call; the exchange decides again when it is asked. */
export function callHindrance(view: TelephonyView | null, control: CallControl): Hindrance {
  if (!view) return WHY.noExchange;
  if (view.agent.state === 'signedOut') return WHY.notSignedIn;
  const call = livingCall(view);
  if (control === 'answer') return call?.state === 'ringing' ? null : WHY.noRinging;
  if (!call) return WHY.noCall;
  if (control === 'hangUp') return null;
  if (call.state === 'ringing') return WHY.ringing;
  if (control === 'help') return null;
  if (control === 'pauseRecording') return call.recording === 'off' ? WHY.notRecorded : null;
  const unit = openLeg(call, 'unit');
  const caller = openLeg(call, 'caller');
  const callerHere = caller !== null;
  if (caller && caller.answeredAt === null && control !== 'mute') return WHY.notAnswered;
  switch (control) {
    case 'mute':
      return null;
    case 'hold':
      if (call.state === 'consulting') return WHY.consulting;
      if (call.state === 'conference') return WHY.inConference;
      return callerHere ? null : WHY.callerGone;
    case 'consult':
      if (unit) return WHY.unitPresent;
      return callerHere ? null : WHY.callerGone;
    case 'transfer':
      if (!callerHere) return WHY.callerGone;
      return unit && !unit.answeredAt ? WHY.unitNotAnswered : null;
    case 'conference':
    case 'toggle':
      if (call.state === 'conference') return WHY.inConference;
      if (!unit) return WHY.consultFirst;
      if (!callerHere) return WHY.callerGone;
      return unit.answeredAt ? null : WHY.unitNotAnswered;
    case 'cancelConsult':
      return call.state === 'consulting' ? null : WHY.consultFirst;
  }
}

/** What the state menu may offer. */
export function agentHindrance(view: TelephonyView | null, control: AgentControl): Hindrance {
  if (!view) return WHY.noExchange;
  const { state } = view.agent;
  if (control === 'signIn') return state === 'signedOut' ? null : WHY.busyAlready;
  if (state === 'signedOut') return WHY.notSignedIn;
  if (state === 'ringing' || state === 'talking') return WHY.inCall;
  if (control === 'dial') return null;
  if (control === 'extendWrapUp') return state === 'wrapUp' ? null : WHY.notWrapUp;
  return control === state ? WHY.busyAlready : null;
}
