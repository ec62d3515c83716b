import type { TelephonyView } from '../../../shared/domain/call.ts';
import type { PhoneAccess } from '../../../shared/domain/phone.ts';
import { msOf } from '../../../shared/instant.ts';
import { decide, type HeldLine, type Invite } from './invite.ts';

/** One line between the exchange and this page. */
export interface Line {
  readonly invite: Invite;
  answer(microphone: MediaStream): void;
  /** Says 486 before the answer, BYE afterwards; nothing where it has ended. */
  end(): void;
  /** Asks for a new media path, after the network has changed. */
  renegotiate(): void;
  mute(muted: boolean): void;
}

/** This page towards the exchange: one registration and its lines. */
export interface Agent {
  start(): void;
  /** New credentials, or the same, for the same registration, and registers now; calls go on. */
  renew(access: PhoneAccess): void;
  stop(): void;
}

export interface AgentEvents {
  registered(): void;
  /** `refused`: the exchange does not take these credentials any more. */
  lost(why: 'network' | 'refused'): void;
  invited(line: Line): void;
  established(line: Line): void;
  ended(line: Line): void;
}

/** `reload`: the page was opened before the exchange's address was known, or it has changed since. */
export type PhoneState = 'off' | 'starting' | 'ready' | 'lost' | 'noMicrophone' | 'reload';

export interface PhoneParts {
  readonly access: () => Promise<PhoneAccess | null>;
  /** The one address this page may reach; empty: none. */
  readonly allowed: string;
  readonly connect: (access: PhoneAccess, events: AgentEvents) => Promise<Agent>;
  readonly microphone: { open(): Promise<MediaStream>; close(): void };
  readonly nowMs: () => number;
  readonly tell: (state: PhoneState, lines: readonly HeldLine[]) => void;
}

export interface Phone {
  /** Answers the line that rings for this call, or the one that rings. @returns false where none does */
  readonly answer: (callId: string | null) => boolean;
  /** Ends every line: where the service cannot be asked to. */
  readonly hangUp: () => void;
  /** What the service says of the operator's call: the truth that the lines here follow. */
  follow(view: TelephonyView | null): void;
  /** Registers again now: after sleep, on another network, after signing in to the exchange. */
  again(): void;
  stop(): void;
}

/** Before credentials end they are renewed this long, ms, or at half their life where that is later. */
const RENEW_EARLY_MS = 60_000;
const RETRY_MS = [1000, 2000, 5000, 10_000, 20_000] as const;
/** A line of a call that the service has long ended stays no longer than this, ms: its BYE may have been lost. */
const OBEY_MS = 3000;

interface Held {
  readonly line: Line;
  state: 'ringing' | 'talking';
  /** Answered here and not yet established. */
  answering: boolean;
  /** Since when the service does not know its call any more. */
  strangeMs: number | null;
}

/** Registers and keeps registered; takes the lines the exchange opens, and follows what the service says of them. */
export function startPhone(parts: PhoneParts): Phone {
  const { access, allowed, connect, microphone, nowMs } = parts;
  const held = new Set<Held>();
  const now = { stopped: false, state: 'starting' as PhoneState, wasLost: false, tries: 0 };
  let agent: Agent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(state: PhoneState = now.state): void {
    if (now.stopped) return;
    now.state = state;
    parts.tell(
      state,
      [...held].map(({ line, state: of }) => ({ callId: line.invite.callId, state: of })),
    );
  }

  function later(ms: number, act: () => Promise<void>): void {
    clearTimeout(timer);
    timer = setTimeout(() => void act(), ms);
  }

  function retry(): void {
    const ms = RETRY_MS[Math.min(now.tries, RETRY_MS.length - 1)] ?? 20_000;
    now.tries += 1;
    later(ms, begin);
  }

  async function begin(): Promise<void> {
    try {
      const got = await access();
      if (now.stopped) return;
      if (got === null) return tell('off');
      if (URL.parse(got.wsUrl)?.href !== URL.parse(allowed)?.href) return tell('reload');
      later(untilRenewal(got), begin);
      if (agent) return agent.renew(got);
      agent = await connect(got, events);
      if (stopped()) return agent.stop();
      agent.start();
    } catch {
      if (now.stopped) return;
      if (!agent) tell('lost');
      retry();
    }
  }

  // Read anew after each await: the compiler does not know that it changes meanwhile.
  const stopped = (): boolean => now.stopped;

  function untilRenewal({ expiresAt }: PhoneAccess): number {
    const left = msOf(expiresAt) - nowMs();
    return Math.max(1000, Math.max(left - RENEW_EARLY_MS, left / 2));
  }

  const events: AgentEvents = {
    registered() {
      now.tries = 0;
      if (now.wasLost) for (const { line, state } of held) if (state === 'talking') line.renegotiate();
      now.wasLost = false;
      tell('ready');
    },
    lost(why) {
      now.wasLost = true;
      tell('lost');
      if (why === 'refused') retry();
    },
    invited(line) {
      const lines = [...held].map(({ line: other, state }) => ({ callId: other.invite.callId, state }));
      const decision = decide(line.invite, lines);
      if (decision === 'refuse') return line.end();
      const mine: Held = { line, state: 'ringing', answering: false, strangeMs: null };
      held.add(mine);
      tell();
      // Opened while it rings, so that the answer does not wait for it.
      if (decision === 'answer') void answerLine(mine);
      else microphone.open().catch(() => noMicrophone(mine));
    },
    established(line) {
      const mine = find(line);
      if (mine) mine.state = 'talking';
      tell();
    },
    ended(line) {
      const mine = find(line);
      if (mine) held.delete(mine);
      if (held.size === 0) microphone.close();
      tell();
    },
  };

  function find(line: Line): Held | undefined {
    return [...held].find((each) => each.line === line);
  }

  async function answerLine(mine: Held): Promise<void> {
    if (mine.answering) return;
    mine.answering = true;
    try {
      const stream = await microphone.open();
      if (held.has(mine)) mine.line.answer(stream);
      if (now.state === 'noMicrophone') tell('ready');
    } catch {
      noMicrophone(mine);
    }
  }

  /** Nobody could speak: the call goes to somebody who can. */
  function noMicrophone(mine: Held): void {
    tell('noMicrophone');
    mine.line.end();
  }

  void begin();
  tell('starting');
  return {
    answer(callId) {
      const ringing = [...held].find(
        ({ line, state }) => state === 'ringing' && (callId === null || line.invite.callId === callId),
      );
      if (!ringing) return false;
      void answerLine(ringing);
      return true;
    },
    hangUp() {
      for (const { line } of held) line.end();
    },
    follow(view) {
      // Nothing known is nothing to follow: calls outlive the service.
      if (!view) return;
      for (const mine of held) {
        const { callId, leg } = mine.line.invite;
        const { call } = view;
        const known = call !== null && call.callId === callId && call.state !== 'ended';
        if (known) mine.line.mute(call.muted);
        if (known || mine.state !== 'talking' || leg === 'monitor') mine.strangeMs = null;
        else {
          mine.strangeMs ??= nowMs();
          if (nowMs() - mine.strangeMs >= OBEY_MS) mine.line.end();
        }
      }
    },
    again: () => void begin(),
    stop() {
      now.stopped = true;
      clearTimeout(timer);
      for (const { line } of held) line.end();
      held.clear();
      microphone.close();
      agent?.stop();
    },
  };
}
