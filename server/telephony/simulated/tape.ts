import type { CallId } from '../../../shared/domain/ids.ts';
import { fail } from '../../../shared/failure.ts';
import { instant } from '../../../shared/instant.ts';
import type { Recording } from '../port.ts';
import { toneWav, wavBytes, type Span } from './wav.ts';

interface Take {
  readonly recordingId: string;
  readonly startedMs: number;
  /** Silences, ms from the start; the last one is open while paused. */
  readonly pauses: readonly Span[];
  readonly pausedAtMs: number | null;
}

interface Kept extends Recording {
  readonly lengthMs: number;
  readonly pauses: readonly Span[];
}

/** The exchange's recorder: one take per call, whole when the call ends, kept until it is dropped. */
export interface Tape {
  start(callId: CallId, atMs: number): void;
  pause(callId: CallId, atMs: number): void;
  resume(callId: CallId, atMs: number): void;
  /** @returns null where nothing of that call was recorded */
  end(callId: CallId, atMs: number): Recording | null;
  fetch(recordingId: string): Uint8Array;
  drop(recordingId: string): void;
  kept(): readonly Recording[];
}

export function createTape(): Tape {
  const running = new Map<CallId, Take>();
  const whole = new Map<string, Kept>();

  function change(callId: CallId, next: (take: Take) => Take): void {
    running.set(callId, next(running.get(callId) ?? fail('CALL_STATE')));
  }

  return {
    start(callId, atMs) {
      running.set(callId, { recordingId: `${callId}-r1`, startedMs: atMs, pauses: [], pausedAtMs: null });
    },
    pause(callId, atMs) {
      change(callId, (take) => ({ ...take, pausedAtMs: atMs }));
    },
    resume(callId, atMs) {
      change(callId, (take) => ended(take, atMs));
    },
    end(callId, atMs) {
      const take = running.get(callId);
      if (!take) return null;
      running.delete(callId);
      const { recordingId, startedMs, pauses } = ended(take, atMs);
      const lengthMs = atMs - startedMs;
      const recording: Recording = {
        callId,
        recordingId,
        startedAt: instant(startedMs),
        endedAt: instant(atMs),
        bytes: wavBytes(lengthMs),
      };
      whole.set(recordingId, { ...recording, lengthMs, pauses });
      return recording;
    },
    fetch(recordingId) {
      const { lengthMs, pauses } = whole.get(recordingId) ?? fail('CALL_GONE');
      return toneWav(lengthMs, pauses);
    },
    drop(recordingId) {
      if (!whole.delete(recordingId)) fail('CALL_GONE');
    },
    kept: () =>
      Array.from(whole.values(), ({ callId, recordingId, startedAt, endedAt, bytes }) => ({
        callId,
        recordingId,
        startedAt,
        endedAt,
        bytes,
      })),
  };
}

function ended(take: Take, atMs: number): Take {
  if (take.pausedAtMs === null) return take;
  const pause = [take.pausedAtMs - take.startedMs, atMs - take.startedMs] as const;
  return { ...take, pauses: [...take.pauses, pause], pausedAtMs: null };
}
