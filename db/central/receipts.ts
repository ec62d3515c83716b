import type { CommandId, DeskId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Envelope, Receipt } from '../../shared/sync/envelope.ts';
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
  readonly envelope: Envelope;
  readonly deskId: DeskId;
  readonly deskEpoch: number;
  readonly outcome: Receipt['outcome'];
}

const INSERT = `
INSERT INTO receipts (command_id, desk_id, desk_epoch, desk_seq, order_id, actor, type, recorded_at, clock_offset, at, outcome)
SELECT t.command_id, t.desk_id, t.desk_epoch, t.desk_seq, t.order_id, t.actor, t.type, t.recorded_at, t.clock_offset,
       $10::timestamptz, t.outcome::jsonb
FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::bigint[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[],
            $9::bigint[], $11::text[])
  AS t (command_id, desk_id, desk_epoch, desk_seq, order_id, actor, type, recorded_at, clock_offset, outcome)`;

export async function insertReceipts(db: Writer, receipts: readonly NewReceipt[], at: Instant): Promise<void> {
  await db.write(INSERT, [
    receipts.map(({ envelope }) => envelope.commandId),
    receipts.map(({ deskId }) => deskId),
    receipts.map(({ deskEpoch }) => deskEpoch),
    receipts.map(({ envelope }) => envelope.deskSeq),
    receipts.map(({ envelope }) => envelope.aggregateId),
    receipts.map(({ envelope }) => envelope.actor),
    receipts.map(({ envelope }) => envelope.type),
    receipts.map(({ envelope }) => envelope.recordedAt),
    receipts.map(({ envelope }) => envelope.clockOffset),
    at,
    receipts.map(({ outcome }) => JSON.stringify(outcome)),
  ]);
}

/** Removes receipts older than `until`. Index: receipts_at. */
export async function forgetReceipts(db: Writer, until: Instant): Promise<void> {
  await db.write('DELETE FROM receipts WHERE at < $1', [until]);
}
