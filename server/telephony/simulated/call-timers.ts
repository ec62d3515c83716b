import type { CallId } from '../../../shared/domain/ids.ts';
import type { ExchangeCall } from '../port.ts';
import type { Cancel, Scheduler } from '../scheduler.ts';
import { liveLeg } from '../call-model.ts';

/** What a call may be waiting for: the caller's patience, the agent's phone, the unit's or the callee's line, the end after a transfer. */
type Waiting = 'patience' | 'ring' | 'unit' | 'callee' | 'goodbye';

/** Whether the call, as it now is, still waits for that. */
const DUE: Readonly<Record<Waiting, (call: ExchangeCall) => boolean>> = {
  patience: (call) => call.state === 'queued' || call.state === 'ringing',
  ring: (call) => call.state === 'ringing',
  unit: (call) => liveLeg(call, 'unit')?.answeredAt === null,
  callee: (call) => liveLeg(call, 'caller')?.answeredAt === null,
  goodbye: (call) => call.agent === null && call.state === 'talking',
};

/** The timers of all calls: one of each kind per call, and none that outlives its reason. */
export interface CallTimers {
  start(callId: CallId, waiting: Waiting, delayMs: number, run: () => void): void;
  /** Takes back the timers whose reason has gone. */
  prune(call: ExchangeCall): void;
  stop(): void;
}

export function callTimers(scheduler: Scheduler): CallTimers {
  const running = new Map<CallId, Map<Waiting, Cancel>>();

  function drop(callId: CallId, waiting: Waiting): void {
    running.get(callId)?.get(waiting)?.();
    running.get(callId)?.delete(waiting);
  }

  return {
    start(callId, waiting, delayMs, run) {
      drop(callId, waiting);
      const own = running.get(callId) ?? new Map<Waiting, Cancel>();
      running.set(callId, own);
      const cancel = scheduler.setTimer(delayMs, () => {
        own.delete(waiting);
        run();
      });
      own.set(waiting, cancel);
    },
    prune(call) {
      for (const waiting of running.get(call.callId)?.keys() ?? []) {
        if (call.state === 'ended' || !DUE[waiting](call)) drop(call.callId, waiting);
      }
      if (call.state === 'ended') running.delete(call.callId);
    },
    stop() {
      for (const own of running.values()) for (const cancel of own.values()) cancel();
      running.clear();
    },
  };
}
