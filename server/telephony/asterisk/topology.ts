import { liveLeg } from '../call-model.ts';
import type { ExchangeCall, ExchangeLeg } from '../port.ts';

/** Where a line stands and what it hears when nobody speaks to it. */
export interface Place {
  /** `main`: with the caller, recorded. `side`: operator and unit while the caller waits. Null: alone. */
  readonly bridge: 'main' | 'side' | null;
  /** What the exchange plays to it; null: nothing, others are heard. */
  readonly hears: 'music' | 'silence' | 'ringing' | null;
}

const WITH_OTHERS: Place = { bridge: 'main', hears: null };
const ASIDE: Place = { bridge: 'side', hears: null };
/** A line that gets no sound at all is taken for dead by phones: silence is sent. */
const QUIET: Place = { bridge: null, hears: 'silence' };
const WAITING: Place = { bridge: null, hears: 'music' };

/**
 * Who hears whom, for a call as it is: one place for each answered line. The exchange is brought to this after every
 * change, and after a lost link, whatever it was like before.
 *
 * Who waits stays in the main bridge and gets music there: an emptied bridge loses its recording for good, and music
 * given inside a bridge leaves the others hearing them, so everybody else is taken out of it instead.
 */
export function topology(call: ExchangeCall): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  if (call.state === 'ended') return places;
  for (const leg of call.legs) {
    const open = leg.state !== 'left' && leg.state !== 'failed';
    if (open && leg.answeredAt !== null) places.set(leg.legId, placeOf(call, leg));
  }
  return places;
}

function placeOf(call: ExchangeCall, leg: ExchangeLeg): Place {
  if (leg.party === 'agent') return agentPlace(call);
  if (leg.party === 'unit') return unitPlace(call);
  return callerPlace(call);
}

function callerPlace(call: ExchangeCall): Place {
  if (call.answeredAt === null) return WAITING;
  const waits =
    call.state === 'queued' ||
    call.state === 'ringing' ||
    call.state === 'held' ||
    (call.state === 'consulting' && call.consultWith === 'unit');
  return waits ? { bridge: 'main', hears: 'music' } : WITH_OTHERS;
}

function agentPlace(call: ExchangeCall): Place {
  const alone = others(call);
  if (alone) return alone;
  if (call.state === 'held') return QUIET;
  if (call.state === 'consulting' && call.consultWith === 'unit') return ASIDE;
  return WITH_OTHERS;
}

/** While the one the operator wants to speak with is still being rung. */
function others(call: ExchangeCall): Place | null {
  const rung =
    call.state === 'consulting' && call.consultWith === 'unit' ? liveLeg(call, 'unit') : liveLeg(call, 'caller');
  if (!rung || rung.answeredAt !== null) return null;
  return rung.state === 'ringing' ? { bridge: null, hears: 'ringing' } : QUIET;
}

function unitPlace(call: ExchangeCall): Place {
  if (call.state !== 'consulting' || !liveLeg(call, 'caller')) return WITH_OTHERS;
  return call.consultWith === 'unit' ? ASIDE : { bridge: 'side', hears: 'music' };
}
