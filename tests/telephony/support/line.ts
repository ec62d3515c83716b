import { header, offerOf, soundOf, tagOf, token, uriOf, type SipMessage } from './sip-message.ts';
import type { Sound } from './sound.ts';

export type LineState = 'dialing' | 'ringing' | 'up' | 'ended';

/** One call as a test's phone has it. */
export interface Line {
  readonly callId: string;
  /** The INVITE that came, where the call came; its headers tell what for. */
  readonly invite: SipMessage | null;
  /** The number that rang here, or that was rung. */
  readonly number: string;
  readonly state: () => LineState;
  /** The status that ended it, or that it was refused with; null while it lives or after a BYE. */
  readonly refusedWith: () => number | null;
  readonly sound: Sound;
  answer(): void;
  refuse(status: number): void;
  hangUp(): void;
  /** Without power: nothing more is sent or answered. */
  vanish(): void;
}

/** What a line needs of the phone it is on. */
export interface Wire {
  readonly host: string;
  readonly port: number;
  readonly exchange: { readonly host: string; readonly port: number };
  send(message: SipMessage): void;
}

export interface Dialog {
  readonly line: Line;
  /** A message of this call has arrived. */
  take(message: SipMessage): void;
}

const REASONS: Readonly<Record<number, string>> = {
  180: 'Ringing',
  200: 'OK',
  404: 'Not Found',
  481: 'No Such Call',
  486: 'Busy Here',
  487: 'Request Terminated',
  603: 'Decline',
};

/** The response to a request: RFC 3261 8.2.6, without what no test needs. */
export function responseTo(
  request: SipMessage,
  status: number,
  more: { readonly tag?: string; readonly extra?: readonly (readonly [string, string])[]; readonly body?: string } = {},
): SipMessage {
  const copied = request.headers.filter(([name]) => /^(via|from|call-id|cseq|record-route)$/i.test(name));
  const to = header(request, 'To');
  return {
    start: `SIP/2.0 ${status} ${REASONS[status] ?? 'Whatever'}`,
    headers: [...copied, ['To', tagOf(to) || !more.tag ? to : `${to};tag=${more.tag}`], ...(more.extra ?? [])],
    body: more.body ?? '',
  };
}

/** A call that came. @param rings whether 180 is said at once */
export function incomingDialog(wire: Wire, invite: SipMessage, number: string, sound: Sound, rings: boolean): Dialog {
  const tag = token();
  const contact = ['Contact', `<sip:${number}@${wire.host}:${wire.port}>`] as const;
  let state: LineState = 'ringing';
  let refusedWith: number | null = null;
  let cseq = 1;
  let gone = false;

  function end(): void {
    state = 'ended';
    sound.close();
  }

  const say = (message: SipMessage): void => {
    if (!gone) wire.send(message);
  };
  const accept = (request: SipMessage): SipMessage =>
    responseTo(request, 200, {
      tag,
      extra: [contact, ['Content-Type', 'application/sdp']],
      body: offerOf(wire.host, sound.port),
    });

  if (rings) say(responseTo(invite, 180, { tag, extra: [contact] }));
  const line: Line = {
    callId: header(invite, 'Call-ID'),
    invite,
    number,
    state: () => state,
    refusedWith: () => refusedWith,
    sound,
    answer() {
      if (state !== 'ringing') return;
      state = 'up';
      const remote = soundOf(invite.body);
      if (remote) sound.open(remote);
      say(accept(invite));
    },
    refuse(status) {
      if (state !== 'ringing') return;
      refusedWith = status;
      say(responseTo(invite, status, { tag }));
      end();
    },
    hangUp() {
      if (state !== 'up') return;
      say({
        start: `BYE ${uriOf(header(invite, 'Contact'))} SIP/2.0`,
        headers: [
          ['Via', `SIP/2.0/UDP ${wire.host}:${wire.port};rport;branch=z9hG4bK${token()}`],
          ['Max-Forwards', '70'],
          ['From', `${header(invite, 'To')};tag=${tag}`],
          ['To', header(invite, 'From')],
          ['Call-ID', header(invite, 'Call-ID')],
          ['CSeq', `${(cseq += 1)} BYE`],
        ],
        body: '',
      });
      end();
    },
    vanish() {
      gone = true;
      sound.close();
    },
  };

  return {
    line,
    take(message) {
      const method = message.start.split(' ')[0];
      if (method === 'BYE') {
        say(responseTo(message, 200));
        end();
      } else if (method === 'CANCEL') {
        say(responseTo(message, 200, { tag }));
        if (state !== 'ringing') return;
        refusedWith = 487;
        say(responseTo(invite, 487, { tag }));
        end();
      } else if (method === 'INVITE' && state === 'up') say(accept(message));
      else if (method === 'UPDATE' || method === 'INFO') say(responseTo(message, 200));
    },
  };
}

