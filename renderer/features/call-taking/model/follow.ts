import type { StoreApi } from 'zustand/vanilla';
import type { TelephonyView } from '../../../../shared/domain/call.ts';
import { callRefOf, isDraftOf, isTaken, stepOf } from './call-watch.ts';
import type { DraftStore } from './draft-store.ts';

/** What the drafts need to hear of the rest of the window. */
export interface Surroundings {
  readonly accountId: string | null;
  readonly stationUp: boolean;
  readonly telephony: TelephonyView | null;
  /** Counted up when the station's drafts change. */
  readonly draftsGeneration: number;
}

export interface SurroundingsSource {
  read(): Surroundings;
  subscribe(listener: () => void): unknown;
}

/** Calls that have had a draft on this desk; outlives the window, so that its reload opens no second one. */
export interface CallMemory {
  knows(callId: string): boolean;
  keep(callId: string): void;
}

/** After a failed opening, ms. */
const REOPEN_MS = 2000;

/**
 * Keeps the drafts in step with the exchange, the session and the station, whichever screen is in front: an answered
 * call opens its draft, its end and each dialled unit's fate are written to it, and a station that is back gets what
 * it missed. Follows for as long as the window lives. What was opened once is not opened again: its draft has become
 * an order or was thrown away, and a further matter of the same caller is the operator's to begin.
 * @param onAnswered the answered call's draft is open
 */
export function followSurroundings(
  store: StoreApi<DraftStore>,
  source: SurroundingsSource,
  memory: CallMemory,
  onAnswered: () => void,
): void {
  const opened = new Set<string>();
  let before: Surroundings = { accountId: null, stationUp: false, telephony: null, draftsGeneration: -1 };
  let holder: string | null = null;
  let ready = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function openFor(view: TelephonyView): Promise<void> {
    const { call } = view;
    if (!isTaken(call) || opened.has(call.callId)) return;
    opened.add(call.callId);
    const { entries, activate, open } = store.getState();
    const known = entries.find((entry) => isDraftOf(entry, call));
    if (known) {
      // The window was loaded again during the call: its draft is here already.
      memory.keep(call.callId);
      activate(known.id);
      onAnswered();
      return;
    }
    if (memory.knows(call.callId)) return;
    if (await open(callRefOf(call), call.callerNumber)) {
      memory.keep(call.callId);
      onAnswered();
      return;
    }
    opened.delete(call.callId);
    clearTimeout(retry);
    retry = setTimeout(() => {
      const { telephony } = source.read();
      if (telephony) void openFor(telephony);
    }, REOPEN_MS);
  }

  /** Drafts first, calls after: an answered call may have its draft among them. */
  async function readThenFollow(): Promise<void> {
    await store.getState().load();
    ready = true;
    store.getState().flushAll();
    followCall(source.read().telephony);
  }

  function followCall(view: TelephonyView | null): void {
    if (!view) return;
    void openFor(view);
    keepInStep(view);
  }

  function keepInStep(view: TelephonyView): void {
    const { entries, edit, setCall, show } = store.getState();
    for (const entry of entries) {
      const step = stepOf(entry, view);
      if (!step) continue;
      if (step.call) setCall(entry.id, step.call);
      if (step.attempt) edit(entry.id, { directAttempts: [...entry.form.directAttempts, step.attempt] });
      if (step.dial !== entry.view.dial) show(entry.id, { dial: step.dial });
    }
  }

  function look(): void {
    const now = source.read();
    const last = before;
    before = now;
    const { accountId, telephony } = now;
    // A session that ran out leaves what is being written on the screen; another person does not find it there.
    if (!accountId || !now.stationUp) return;
    if (holder !== null && holder !== accountId) {
      store.getState().reset();
      opened.clear();
    }
    holder = accountId;
    const arrived = accountId !== last.accountId || !last.stationUp;
    if (arrived) {
      ready = false;
      void readThenFollow();
      return;
    }
    if (now.draftsGeneration !== last.draftsGeneration) void store.getState().load();
    if (ready && telephony !== last.telephony) followCall(telephony);
  }

  look();
  source.subscribe(look);
}
