import { liveLeg } from '../call-model.ts';
import type { ExchangeCall } from '../port.ts';
import type { Floor } from './floor.ts';
import type { Method } from './link.ts';
import type { Session } from './session.ts';

/**
 * Whoever waits in our hands is taken back by the dialplan when we have not spoken for them for so long: it sets the
 * same limit before it hands them over (extensions.conf, HOTLINE_GUARD). So a service that freezes with all its
 * connections open, is killed, or has lost its link keeps nobody in music; whoever talks is left alone.
 */
export const GUARD_SECONDS = 12;
const RENEW_MS = 4000;

/** Sets or takes off the limit where the call has begun or ceased to wait. */
export function guard(tell: (method: Method, uri: string) => void, session: Session, call: ExchangeCall): void {
  if (call.direction === 'outbound' || call.state === 'ended') return;
  const waits = isWaiting(call);
  const channel = callersLine(session, call);
  if (channel === undefined || session.guarded === waits) return;
  session.guarded = waits;
  tell('POST', limit(channel, waits ? GUARD_SECONDS : 0));
}

/** Renews the limit of all who wait for as long as this service works. @returns stops */
export function renewGuards(floor: Floor): () => void {
  const timer = setInterval(() => {
    if (!floor.up || !floor.link.isUp()) return;
    for (const session of floor.sessions.values()) {
      const channel = callersLine(session, session.call);
      if (session.guarded && isWaiting(session.call) && channel !== undefined)
        floor.quiet('POST', limit(channel, GUARD_SECONDS)).catch(() => undefined);
    }
  }, RENEW_MS);
  return () => clearInterval(timer);
}

/** In the queue, or about to be answered. */
export function isWaiting({ state }: ExchangeCall): boolean {
  return state === 'queued' || state === 'ringing';
}

function callersLine(session: Session, call: ExchangeCall): string | undefined {
  const caller = liveLeg(call, 'caller');
  return caller && session.channels.get(caller.legId);
}

function limit(channel: string, seconds: number): string {
  return `channels/${channel}/variable?variable=TIMEOUT(absolute)&value=${seconds}`;
}