/** A call to `number`, from `caller`. */
export function outgoingDialog(wire: Wire, number: string, caller: string, sound: Sound): Dialog {
  const { host, port, exchange } = wire;
  const callId = `${token()}@${host}`;
  const from = `<sip:${caller}@${host}:${port}>;tag=${token()}`;
  const target = `sip:${number}@${exchange.host}:${exchange.port}`;
  const contact = ['Contact', `<sip:${caller}@${host}:${port}>`] as const;
  const branch = `z9hG4bK${token()}`;
  let state: LineState = 'dialing';
  let refusedWith: number | null = null;
  let remoteTo = `<${target}>`;
  let remoteContact = target;
  let gone = false;
  let cancelled = false;

  function request(method: string, uri: string, cseq: number, via: string, body = ''): SipMessage {
    return {
      start: `${method} ${uri} SIP/2.0`,
      headers: [
        ['Via', `SIP/2.0/UDP ${host}:${port};rport;branch=${via}`],
        ['Max-Forwards', '70'],
        ['From', from],
        ['To', remoteTo],
        ['Call-ID', callId],
        ['CSeq', `${cseq} ${method}`],
        contact,
        ...(body ? [['Content-Type', 'application/sdp'] as const] : []),
      ],
      body,
    };
  }

  const say = (message: SipMessage): void => {
    if (!gone) wire.send(message);
  };

  function end(): void {
    state = 'ended';
    sound.close();
  }

  say(request('INVITE', target, 1, branch, offerOf(host, sound.port)));
  const line: Line = {
    callId,
    invite: null,
    number,
    state: () => state,
    refusedWith: () => refusedWith,
    sound,
    answer: () => undefined,
    refuse: () => undefined,
    hangUp() {
      if (state === 'ended') return;
      if (state === 'up') {
        say(request('BYE', remoteContact, 2, `z9hG4bK${token()}`));
        end();
      } else {
        cancelled = true;
        say({ ...request('CANCEL', target, 1, branch) });
      }
    },
    vanish() {
      gone = true;
      sound.close();
    },
  };

  function takeResponse(message: SipMessage, status: number): void {
    if (!header(message, 'CSeq').endsWith('INVITE')) return;
    if (status >= 200) remoteTo = header(message, 'To');
    if (status === 180 || status === 183) {
      if (state === 'dialing') state = 'ringing';
    } else if (status >= 200 && status < 300) {
      remoteContact = uriOf(header(message, 'Contact')) || target;
      say(request('ACK', remoteContact, 1, `z9hG4bK${token()}`));
      if (state === 'up' || state === 'ended') return;
      state = 'up';
      // Answered while the CANCEL was on its way: the caller who hung up says goodbye.
      if (cancelled) return line.hangUp();
      const remote = soundOf(message.body);
      if (remote) sound.open(remote);
    } else if (status >= 300) {
      say(request('ACK', target, 1, branch));
      refusedWith = status;
      if (state !== 'ended') end();
    }
  }

  return {
    line,
    take(message) {
      if (message.start.startsWith('SIP/2.0 ')) return takeResponse(message, Number(message.start.slice(8, 11)));
      const method = message.start.split(' ')[0];
      if (method === 'BYE') {
        say(responseTo(message, 200));
        end();
      } else if (method === 'INVITE') {
        const extra = [contact, ['Content-Type', 'application/sdp']] as const;
        say(responseTo(message, 200, { extra, body: offerOf(host, sound.port) }));
      } else if (method === 'UPDATE' || method === 'INFO') say(responseTo(message, 200));
    },
  };
}
