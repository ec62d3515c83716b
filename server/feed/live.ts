import { z } from 'zod';
import { readHead } from '../../db/central/feed.ts';
import { CHANNEL, type Notice } from '../../db/central/log.ts';
import { endedAmong } from '../../db/central/sessions.ts';
import type { LiveEvent } from '../../shared/contract/central.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { TelephonyView } from '../../shared/domain/call.ts';
import { failure } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';

/** Heads that follow each other faster are told once: a desk pulls to the newest anyway. */
const HEAD_PAUSE_MS = 25;
/** A busy centre ends many calls a second; lists need it less often. */
const CALLS_PAUSE_MS = 500;
/** Sessions run out without anybody telling; and a notice may be lost with a connection. */
const SWEEP_MS = 30_000;

const noticeSchema: z.ZodType<Notice> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('head'), head: z.int() }),
  z.object({ type: z.literal('sessionEnded'), sessionId: z.string() }),
  z.object({ type: z.literal('grantsChanged'), accountId: z.string() }),
  z.object({ type: z.literal('calls'), plan: z.boolean() }),
]);

/** The live streams of this process, and what reaches them: commits of every node, ended sessions, telephony. */
export interface Live {
  /** The session's stream; the iterator ends when the session does. Ends also with `signal`. */
  stream(session: LiveSession, signal: AbortSignal | undefined): AsyncGenerator<LiveEvent, void, void>;
  telephony(account: AccountId, view: TelephonyView): void;
  streams(): number;
  /** Accounts that had a stream and have none any more, or have one again. */
  onPresence(listener: (account: AccountId, present: boolean) => void): void;
  /** Some node has changed how calls are distributed. */
  onCallPlan(listener: () => void): void;
  stop(): void;
}

interface Subscriber {
  readonly session: LiveSession;
  readonly mailbox: Mailbox<LiveEvent>;
}

/** Starts listening to the other processes. */
export async function startLive(service: Service): Promise<Live> {
  const { db, log } = service;
  const subscribers = new Set<Subscriber>();
  const planListeners = new Set<() => void>();
  let callsTimer: NodeJS.Timeout | null = null;
  const presence = new Set<(account: AccountId, present: boolean) => void>();
  let head = (await readHead(db)).seq;
  let headTimer: NodeJS.Timeout | null = null;

  function tellHead(): void {
    headTimer = null;
    for (const { mailbox } of subscribers) mailbox.put({ type: 'head', head }, 'head');
  }

  function noteCalls(plan: boolean): void {
    callsTimer ??= setTimeout(() => {
      callsTimer = null;
      for (const { mailbox } of subscribers) mailbox.put({ type: 'calls' }, 'calls');
    }, CALLS_PAUSE_MS);
    if (plan) for (const listener of planListeners) listener();
  }

  function noteHead(seen: number): void {
    if (seen <= head) return;
    head = seen;
    headTimer ??= setTimeout(tellHead, HEAD_PAUSE_MS);
  }

  async function endSessions(among: readonly Subscriber[]): Promise<void> {
    if (among.length === 0) return;
    const ended = await endedAmong(
      db,
      among.map(({ session }) => session.id),
      now(service),
    );
    for (const { id, endedBy } of ended) {
      for (const { session, mailbox } of among) {
        if (session.id !== id) continue;
        // Signed out, or signed in again on the same desk: whoever reads this stream did it.
        if (endedBy !== 'NOT_SIGNED_IN') {
          mailbox.put({ type: 'sessionEnded', failure: failure(endedBy ?? 'SESSION_EXPIRED') });
        }
        mailbox.close();
      }
    }
  }

  function onNotice(payload: string): void {
    const notice = readNotice(payload);
    if (!notice) return log.warn({ payload }, 'a notice of another version is passed over; the sweep makes up for it');
    if (notice.type === 'head') return noteHead(notice.head);
    if (notice.type === 'calls') return noteCalls(notice.plan);
    if (notice.type === 'grantsChanged') {
      for (const { session, mailbox } of subscribers) {
        if (session.actor.accountId === notice.accountId) mailbox.put({ type: 'grantsChanged' }, 'grantsChanged');
      }
      return;
    }
    const among = [...subscribers].filter(({ session }) => session.id === notice.sessionId);
    endSessions(among).catch((error: unknown) => log.error({ err: error }, 'ended session not told; the sweep will'));
  }

  async function sweep(): Promise<void> {
    try {
      noteHead((await readHead(db)).seq);
      await endSessions([...subscribers]);
    } catch (error) {
      log.warn({ err: error }, 'sweep of sessions failed; it runs again');
    }
  }

  await db.listen(CHANNEL, onNotice, () => void sweep());
  const sweeper = setInterval(() => void sweep(), SWEEP_MS);

  function leave(subscriber: Subscriber): void {
    if (!subscribers.delete(subscriber)) return;
    const account = subscriber.session.actor.accountId;
    if ([...subscribers].some(({ session }) => session.actor.accountId === account)) return;
    for (const listener of presence) listener(account, false);
  }

  async function* stream(session: LiveSession, signal: AbortSignal | undefined): AsyncGenerator<LiveEvent, void, void> {
    const subscriber: Subscriber = { session, mailbox: createMailbox<LiveEvent>() };
    const close = (): void => subscriber.mailbox.close();
    signal?.addEventListener('abort', close, { once: true });
    if (signal?.aborted) close();
    subscribers.add(subscriber);
    for (const listener of presence) listener(session.actor.accountId, true);
    subscriber.mailbox.put({ type: 'head', head }, 'head');
    try {
      // Between the check that let the caller in and this subscription the session may have ended.
      await endSessions([subscriber]);
      yield* subscriber.mailbox;
    } finally {
      signal?.removeEventListener('abort', close);
      leave(subscriber);
    }
  }

  return {
    stream,
    telephony: (account, view) => {
      for (const { session, mailbox } of subscribers) {
        if (session.actor.accountId === account) mailbox.put({ type: 'telephony', view }, 'telephony');
      }
    },
    streams: () => subscribers.size,
    onPresence: (listener) => void presence.add(listener),
    onCallPlan: (listener) => void planListeners.add(listener),
    stop: () => {
      clearInterval(sweeper);
      if (headTimer) clearTimeout(headTimer);
      if (callsTimer) clearTimeout(callsTimer);
      for (const { mailbox } of subscribers) mailbox.close();
    },
  };
}

function readNotice(payload: string): Notice | null {
  try {
    return noticeSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
