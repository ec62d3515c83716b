import { recordingKept, recordingLost, recordingsToFetch, registerRecording } from '../../db/central/recordings.ts';
import { FailureError } from '../../shared/failure.ts';
import { now, type Service } from '../service.ts';
import { tellCalls } from '../calls/log.ts';
import type { TelephonyPort } from '../telephony/port.ts';
import { systemScheduler, type Cancel, type Scheduler } from '../telephony/scheduler.ts';
import type { Vault } from './vault.ts';

export interface Recorder {
  /** Fetches what an earlier try has left at the exchange. */
  catchUp(): Promise<void>;
  /** What has been heard of is kept. */
  settled(): Promise<void>;
  stop(): void;
}

/** After a recording could not be kept (a full disk, a database that is away), ms. */
const RETRY_MS = 60_000;

/**
 * Takes recordings from the exchange into the vault as they become whole. One is registered before it is fetched and
 * dropped at the exchange only once it is kept, so that whatever stops in between is done again and nothing is lost:
 * after each link, and a while after each failure.
 */
export function startRecorder(
  service: Service,
  port: TelephonyPort,
  vault: Vault,
  scheduler: Scheduler = systemScheduler,
): Recorder {
  const { db, log } = service;
  // One at a time: a recording is megabytes, and calls that are being spoken come first.
  let chain: Promise<void> = Promise.resolve();
  let retry: Cancel | null = null;
  let stopped = false;

  async function attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ err: error, recording: what }, 'recording not kept yet; tried again');
      if (stopped) return;
      retry ??= scheduler.setTimer(RETRY_MS, () => {
        retry = null;
        void catchUp();
      });
    }
  }

  function later(what: string, work: () => Promise<void>): Promise<void> {
    chain = chain.then(() => attempt(what, work));
    return chain;
  }

  function catchUp(): Promise<void> {
    return later('all that are left', async () => {
      for (const { id, startedAt } of await recordingsToFetch(db)) await attempt(id, () => fetch(id, startedAt));
    });
  }

  async function fetch(id: string, startedAt: Parameters<Vault['keep']>[1]): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = await port.fetchRecording(id);
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code !== 'CALL_GONE') throw error;
      log.error({ recording: id }, 'the exchange has lost a recording');
      return recordingLost(db, id);
    }
    const kept = await vault.keep(id, startedAt, bytes);
    const ours = await db.transaction(async (tx) => {
      const first = await recordingKept(tx, id, kept);
      if (first) await tellCalls(tx);
      return first;
    });
    if (!ours) await vault.remove(kept.file);
    await drop(id);
  }

  async function drop(id: string): Promise<void> {
    try {
      await port.dropRecording(id);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      log.warn({ recording: id, code: error.failure.code }, 'recording not dropped at the exchange; told again');
    }
  }

  const unsubscribe = port.onEvent((event) => {
    if (event.type === 'link' && event.state === 'up') void catchUp();
    if (event.type !== 'recording') return;
    const { recordingId: id, callId, startedAt, endedAt } = event;
    void later(id, async () => {
      const state = await registerRecording(db, { id, callId, startedAt, endedAt: endedAt ?? now(service) });
      if (state === 'fetching') await fetch(id, startedAt);
      else await drop(id);
    });
  });

  return {
    catchUp,
    settled: () => chain,
    stop() {
      stopped = true;
      retry?.();
      unsubscribe();
    },
  };
}
