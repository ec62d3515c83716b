import type { StoreApi } from 'zustand/vanilla';
import type { TelephonyView } from '../../../../shared/domain/call.ts';
import { callRefOf, isTaken, stepOf } from './call-watch.ts';
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
  subscribe(listener: () => void): () => void;
}

/** After a failed opening, ms. */
const REOPEN_MS = 2000;

/**
 * Keeps the drafts in step with the exchange, the session and the station, whichever screen is in front: an answered
 * call opens its draft, its end and each dialled unit's fate are written to it, and a station that is back gets what
 * it missed.
 * @param onAnswered the answered call's draft is open
 * @returns stops following
 */
export function followSurroundings(
  store: StoreApi<DraftStore>,
  source: SurroundingsSource,
  onAnswered: () => void,
): () => void {
  const opened = new Set<string>();
  let before: Surroundings = { accountId: null, stationUp: false, telephony: null, draftsGeneration: -1 };
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function openFor(view: TelephonyView): Promise<void> {
    const { call } = view;
    if (!isTaken(call) || opened.has(call.callId)) return;
    opened.add(call.callId);
    if (await store.getState().open(callRefOf(call), call.callerNumber)) {
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

  function keepInStep(view: TelephonyView): void {
    const { entries, edit, setCall, show } = store.getState();
    for (const entry of entries) {
      const step = stepOf(entry, view);
      if (step?.call) setCall(entry.id, step.call);
      if (step?.attempt) {
        edit(entry.id, { directAttempts: [...entry.form.directAttempts, step.attempt] });
        show(entry.id, { dial: null });
      }
    }
  }

  function look(): void {
    const now = source.read();
    const last = before;
    before = now;
    if (now.accountId !== last.accountId) {
      if (last.accountId) store.getState().reset();
      opened.clear();
    }
    const { accountId, telephony } = now;
    if (!accountId || !now.stationUp) return;
    const arrived = accountId !== last.accountId || !last.stationUp;
    if (arrived || now.draftsGeneration !== last.draftsGeneration) void store.getState().load();
    if (arrived) store.getState().flushAll();
    if (telephony && (arrived || telephony !== last.telephony)) {
      void openFor(telephony);
      keepInStep(telephony);
    }
  }

  look();
  const unsubscribe = source.subscribe(look);
  return () => {
    clearTimeout(retry);
    unsubscribe();
  };
}
