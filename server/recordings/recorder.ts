import { recordingKept, recordingLost, recordingsToFetch, registerRecording } from '../../db/central/recordings.ts';
import { FailureError } from '../../shared/failure.ts';
import { now, type Service } from '../service.ts';
import { tellCalls } from '../calls/log.ts';
import type { TelephonyPort } from '../telephony/port.ts';
import type { Vault } from './vault.ts';

export interface Recorder {
  /** Fetches what an earlier try has left at the exchange. */
  catchUp(): Promise<void>;
  /** What has been heard of is kept. */
  settled(): Promise<void>;
  stop(): void;
}

/**
 * Takes recordings from the exchange into the vault as they become whole. One is registered before it is fetched and
 * dropped at the exchange only once it is kept, so that whatever stops in between is done again and nothing is lost.
 */
export function startRecorder(service: Service, port: TelephonyPort, vault: Vault): Recorder {
  const { db, log } = service;
  // One at a time: a recording is megabytes, and calls that are being spoken come first.
  let chain: Promise<void> = Promise.resolve();

  function later(id: string, work: () => Promise<void>): void {
    chain = chain.then(work).catch((error: unknown) => {
      log.error({ err: error, recording: id }, 'recording not kept yet; tried again');
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
    if (event.type !== 'recording') return;
    const { recordingId: id, callId, startedAt, endedAt } = event;
    later(id, async () => {
      const state = await registerRecording(db, { id, callId, startedAt, endedAt: endedAt ?? now(service) });
      if (state === 'fetching') await fetch(id, startedAt);
      else await drop(id);
    });
  });

  return {
    async catchUp() {
      for (const { id, startedAt } of await recordingsToFetch(db)) later(id, () => fetch(id, startedAt));
      await chain;
    },
    settled: () => chain,
    stop: unsubscribe,
  };
}
