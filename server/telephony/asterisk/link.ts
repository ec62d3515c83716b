import { WebSocket } from 'ws';
import { z } from 'zod';
import { fail } from '../../../shared/failure.ts';
import { eventSchema, EVENT_TYPES, infoSchema, responseSchema, variableSchema, type AriEvent } from './messages.ts';

export interface AriSettings {
  /** `http://127.0.0.1:8088` */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The name under which the dialplan hands calls over. */
  readonly app: string;
}

export interface LinkOptions extends AriSettings {
  /** The link stands and commands may be given. @param startup when the exchange itself was started */
  readonly onUp: (startup: string) => Promise<void>;
  readonly onDown: () => void;
  readonly onEvent: (event: AriEvent) => void;
  readonly log: LinkLog;
}

export interface LinkLog {
  warn(what: object, message: string): void;
}

/** A refusal by the exchange itself. */
export class AriError extends Error {
  readonly status: number;

  constructor(status: number, what: string) {
    super(`${what}: ${status}`);
    this.status = status;
  }
}

/** The one connection to the exchange: its events, and commands on the same socket, which keeps their order. */
export interface AriLink {
  start(): void;
  /** @returns the parsed body; throws AriError, or EXCHANGE_UNREACHABLE where the link is down or goes */
  request(method: Method, uri: string, body?: object): Promise<unknown>;
  /** A stored file. */
  download(uri: string): Promise<Response>;
  isUp(): boolean;
  stop(): Promise<void>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const RETRY_MS = [100, 250, 500, 1000, 2000] as const;
/** A socket that has not answered for so long is dead, whatever TCP thinks. */
const PING_MS = 3000;
/** How long the exchange may take over a command. */
const ANSWER_MS = 5000;
/** The dialplan serves callers itself once the beat is older (extensions.conf, HOTLINE_STALE). */
const BEAT_MS = 2000;
const BEAT_STALE_MS = 8000;

interface Asked {
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly what: string;
}

const kindSchema = z.object({ type: z.string() });

/** @returns undefined where it is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function createLink(options: LinkOptions): AriLink {
  const { url, user, password, app, log } = options;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const asked = new Map<string, Asked>();
  let socket: WebSocket | null = null;
  let up = false;
  let stopped = false;
  let attempts = 0;
  let lastId = 0;
  let retry: NodeJS.Timeout | null = null;
  let beat: NodeJS.Timeout | null = null;
  let ping: NodeJS.Timeout | null = null;
  let heard = true;
  /** Another service has taken our name: it is left alone while it works. */
  let replaced = false;

  function connect(): void {
    retry = null;
    if (stopped) return;
    const opened = new WebSocket(`${url.replace(/^http/, 'ws')}/ari/events?app=${app}&subscribeAll=true`, {
      headers: { authorization },
      handshakeTimeout: ANSWER_MS,
    });
    socket = opened;
    opened.on('open', () => void begin(opened));
    // `ws` gives a text message as one Buffer.
    opened.on('message', (data) => take(z.instanceof(Buffer).parse(data)));
    opened.on('pong', () => (heard = true));
    // An error is always followed by a close.
    opened.on('error', (error) => {
      if (attempts === 0) log.warn({ reason: error.message }, 'exchange cannot be reached');
    });
    opened.on('close', () => {
      if (socket === opened) lost();
    });
  }

  async function begin(opened: WebSocket): Promise<void> {
    ping = setInterval(() => {
      if (!heard) return opened.terminate();
      heard = false;
      opened.ping();
    }, PING_MS);
    heard = true;
    try {
      // `subscribeAll` is not heeded for an app that exists already.
      await send('POST', `applications/${app}/subscription?eventSource=channel:,bridge:,endpoint:`);
      // Nine events in ten are of no use to us. An answer to a command counts as one.
      const allowed = [...EVENT_TYPES, 'RESTResponse'].map((type) => ({ type }));
      await send('PUT', `applications/${app}/eventFilter`, { allowed });
      const { status } = infoSchema.parse(await send('GET', 'asterisk/info?only=status'));
      up = true;
      attempts = 0;
      await beatOnce();
      beat = setInterval(() => void beatOnce().catch(() => undefined), BEAT_MS);
      await options.onUp(status.startup_time);
    } catch (error) {
      if (socket !== opened) return;
      log.warn({ err: error }, 'exchange could not be taken over');
      opened.terminate();
    }
  }

  async function beatOnce(): Promise<void> {
    await send('POST', 'asterisk/variable', { variable: 'HOTLINE_BEAT', value: String(Math.floor(Date.now() / 1000)) });
  }

