import { z } from 'zod';
import type { TelephonyView } from '../../shared/domain/call.ts';
import type { SharedDraft } from '../../shared/domain/floor.ts';
import { accountIdSchema, type AccountId, type CallId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { instant, instantSchema, type Instant } from '../../shared/instant.ts';
import type { CallData, ExchangeCall } from './port.ts';

/** One operator's 求助 in one call. */
export interface OpenHelp {
  readonly callId: CallId;
  readonly agent: AccountId;
  readonly number: string;
  readonly since: Instant;
  readonly taker: string | null;
  readonly draft: SharedDraft | null;
}

/** Under this name the exchange keeps an open 求助 with its call, so that it outlives the service. */
const KEPT = 'help';
const keptSchema = z.object({ agent: accountIdSchema, since: instantSchema, taker: z.string().nullable() });

/** Who asks for a supervisor now. Lives with the call; a hall that starts anew finds it there, and the desk shows its draft again. */
export interface HelpDesk {
  /** Refuses with CALL_STATE where the operator is not on the line. Asking again changes nothing. */
  ask(call: ExchangeCall, agent: AccountId, nowMs: number): void;
  /** A supervisor takes it on. @throws CALL_GONE where it is not open */
  take(callId: CallId, taker: string): void;
  close(callId: CallId): void;
  /** @throws CALL_GONE where this operator has no open one in this call */
  share(callId: CallId, agent: AccountId, draft: SharedDraft | null): void;
  of(callId: CallId): OpenHelp | null;
  /** As the operator's own bar shows it; nothing of another operator's. */
  shown(callId: CallId, agent: AccountId): TelephonyView['help'];
  /** Longest first. */
  all(): readonly OpenHelp[];
  /** The call has changed: a 求助 ends where its operator has left. */
  follow(call: ExchangeCall): void;
  /** The exchange has told of all calls anew: those that were open before this hall began are open again. */
  restore(call: ExchangeCall): void;
}

export interface HelpParts {
  /** Told whose 求助 began, changed or ended. */
  readonly changed: (agent: AccountId) => void;
  /** Has the exchange keep this with the call. */
  readonly keep: (callId: CallId, agent: AccountId, data: CallData) => void;
}

export function createHelpDesk({ changed, keep }: HelpParts): HelpDesk {
  const open = new Map<CallId, OpenHelp>();

  function put(help: OpenHelp): void {
    open.set(help.callId, help);
    changed(help.agent);
  }

  function putAndKeep(help: OpenHelp): void {
    put(help);
    const { callId, agent, since, taker } = help;
    keep(callId, agent, { [KEPT]: JSON.stringify({ agent, since, taker }) });
  }

  function drop(help: OpenHelp): void {
    open.delete(help.callId);
    changed(help.agent);
  }

  function close(callId: CallId): void {
    const help = open.get(callId);
    if (!help) return;
    drop(help);
    keep(callId, help.agent, {});
  }

  return {
    ask({ callId, state, agent: speaking, callerNumber }, agent, nowMs) {
      if (speaking !== agent || state === 'ringing') fail('CALL_STATE');
      if (open.has(callId)) return;
      putAndKeep({ callId, agent, number: callerNumber, since: instant(nowMs), taker: null, draft: null });
    },
    take(callId, taker) {
      putAndKeep({ ...(open.get(callId) ?? fail('CALL_GONE')), taker });
    },
    close,
    share(callId, agent, draft) {
      const help = open.get(callId);
      if (help?.agent !== agent) fail('CALL_GONE');
      put({ ...help, draft });
    },
    of: (callId) => open.get(callId) ?? null,
    shown(callId, agent) {
      const help = open.get(callId);
      return help?.agent === agent ? { since: help.since, taker: help.taker } : null;
    },
    all: () => [...open.values()],
    follow(call) {
      const help = open.get(call.callId);
      if (!help) return;
      // What ended took with it what was kept there.
      if (call.state === 'ended') drop(help);
      else if (call.agent !== help.agent) close(call.callId);
    },
    restore({ callId, callerNumber, agent, data }) {
      const kept = keptIn(data);
      if (open.has(callId) || kept === null || kept.agent !== agent) return;
      put({ ...kept, callId, number: callerNumber, draft: null });
    },
  };
}

function keptIn(data: CallData): z.infer<typeof keptSchema> | null {
  const text = data[KEPT];
  return text === undefined ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null);
}
