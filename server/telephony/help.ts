import type { TelephonyView } from '../../shared/domain/call.ts';
import type { SharedDraft } from '../../shared/domain/floor.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import type { ExchangeCall } from './port.ts';

/** One operator's 求助 in one call. */
export interface OpenHelp {
  readonly callId: CallId;
  readonly agent: AccountId;
  readonly number: string;
  readonly since: Instant;
  readonly taker: string | null;
  readonly draft: SharedDraft | null;
}

/** Who asks for a supervisor now. Lives with the call: a hall that starts anew has none, and every screen shows so. */
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
}

/** @param changed told whose 求助 began, changed or ended */
export function createHelpDesk(changed: (agent: AccountId) => void): HelpDesk {
  const open = new Map<CallId, OpenHelp>();

  function put(help: OpenHelp): void {
    open.set(help.callId, help);
    changed(help.agent);
  }

  function close(callId: CallId): void {
    const help = open.get(callId);
    if (!help) return;
    open.delete(callId);
    changed(help.agent);
  }

  return {
    ask({ callId, state, agent: speaking, callerNumber }, agent, nowMs) {
      if (speaking !== agent || state === 'ringing') fail('CALL_STATE');
      if (open.has(callId)) return;
      put({ callId, agent, number: callerNumber, since: instant(nowMs), taker: null, draft: null });
    },
    take(callId, taker) {
      put({ ...(open.get(callId) ?? fail('CALL_GONE')), taker });
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
      if (help && (call.state === 'ended' || call.agent !== help.agent)) close(call.callId);
    },
  };
}
