import { findCalls } from '../../db/central/calls.ts';
import {
  findRecording,
  insertLook,
  looksAt,
  looksSince,
  ordersOfCall,
  type RecordingLook,
  type RecordingRow,
} from '../../db/central/recordings.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import type { Order } from '../../shared/domain/order.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { fail } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf, writeCallAudit } from '../calls/log.ts';
import { now, type Service } from '../service.ts';
import { VaultError, type Kept, type Vault } from './vault.ts';

/** How long one reason for listening holds, ms. */
const REASON_MS = 30 * 60_000;
/** Answered at once, bytes: well below what the socket carries in one piece. */
const CHUNK = 512 * 1024;
const LOOKS = 100;

/** Those who may hear a call: who spoke in it, the shift supervisor, and who inspects; nobody kept from one of its orders. */
export function mayHear(actor: Actor, call: Pick<CallRecord, 'agents'>, orders: readonly Order[]): boolean {
  const own = may(actor, 'call.take') && call.agents.includes(actor.accountId);
  if (!own && !may(actor, 'hall.view') && !may(actor, 'order.inspect')) return false;
  // A voice can't be masked: whoever has an order only in part, or not at all, hears nothing of it (J5, Z7, T17).
  return orders.every((order) => (own ? notRecused(order, actor) : viewFor(order, actor) === order));
}

function notRecused(order: Order, { accountId }: Actor): boolean {
  return !order.life.recused.some((each) => each.accountId === accountId);
}

/**
 * Begins listening: says why, which is kept, and what there is to fetch.
 * @throws RECORDING_GONE, RECORDING_DAMAGED, NOT_PERMITTED
 */
export async function openRecording(
  service: Service,
  vault: Vault,
  session: LiveSession,
  { recordingId, why }: { readonly recordingId: string; readonly why: string },
): Promise<{ bytes: number; startedAt: RecordingRow['startedAt']; endedAt: RecordingRow['endedAt'] }> {
  const row = await allowed(service, session.actor, recordingId);
  const at = now(service);
  // Before the sound: what was heard has been written down, whatever happens next.
  await service.db.transaction(async (tx) => {
    await insertLook(tx, { recordingId, accountId: session.actor.accountId, at, why });
    await writeCallAudit(tx, [auditOf(session, at, 'recording.heard', recordingId, { callId: row.callId, why })]);
  });
  // Whole, against its digest: the parts that are fetched afterwards are each checked again.
  const whole = await fromVault(row, (kept) => vault.read(row.id, kept));
  return { bytes: whole.byteLength, startedAt: row.startedAt, endedAt: row.endedAt };
}

/** A piece of the WAV file from `offset`. @throws NOT_PERMITTED without a reason given shortly before */
export async function readRecording(
  service: Service,
  vault: Vault,
  { actor }: LiveSession,
  { recordingId, offset }: { readonly recordingId: string; readonly offset: number },
): Promise<{ base64: string; next: number | null }> {
  const row = await allowed(service, actor, recordingId);
  const since = instant(service.nowMs() - REASON_MS);
  if (!(await looksSince(service.db, recordingId, actor.accountId, since))) fail('NOT_PERMITTED');
  const chunk = await fromVault(row, (kept) => vault.part(row.id, kept, offset, CHUNK));
  const end = offset + chunk.byteLength;
  return { base64: chunk.toString('base64'), next: end < (row.bytes ?? 0) ? end : null };
}

/** Who has listened and why, for whoever may listen themselves. */
export async function recordingLooks(
  service: Service,
  { actor }: LiveSession,
  recordingId: string,
): Promise<RecordingLook[]> {
  await allowed(service, actor, recordingId, true);
  return looksAt(service.db, recordingId, LOOKS);
}

async function allowed(service: Service, actor: Actor, id: string, deletedToo = false): Promise<RecordingRow> {
  const row = await findRecording(service.db, id);
  if (!row) fail('RECORDING_GONE');
  const [[call], orders] = await Promise.all([
    findCalls(service.db, [row.callId]),
    ordersOfCall(service.db, row.callId),
  ]);
  if (!call || !mayHear(actor, call, orders)) fail('NOT_PERMITTED');
  if (row.state !== 'kept' && !(deletedToo && row.state === 'deleted')) fail('RECORDING_GONE');
  return row;
}

async function fromVault(
  { file, bytes, sha256 }: RecordingRow,
  read: (kept: Kept) => Promise<Buffer>,
): Promise<Buffer> {
  if (file === null || bytes === null || sha256 === null) return fail('RECORDING_GONE');
  try {
    return await read({ file, bytes, sha256 });
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return fail(error.what === 'gone' ? 'RECORDING_GONE' : 'RECORDING_DAMAGED');
  }
}
