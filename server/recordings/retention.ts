import {
  insertPurge,
  ordersOfCall,
  recordingDeleted,
  recordingsBefore,
  type RecordingPurge,
  type RecordingRow,
} from '../../db/central/recordings.ts';
import { callSettingsRow } from '../../db/central/call-settings.ts';
import { isContestable } from '../../db/central/scorings.ts';
import type { AuditEntry } from '../../db/central/audit.ts';
import type { Order } from '../../shared/domain/order.ts';
import { instant } from '../../shared/instant.ts';
import { writeCallAudit } from '../calls/log.ts';
import { now, type Service } from '../service.ts';
import type { Vault } from './vault.ts';

const DAY_MS = 86_400_000;
const BATCH = 200;

/** Orders whose course is over: nothing is decided about them any more. */
const OVER: ReadonlySet<Order['state']> = new Set(['archived', 'merged', 'transferred']);

/**
 * Deletes recordings that are past their time, with a record of each and of the round. One that an order still needs is
 * held until the order is archived: evidence is not destroyed (Z11).
 * @returns null where nothing was past its time
 */
export async function deletePastRecordings(service: Service, vault: Vault): Promise<RecordingPurge | null> {
  const { db } = service;
  const settings = await callSettingsRow.read(db);
  if (!settings) return null;
  const days = settings.recordingDays;
  const before = instant(service.nowMs() - days * DAY_MS);
  const round = { at: now(service), days, deleted: 0, held: 0, bytes: 0 };
  let last: RecordingRow | null = null;
  for (;;) {
    const found: RecordingRow[] = await recordingsBefore(db, before, last, BATCH);
    for (const row of found) {
      const became = await pastTime(service, vault, row, days);
      if (became === 'held') round.held += 1;
      if (became === 'deleted') {
        round.deleted += 1;
        round.bytes += row.bytes ?? 0;
      }
    }
    last = found.at(-1) ?? null;
    if (found.length < BATCH) break;
  }
  if (round.deleted === 0) return null;
  await db.transaction((tx) => insertPurge(tx, round));
  return round;
}

/** One that cannot be deleted is told and tried again in the next round: it must not keep the others beyond their time. */
async function pastTime(
  service: Service,
  vault: Vault,
  row: RecordingRow,
  days: number,
): Promise<'held' | 'deleted' | 'left'> {
  try {
    const orders = await ordersOfCall(service.db, row.callId);
    if (orders.some(({ state }) => !OVER.has(state))) return 'held';
    // While a score may be appealed against its recording is evidence; one that nobody has scored keeps none.
    if (await isContestable(service.db, row.callId)) return 'held';
    return (await deleteOne(service, vault, row, days)) ? 'deleted' : 'left';
  } catch (error) {
    service.log.error({ err: error, recording: row.id }, 'recording past its time is not deleted; tried again');
    return 'left';
  }
}

/** The row and its line in the log stay; a file that a crash leaves behind belongs to no row and is removed with the next word. */
async function deleteOne(service: Service, vault: Vault, row: RecordingRow, days: number): Promise<boolean> {
  const at = now(service);
  const { id, file, callId, bytes } = row;
  if (file === null) return false;
  // The file first: a row that says deleted while the sound is still there would be a lie.
  await vault.remove(file);
  return service.db.transaction(async (tx) => {
    if (!(await recordingDeleted(tx, id, at))) return false;
    const entry: AuditEntry = {
      at,
      accountId: null,
      deskId: null,
      action: 'recording.deleted',
      subject: id,
      detail: { callId, bytes, days },
    };
    await writeCallAudit(tx, [entry]);
    return true;
  });
}
