import { callIdSchema, type CallId } from '../../../shared/domain/ids.ts';
import { fail } from '../../../shared/failure.ts';
import { instant, msOf, type Instant } from '../../../shared/instant.ts';
import type { Recording } from '../port.ts';
import type { Floor } from './floor.ts';
import { AriError, type AriLink } from './link.ts';
import { storedRecordingsSchema } from './messages.ts';

const HEADER_BYTES = 44;
const BYTES_PER_MS = 16;
const NOT_FOUND = 404;

/** The name says whose it is and when it began, so that it needs no other record: `1763.5-rec1763800000123`. */
export function recordingName(callId: CallId, startedMs: number): string {
  return `${callId}-rec${startedMs}`;
}

function partsOf(recordingId: string): { readonly callId: CallId; readonly startedMs: number } | null {
  const found = /^(.+)-rec(\d+)$/.exec(recordingId);
  return found?.[1] ? { callId: callIdSchema.parse(found[1]), startedMs: Number(found[2]) } : null;
}

/** A recording has ended: by our word, with its call, or because the last one left the bridge. */
export async function recordingEnded(floor: Floor, recordingId: string, at: Instant): Promise<void> {
  const parts = partsOf(recordingId);
  if (!parts) return;
  const session = floor.sessions.get(parts.callId);
  if (session?.take?.recordingId === recordingId) {
    await session.run(async () => {
      session.take = null;
      if (session.call.recording !== 'off')
        await floor.commit(session, { ...session.call, recording: 'off' }, 'recording', at);
    });
  }
  // The exchange says it for the bridge and for the recording.
  if (floor.told.has(recordingId)) return;
  floor.told.add(recordingId);
  await tellOf(floor, recordingId, at);
}

/** Recordings that are whole and were not fetched yet. @param running names of those that still run */
export async function tellStored(floor: Floor, running: ReadonlySet<string>): Promise<void> {
  floor.told.clear();
  const stored = storedRecordingsSchema.parse(await floor.link.request('GET', 'recordings/stored'));
  for (const { name } of stored) if (!running.has(name)) await tellOf(floor, name, floor.now());
}

async function tellOf(floor: Floor, recordingId: string, at: Instant): Promise<void> {
  const parts = partsOf(recordingId);
  const bytes = parts && (await sizeOf(floor.link, recordingId));
  if (!parts || bytes === null) return;
  const recording: Recording = {
    callId: parts.callId,
    recordingId,
    startedAt: instant(parts.startedMs),
    // A file knows its length, whoever was listening when it ended.
    endedAt: instant(parts.startedMs + Math.max(0, Math.round((bytes - HEADER_BYTES) / BYTES_PER_MS))),
    bytes,
  };
  floor.emit({ type: 'recording', at: msOf(at) < parts.startedMs ? recording.startedAt : at, ...recording });
}

async function sizeOf(link: AriLink, recordingId: string): Promise<number | null> {
  const response = await link.download(`recordings/stored/${encodeURIComponent(recordingId)}/file`);
  await response.body?.cancel();
  return response.ok ? Number(response.headers.get('content-length')) : null;
}

/** @throws CALL_GONE where there is none of that name */
export async function fetchRecording(link: AriLink, recordingId: string): Promise<Uint8Array> {
  const response = await link.download(`recordings/stored/${encodeURIComponent(recordingId)}/file`);
  if (!response.ok) {
    await response.body?.cancel();
    fail(response.status === NOT_FOUND ? 'CALL_GONE' : 'EXCHANGE_UNREACHABLE');
  }
  const file = Buffer.from(await response.arrayBuffer());
  // An exchange that was killed never wrote the lengths into the head.
  if (file.length >= HEADER_BYTES) {
    file.writeUInt32LE(file.length - 8, 4);
    file.writeUInt32LE(file.length - HEADER_BYTES, 40);
  }
  return file;
}

/** @throws CALL_GONE where there is none of that name */
export async function dropRecording(link: AriLink, recordingId: string): Promise<void> {
  try {
    await link.request('DELETE', `recordings/stored/${encodeURIComponent(recordingId)}`);
  } catch (error) {
    if (error instanceof AriError && error.status === NOT_FOUND) fail('CALL_GONE');
    throw error;
  }
}
