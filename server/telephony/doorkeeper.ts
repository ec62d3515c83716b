import type { CallId } from '../../shared/domain/ids.ts';
import { FailureError } from '../../shared/failure.ts';
import { inLine } from './acd.ts';
import type { CallPlan } from './plan.ts';
import type { ExchangeCall, ExchangeEvent, TelephonyPort } from './port.ts';
import type { Cancel, Scheduler } from './scheduler.ts';

export interface DoorkeeperOptions {
  readonly port: TelephonyPort;
  readonly plan: CallPlan;
  readonly scheduler: Scheduler;
  /** Seconds between two announcements of the place in the queue; 0: none. */
  readonly positionEvery: () => number;
  /** Whether calls are recorded, which callers are told of before. */
  readonly records: () => boolean;
  readonly log: { warn(what: object, message: string): void };
}

/** After the exchange would not do it, ms. */
const RETRY_MS = 1000;
/** The notice has been spoken by then, ms: no place is announced over it. */
const NOTICE_MS = 5000;

/**
 * Speaks to callers: turns away whom the centre does not serve now, says that calls are recorded, tells who waits their
 * place, and has what is then said recorded. Rings nobody: that is the hall's.
 * @returns stops it
 */
export function keepDoor(options: DoorkeeperOptions): Cancel {
  const { port, plan, scheduler, positionEvery, records, log } = options;
  const calls = new Map<CallId, ExchangeCall>();
  const refusing = new Set<CallId>();
  const recording = new Set<CallId>();
  const noticed = new Set<CallId>();
  const places = new Map<CallId, Cancel>();
  const retries = new Set<Cancel>();

  function onEvent(event: ExchangeEvent): void {
    if (event.type === 'call') look(event.call, event.what === 'queued');
    if (event.type !== 'link') return;
    for (const each of [refusing, recording]) each.clear();
    if (event.state === 'down') return;
    calls.clear();
    for (const call of event.snapshot.calls) look(call, false);
    for (const [callId, cancel] of places) if (!calls.has(callId)) stopPlaces(callId, cancel);
  }

  /** @param fresh the caller has just come: they have not been told of anything yet */
  function look(call: ExchangeCall, fresh: boolean): void {
    const { callId } = call;
    if (call.state === 'ended') return forget(callId);
    calls.set(callId, call);
    if (call.state === 'queued' && plan.closed(call) !== null) return refuse(callId);
    if (fresh && records()) notice(callId);
    followPlace(call);
    record(call);
  }

  function forget(callId: CallId): void {
    calls.delete(callId);
    for (const each of [refusing, recording, noticed]) each.delete(callId);
    const cancel = places.get(callId);
    if (cancel) stopPlaces(callId, cancel);
  }

  function refuse(callId: CallId): void {
    const call = calls.get(callId);
    const reason = call?.state === 'queued' ? plan.closed(call) : null;
    if (reason === null || refusing.has(callId)) return;
    refusing.add(callId);
    ask(port.refuse(callId, reason), 'caller not turned away', () => {
      refusing.delete(callId);
      again(() => refuse(callId));
    });
  }

  function notice(callId: CallId): void {
    noticed.add(callId);
    ask(port.announce(callId, { kind: 'recordingNotice' }), 'notice of recording not spoken');
  }

  /** Announces the place again and again for as long as the caller waits. */
  function followPlace({ callId, state }: ExchangeCall): void {
    const running = places.get(callId);
    if (state !== 'queued') {
      if (running) stopPlaces(callId, running);
      return;
    }
    if (!running) nextPlace(callId, noticed.has(callId) ? NOTICE_MS : 0);
  }

  function nextPlace(callId: CallId, moreMs: number): void {
    const every = positionEvery();
    if (every === 0) return;
    const cancel = scheduler.setTimer(every * 1000 + moreMs, () => {
      places.delete(callId);
      if (calls.get(callId)?.state !== 'queued') return;
      const line = inLine(calls.values(), plan, port.nowMs());
      const place = line.findIndex(({ call }) => call.callId === callId) + 1;
      if (place > 0) ask(port.announce(callId, { kind: 'position', place }), 'place not announced');
      nextPlace(callId, 0);
    });
    places.set(callId, cancel);
  }

  function stopPlaces(callId: CallId, cancel: Cancel): void {
    cancel();
    places.delete(callId);
  }

  /** From the answer on. Whoever is rung from here hears the notice then. */
  function record(call: ExchangeCall): void {
    const { callId } = call;
    const spoken = call.answeredAt !== null && call.agent !== null;
    if (!spoken || call.recording !== 'off' || recording.has(callId) || !port.capabilities.recording || !records())
      return;
    recording.add(callId);
    if (call.direction === 'outbound' && !noticed.has(callId)) notice(callId);
    ask(port.startRecording(callId), 'recording not begun');
  }

  function again(run: () => void): void {
    const cancel = scheduler.setTimer(RETRY_MS, () => {
      retries.delete(cancel);
      run();
    });
    retries.add(cancel);
  }

  function ask(asked: Promise<void>, message: string, otherwise: () => void = () => undefined): void {
    asked.catch((error: unknown) => {
      const code = error instanceof FailureError ? error.failure.code : null;
      // The caller has gone, or the next snapshot says how things are.
      if (code === 'CALL_GONE' || code === 'EXCHANGE_UNREACHABLE') return;
      log.warn({ err: error }, message);
      otherwise();
    });
  }

  const unsubscribe = port.onEvent(onEvent);
  return () => {
    unsubscribe();
    for (const cancel of [...places.values(), ...retries]) cancel();
  };
}
