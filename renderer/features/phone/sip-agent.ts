import type { RTCSession } from 'jssip/lib/RTCSession';
import type { PhoneAccess } from '../../../shared/domain/phone.ts';
import { readInvite } from './invite.ts';
import type { Agent, AgentEvents, Line } from './phone.ts';

/** Registered this often, seconds: keeps the way open through what stands between, and a closed page is soon known. */
const REGISTER_SECONDS = 60;
const RECOVER_SECONDS = { least: 1, most: 8 } as const;
const BUSY = 486;
/** Statuses that new credentials may mend. */
const REFUSED = new Set([401, 403, 404, 407]);

export interface LineSound {
  /** Who is at the other end has begun to be heard. */
  heard(line: Line, connection: RTCPeerConnection, audio: MediaStream): void;
}

/** A SIP user agent in this page, by WebRTC. The library is loaded when the first phone is. */
export async function connectSip(access: PhoneAccess, events: AgentEvents, sound: LineSound): Promise<Agent> {
  const { UA, WebSocketInterface } = await import('jssip');
  const ua = new UA({
    sockets: [new WebSocketInterface(access.wsUrl)],
    uri: access.uri,
    authorization_user: access.user,
    password: access.password,
    register: true,
    register_expires: REGISTER_SECONDS,
    connection_recovery_min_interval: RECOVER_SECONDS.least,
    connection_recovery_max_interval: RECOVER_SECONDS.most,
    session_timers: false,
    user_agent: 'Hotline Desk',
  });
  ua.on('registered', () => events.registered());
  ua.on('unregistered', () => events.lost('network'));
  ua.on('disconnected', () => events.lost('network'));
  ua.on('registrationFailed', ({ response }) => {
    const status = (response as { status_code?: number } | null)?.status_code ?? 0;
    events.lost(REFUSED.has(status) ? 'refused' : 'network');
  });
  ua.on('newRTCSession', (event: { originator: string; session: RTCSession; request: Headers }) => {
    if (event.originator === 'remote') takeLine(event.session, event.request, events, sound);
  });
  return {
    start: () => ua.start(),
    renew(next) {
      ua.set('authorization_user', next.user);
      ua.set('password', next.password);
      if (ua.isConnected()) ua.register();
      else ua.start();
    },
    stop: () => ua.stop(),
  };
}

/** What of a SIP request this needs. */
interface Headers {
  getHeader(name: string): string | undefined;
}

function takeLine(session: RTCSession, request: Headers, events: AgentEvents, sound: LineSound): void {
  const line: Line = {
    invite: readInvite((name) => request.getHeader(name)),
    answer: (microphone) => session.answer({ mediaStream: microphone, pcConfig: { iceServers: [] } }),
    end: () => {
      if (session.isEnded()) return;
      session.terminate(session.isEstablished() ? {} : { status_code: BUSY });
    },
    renegotiate: () => void session.renegotiate(),
    mute: (muted) => {
      if (muted) session.mute({ audio: true });
      else session.unmute({ audio: true });
    },
  };
  session.on('peerconnection', ({ peerconnection }) => {
    peerconnection.addEventListener('track', ({ track, streams: [stream] }) => {
      sound.heard(line, peerconnection, stream ?? new MediaStream([track]));
    });
  });
  session.on('confirmed', () => events.established(line));
  session.on('ended', () => events.ended(line));
  session.on('failed', () => events.ended(line));
  events.invited(line);
}
