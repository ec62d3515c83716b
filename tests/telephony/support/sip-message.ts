import { createHash, randomBytes } from 'node:crypto';

/** A SIP request or response, as far as a test's phone needs to know it. */
export interface SipMessage {
  /** `INVITE sip:12345@… SIP/2.0` or `SIP/2.0 200 OK` */
  readonly start: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export function parseSip(datagram: Buffer): SipMessage {
  const text = datagram.toString('utf8');
  const split = text.indexOf('\r\n\r\n');
  const [start = '', ...lines] = (split < 0 ? text : text.slice(0, split)).split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
  });
  return { start, headers, body: split < 0 ? '' : text.slice(split + 4) };
}

export function formatSip({ start, headers, body }: SipMessage): Buffer {
  const lines = [...headers, ['Content-Length', String(Buffer.byteLength(body))] as const];
  return Buffer.from(`${start}\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`);
}

/** The first header of that name, or ''. */
export function header(message: SipMessage, name: string): string {
  const wanted = name.toLowerCase();
  return message.headers.find(([each]) => each.toLowerCase() === wanted)?.[1] ?? '';
}

export function methodOf(message: SipMessage): string {
  return message.start.split(' ')[0] ?? '';
}

/** The status of a response; null for a request. */
export function statusOf(message: SipMessage): number | null {
  return message.start.startsWith('SIP/2.0 ') ? Number(message.start.slice(8, 11)) : null;
}

export function tagOf(value: string): string {
  return /;tag=([^;>\s]+)/.exec(value)?.[1] ?? '';
}

/** `sip:8001@127.0.0.1:5060` out of `"x" <sip:8001@…>;tag=…` */
export function uriOf(value: string): string {
  return /<([^>]+)>/.exec(value)?.[1] ?? value.split(';')[0] ?? '';
}

export function userOf(uri: string): string {
  return /^sips?:([^@;]+)@/.exec(uri)?.[1] ?? '';
}

export function token(bytes = 6): string {
  return randomBytes(bytes).toString('hex');
}

/** The answer to a 401: RFC 2617 digest with MD5, which is what SIP phones speak. */
export function digest(
  challenge: string,
  request: { readonly method: string; readonly uri: string },
  account: { readonly user: string; readonly password: string },
): string {
  const part = (name: string): string => new RegExp(`${name}="?([^",]+)"?`).exec(challenge)?.[1] ?? '';
  const [realm, nonce, opaque, qop] = [part('realm'), part('nonce'), part('opaque'), part('qop')];
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const secret = md5(`${account.user}:${realm}:${account.password}`);
  const asked = md5(`${request.method}:${request.uri}`);
  const cnonce = token(4);
  const response = qop
    ? md5(`${secret}:${nonce}:00000001:${cnonce}:auth:${asked}`)
    : md5(`${secret}:${nonce}:${asked}`);
  return [
    `Digest username="${account.user}", realm="${realm}", nonce="${nonce}", uri="${request.uri}"`,
    `response="${response}", algorithm=MD5`,
    ...(opaque ? [`opaque="${opaque}"`] : []),
    ...(qop ? [`qop=auth, nc=00000001, cnonce="${cnonce}"`] : []),
  ].join(', ');
}

export function offerOf(host: string, port: number): string {
  const lines = [
    'v=0',
    `o=test 1 1 IN IP4 ${host}`,
    's=test',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 8 101`,
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:101 telephone-event/8000',
    'a=fmtp:101 0-16',
    'a=ptime:20',
    'a=sendrecv',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Where the other side wants its sound; null where it names none. */
export function soundOf(sdp: string): { readonly host: string; readonly port: number } | null {
  const host = /^c=IN IP4 (\S+)/m.exec(sdp)?.[1];
  const port = /^m=audio (\d+)/m.exec(sdp)?.[1];
  return host === undefined || port === undefined ? null : { host, port: Number(port) };
}