  function lost(): void {
    socket = null;
    if (ping) clearInterval(ping);
    if (beat) clearInterval(beat);
    const wasUp = up;
    up = false;
    for (const { reject, what } of asked.values()) reject(new AriError(0, what));
    asked.clear();
    if (wasUp) options.onDown();
    if (stopped) return;
    const wait = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 1000;
    attempts += 1;
    retry = setTimeout(() => void (replaced ? takeBack() : connect()), replaced ? BEAT_MS : wait);
  }

  /** Waits for the other service to fall silent. */
  async function takeBack(): Promise<void> {
    try {
      const response = await fetch(`${url}/ari/asterisk/variable?variable=HOTLINE_BEAT`, {
        headers: { authorization },
      });
      const { value } = variableSchema.parse(await response.json());
      replaced = Date.now() - Number(value) * 1000 < BEAT_STALE_MS;
    } catch {
      replaced = false;
    }
    if (!stopped) connectOrWait();
  }

  function connectOrWait(): void {
    if (replaced) retry = setTimeout(() => void takeBack(), BEAT_MS);
    else connect();
  }

  function take(data: Buffer): void {
    const raw = parsed(data.toString('utf8'));
    if (raw === undefined) return log.warn({ bytes: data.length }, 'the exchange said something that is no JSON');
    const answer = responseSchema.safeParse(raw);
    if (answer.success) return settle(answer.data);
    const event = eventSchema.safeParse(raw);
    if (!event.success) return unread(raw, event.error);
    if (event.data.type === 'ApplicationReplaced') {
      log.warn({ app }, 'another service has taken the exchange over');
      replaced = true;
      socket?.terminate();
    } else options.onEvent(event.data);
  }

  /** One of the kinds that are asked for, in another shape: nothing is done about it, and nobody has to wonder why. */
  function unread(raw: unknown, { issues }: z.ZodError): void {
    const kind = kindSchema.safeParse(raw).data?.type;
    if (!kind || !EVENT_TYPES.some((type) => type === kind)) return;
    log.warn({ kind, fields: issues.map(({ path }) => path.join('.')) }, 'an event of the exchange cannot be read');
  }

  function settle(answer: z.infer<typeof responseSchema>): void {
    const waiting = asked.get(answer.request_id);
    if (!waiting) return;
    asked.delete(answer.request_id);
    const body = answer.message_body;
    if (answer.status_code >= 400) waiting.reject(new AriError(answer.status_code, `${waiting.what} ${body ?? ''}`));
    else waiting.resolve(body ? (parsed(body) ?? null) : null);
  }

  function send(method: Method, uri: string, body?: object): Promise<unknown> {
    const through = socket;
    if (through?.readyState !== WebSocket.OPEN) return fail('EXCHANGE_UNREACHABLE');
    lastId += 1;
    const id = String(lastId);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        asked.delete(id);
        reject(new AriError(0, `${method} ${uri.split('?')[0]}`));
      }, ANSWER_MS);
      asked.set(id, {
        resolve: (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
        // Without what stands behind the question mark: it may hold a caller's number.
        what: `${method} ${uri.split('?')[0]}`,
      });
      const content = body ? { content_type: 'application/json', message_body: JSON.stringify(body) } : {};
      through.send(
        JSON.stringify({ type: 'RESTRequest', transaction_id: id, request_id: id, method, uri, ...content }),
      );
    });
  }

  return {
    start: connect,
    async request(method, uri, body) {
      if (!up) fail('EXCHANGE_UNREACHABLE');
      try {
        return await send(method, uri, body);
      } catch (error) {
        if (error instanceof AriError && error.status === 0) fail('EXCHANGE_UNREACHABLE');
        throw error;
      }
    },
    async download(uri) {
      try {
        return await fetch(`${url}/ari/${uri}`, { headers: { authorization } });
      } catch {
        return fail('EXCHANGE_UNREACHABLE');
      }
    },
    isUp: () => up,
    async stop() {
      stopped = true;
      if (retry) clearTimeout(retry);
      if (up) {
        // Goodbye: the dialplan serves callers from now on.
        const word = { variable: 'HOTLINE_BEAT', value: '' };
        await send('POST', 'asterisk/variable', word).catch(() => undefined);
      }
      const closing = socket;
      if (!closing) return;
      const closed = new Promise((resolve) => closing.once('close', resolve));
      closing.close();
      setTimeout(() => closing.terminate(), 1000).unref();
      await closed;
    },
  };
}
