import type { CommandId, DeskId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Receipt } from '../../shared/sync/envelope.ts';
import type { Reader, Writer } from './database.ts';

export interface ReceiptRow {
  readonly commandId: CommandId;
  readonly deskId: DeskId;
  readonly at: Instant;
  readonly outcome: Receipt['outcome'];
}

/** What came of these commands, for those the centre has taken. Index: receipts_pkey. */
export async function findReceipts(db: Reader, ids: readonly CommandId[]): Promise<ReceiptRow[]> {
  return db.read<ReceiptRow>(
    `SELECT command_id AS "commandId", desk_id AS "deskId", at, outcome FROM receipts WHERE command_id = ANY ($1::uuid[])`,
    [ids],
  );
}

export interface NewReceipt {
  readonly commandId: CommandId;
  readonly deskId: DeskId;
  readonly deskEpoch: number;
  readonly deskSeq: number;
  readonly outcome: Receipt['outcome'];
}

const INSERT = `
INSERT INTO receipts (command_id, desk_id, desk_epoch, desk_seq, at, outcome)
SELECT (d->>'commandId')::uuid, (d->>'deskId')::uuid, (d->>'deskEpoch')::int, (d->>'deskSeq')::bigint, $2, d->'outcome'
FROM jsonb_array_elements($1::jsonb) d`;

export async function insertReceipts(db: Writer, receipts: readonly NewReceipt[], at: Instant): Promise<void> {
  await db.write(INSERT, [JSON.stringify(receipts), at]);
}

/** Removes receipts older than `until`. Index: receipts_at. */
export async function forgetReceipts(db: Writer, until: Instant): Promise<void> {
  await db.write('DELETE FROM receipts WHERE at < $1', [until]);
}
