import { createSocket } from 'node:dgram';
import { incomingDialog, outgoingDialog, responseTo, type Dialog, type Line, type Wire } from './line.ts';
import {
  digest,
  formatSip,
  header,
  methodOf,
  parseSip,
  statusOf,
  tagOf,
  token,
  userOf,
  type SipMessage,
} from './sip-message.ts';
import { openSound } from './sound.ts';

/** A test's telephone, or the whole public network behind the exchange's line: any number rings here. */
export interface Phone {
  /** Rings a number of the exchange. */
  call(number: string, from: string): Promise<Line>;
  /** Makes itself known to the exchange, as a desk phone does. @param seconds 0: takes it back */
  register(seconds?: number): Promise<void>;
  /** What happens when this phone is rung; until set, it rings and nobody answers. */
  onRing(then: (line: Line) => void): void;
  /** Every call there was, in order. */
  lines(): readonly Line[];
  /** Without power. */
  vanish(): void;
  close(): void;
}

export interface PhoneOptions {
  readonly host: string;
  /** 0: any. */
  readonly port: number;
  readonly exchange: { readonly host: string; readonly port: number };
  readonly account?: { readonly user: string; readonly password: string };
  /** Whether a number says that it rings; one that is busy or does not exist must not. All do where not given. */
  readonly rings?: (number: string) => boolean;
}

const REGISTER_LIMIT_MS = 5000;

export async function openPhone({ host, port, exchange, account, rings = () => true }: PhoneOptions): Promise<Phone> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => {
    socket.bind(port, host, resolve);
  });
  const own = socket.address().port;
  const dialogs = new Map<string, Dialog>();
  const lines: Line[] = [];
  let ring: (line: Line) => void = () => undefined;
  let dead = false;
  let registering: ((message: SipMessage) => void) | null = null;
  let registerCount = 0;
  const registrationId = `${token()}@${host}`;

  const wire: Wire = {
    host,
    port: own,
    exchange,
    send(message) {
      if (!dead) socket.send(formatSip(message), exchange.port, exchange.host);
    },
  };

  function keep(dialog: Dialog): Line {
    dialogs.set(dialog.line.callId, dialog);
    lines.push(dialog.line);
    return dialog.line;
  }

  async function rung(invite: SipMessage): Promise<void> {
    const number = userOf(invite.start.split(' ')[1] ?? '');
    // Claimed before the first wait: a repeated INVITE must not make a second call.
    const callId = header(invite, 'Call-ID');
    claimed.add(callId);
    const sound = await openSound(host);
    if (dead) return sound.close();
    ring(keep(incomingDialog(wire, invite, number, sound, rings(number))));
  }

  const claimed = new Set<string>();

  socket.on('message', (datagram) => {
    if (dead) return;
    const message = parseSip(datagram);
    const callId = header(message, 'Call-ID');
    if (callId === registrationId) return registering?.(message);
    const dialog = dialogs.get(callId);
    if (dialog) return dialog.take(message);
    if (statusOf(message) !== null) return;
    const method = methodOf(message);
    if (method === 'INVITE' && !tagOf(header(message, 'To'))) {
      if (!claimed.has(callId)) void rung(message);
    } else if (method === 'OPTIONS' || method === 'NOTIFY') wire.send(responseTo(message, 200, { tag: token() }));
    else if (method !== 'ACK' && !claimed.has(callId)) wire.send(responseTo(message, 481, { tag: token() }));
  });

  function registration(seconds: number, challenge: string): SipMessage {
    const uri = `sip:${exchange.host}:${exchange.port}`;
    const user = account?.user ?? '';
    registerCount += 1;
    return {
      start: `REGISTER ${uri} SIP/2.0`,
      headers: [
        ['Via', `SIP/2.0/UDP ${host}:${own};rport;branch=z9hG4bK${token()}`],
        ['Max-Forwards', '70'],
        ['From', `<sip:${user}@${host}>;tag=${token()}`],
        ['To', `<sip:${user}@${host}>`],
        ['Call-ID', registrationId],
        ['CSeq', `${registerCount} REGISTER`],
        ['Contact', `<sip:${user}@${host}:${own}>`],
        ['Expires', String(seconds)],
        ...(challenge && account
          ? [['Authorization', digest(challenge, { method: 'REGISTER', uri }, account)] as const]
          : []),
      ],
      body: '',
    };
  }

  return {
    async call(number, from) {
      const sound = await openSound(host);
      return keep(outgoingDialog(wire, number, from, sound));
    },
    register(seconds = 3600) {
      let challenged = false;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('the exchange did not answer REGISTER')), REGISTER_LIMIT_MS);
        registering = (message) => {
          const status = statusOf(message);
          const challenge = header(message, 'WWW-Authenticate');
          if (status === 401 && challenge && !challenged) {
            challenged = true;
            return wire.send(registration(seconds, challenge));
          }
          if (status === null || status < 200) return;
          clearTimeout(timer);
          if (status === 200) resolve();
          else reject(new Error(`REGISTER: ${message.start}`));
        };
        wire.send(registration(seconds, ''));
      });
    },
    onRing(then) {
      ring = then;
    },
    lines: () => lines,
    vanish() {
      dead = true;
      for (const line of lines) line.vanish();
    },
    close() {
      dead = true;
      for (const line of lines) line.vanish();
      socket.close();
    },
  };
}
