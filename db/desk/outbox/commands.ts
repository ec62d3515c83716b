import { actorSchema, type Actor } from '../../../shared/domain/people.ts';
import type { CommandId, OrderId } from '../../../shared/domain/ids.ts';
import { instantSchema, type Instant } from '../../../shared/instant.ts';
import { envelopeSchema, receiptSchema, type Envelope, type Receipt } from '../../../shared/sync/envelope.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';
import type { Identity } from './identity.ts';

/** `waiting`: not acknowledged. `accepted`, `refused`: the centre's receipt lies beside it. */
export type CommandState = 'waiting' | 'accepted' | 'refused';

/** A command as the outbox keeps it. */
export interface StoredCommand {
  readonly envelope: Envelope;
  readonly actor: Actor;
  readonly provisionalNumber: string | null;
  readonly summary: string;
  readonly state: CommandState;
  readonly settled: boolean;
  readonly attempts: number;
  readonly receipt: Receipt | null;
  /** The centre was set back since it acknowledged this: what it said then is no longer sure. */
  readonly again: boolean;
}

/** What is written of a command at its birth. */
export type NewCommand = Pick<StoredCommand, 'envelope' | 'actor' | 'provisionalNumber' | 'summary'>;

interface CommandRow {
  command_id: string;
  order_id: string;
  epoch: number;
  desk_seq: number;
  base_version: number;
  type: string;
  type_version: number;
  payload: string;
  actor: string;
  recorded_at: string;
  clock_offset: number | null;
  provisional_number: string | null;
  summary: string;
  state: CommandState;
  settled: number;
  attempts: number;
  receipt: string | null;
  again: number;
}

const COLUMNS = `command_id, order_id, epoch, desk_seq, base_version, type, type_version, payload, actor, recorded_at,
  clock_offset, provisional_number, summary, state, settled, attempts, receipt, again`;
const INSERT = `INSERT INTO commands (command_id, order_id, epoch, desk_seq, base_version, type, type_version, payload,
  actor, recorded_at, clock_offset, provisional_number, summary, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`;
const BY_ID = `SELECT ${COLUMNS} FROM commands WHERE command_id = ?`;
// index commands_of_order
const OF_ORDER = `SELECT ${COLUMNS} FROM commands WHERE order_id = ? ORDER BY local_seq`;
// index commands_of_order
const PENDING_OF_ORDER = `SELECT ${COLUMNS} FROM commands
WHERE order_id = ? AND (state = 'waiting' OR (state = 'accepted' AND (server_seq > ? OR again = 1)))
ORDER BY local_seq`;
// indexes commands_waiting, commands_again and commands_server_seq: little of it is ever unfinished
const PENDING_KNOWLEDGE = `SELECT ${COLUMNS} FROM commands WHERE local_seq IN (
  SELECT local_seq FROM commands INDEXED BY commands_waiting WHERE state = 'waiting'
  UNION SELECT local_seq FROM commands INDEXED BY commands_again WHERE again = 1
  UNION SELECT local_seq FROM commands INDEXED BY commands_server_seq WHERE state = 'accepted' AND server_seq > ?
) AND (type GLOB 'article.*' OR type GLOB 'feedback.*') AND state <> 'refused' ORDER BY local_seq`;
// index commands_waiting
const WAITING_ORDERS = `SELECT order_id FROM commands INDEXED BY commands_waiting WHERE state = 'waiting'`;
// index commands_again
const FORGOTTEN_ORDERS = `SELECT order_id FROM commands INDEXED BY commands_again WHERE again = 1`;
// index commands_server_seq
const ACKNOWLEDGED_ORDERS = `SELECT order_id FROM commands INDEXED BY commands_server_seq
WHERE state = 'accepted' AND server_seq > ?`;
// indexes commands_waiting and commands_again
const NEXT_BATCH = `SELECT ${COLUMNS} FROM commands WHERE local_seq IN (
  SELECT local_seq FROM commands INDEXED BY commands_waiting WHERE state = 'waiting'
  UNION ALL SELECT local_seq FROM commands INDEXED BY commands_again WHERE again = 1
) ORDER BY desk_seq LIMIT ?`;
// unique index on (epoch, desk_seq)
const FROM_SEQ = `SELECT ${COLUMNS} FROM commands WHERE epoch = ? AND desk_seq >= ? ORDER BY desk_seq LIMIT ?`;
// unique index on (epoch, desk_seq)
const LAST_SEQ = `SELECT max(desk_seq) AS last FROM commands WHERE epoch = ?`;
// the primary key, newest first
const RECENT = `SELECT ${COLUMNS} FROM commands WHERE local_seq > 0 ORDER BY local_seq DESC LIMIT ?`;
// indexes commands_waiting and commands_refused
const OPEN = `SELECT ${COLUMNS} FROM commands WHERE local_seq IN (
  SELECT local_seq FROM commands WHERE state = 'waiting'
  UNION ALL SELECT local_seq FROM commands WHERE state = 'refused' AND settled = 0
) ORDER BY local_seq LIMIT ?`;
// indexes commands_waiting and commands_refused
const COUNTS = `SELECT
  (SELECT count(*) FROM commands WHERE state = 'waiting') AS unsent,
  (SELECT count(*) FROM commands WHERE state = 'refused' AND settled = 0) AS refused`;
const RECEIPT = `UPDATE commands SET state = ?, receipt = ?, server_seq = ?, again = 0 WHERE command_id = ?`;
const ATTEMPT = `UPDATE commands SET attempts = attempts + 1 WHERE command_id = ?`;
const SETTLE = `UPDATE commands SET settled = 1 WHERE command_id = ? AND state = 'refused'`;
// what a person has dealt with was given up, or written anew: saying it again would do it twice
const SAY_AGAIN = `UPDATE commands SET again = 1, server_seq = 0 WHERE state = 'accepted' OR (state = 'refused' AND settled = 0)`;
// indexes commands_waiting and commands_again
const UNSAID = `SELECT command_id FROM commands WHERE local_seq IN (
  SELECT local_seq FROM commands INDEXED BY commands_waiting WHERE state = 'waiting'
  UNION ALL SELECT local_seq FROM commands INDEXED BY commands_again WHERE again = 1
) ORDER BY local_seq`;
const RENUMBER = `UPDATE commands SET epoch = ?, desk_seq = ? WHERE command_id = ?`;
// index commands_recorded
const DELETE_DONE = `DELETE FROM commands
WHERE recorded_at < ? AND again = 0 AND (state = 'accepted' OR (state = 'refused' AND settled = 1))`;

/** The list statements, for the test that looks at their plans. */
export const COMMAND_LISTS = [
  OF_ORDER,
  PENDING_OF_ORDER,
  PENDING_KNOWLEDGE,
  WAITING_ORDERS,
  FORGOTTEN_ORDERS,
  ACKNOWLEDGED_ORDERS,
  NEXT_BATCH,
  FROM_SEQ,
  LAST_SEQ,
  RECENT,
  OPEN,
  COUNTS,
  UNSAID,
  DELETE_DONE,
] as const;

export function insertCommand(db: WritableDb, { envelope, actor, provisionalNumber, summary }: NewCommand): void {
  db.run(INSERT, [
    envelope.commandId,
    envelope.aggregateId,
    envelope.deskEpoch,
    envelope.deskSeq,
    envelope.baseVersion,
    envelope.type,
    envelope.typeVersion,
    JSON.stringify(envelope.payload),
    JSON.stringify(actor),
    envelope.recordedAt,
    envelope.clockOffset,
    provisionalNumber,
    summary,
  ]);
}

export function findCommand(db: ReadableDb, identity: Identity, id: CommandId): StoredCommand | null {
  const row = db.get<CommandRow>(BY_ID, [id]);
  return row ? commandOf(row, identity) : null;
}

export function commandsOfOrder(db: ReadableDb, identity: Identity, id: OrderId): StoredCommand[] {
  return db.all<CommandRow>(OF_ORDER, [id]).map((row) => commandOf(row, identity));
}

/** What of an order the replica may not hold: unacknowledged, acknowledged beyond `cursor`, or to be said again. Oldest first. */
export function pendingOfOrder(db: ReadableDb, identity: Identity, id: OrderId, cursor: number): StoredCommand[] {
  return db.all<CommandRow>(PENDING_OF_ORDER, [id, cursor]).map((row) => commandOf(row, identity));
}

/** What has been said about knowledge and the replica may not hold, oldest first. */
export function pendingKnowledge(db: ReadableDb, identity: Identity, cursor: number): StoredCommand[] {
  return db.all<CommandRow>(PENDING_KNOWLEDGE, [cursor]).map((row) => commandOf(row, identity));
}

/** Every order that {@link pendingOfOrder} has something for. */
export function ordersWithPending(db: ReadableDb, cursor: number): string[] {
  const unsaid = [WAITING_ORDERS, FORGOTTEN_ORDERS].flatMap((sql) => db.all<{ order_id: string }>(sql));
  return [...new Set([...unsaid.map((row) => row.order_id), ...ordersAcknowledgedAfter(db, cursor)])];
}

/** Orders with commands acknowledged after `cursor`. */
export function ordersAcknowledgedAfter(db: ReadableDb, cursor: number): string[] {
  const rows = db.all<{ order_id: string }>(ACKNOWLEDGED_ORDERS, [cursor]);
  return [...new Set(rows.map((row) => row.order_id))];
}

/** What goes next, in the desk's own order: for the first time, or again. */
export function nextBatch(db: ReadableDb, identity: Identity, limit: number): StoredCommand[] {
  return db.all<CommandRow>(NEXT_BATCH, [limit]).map((row) => commandOf(row, identity));
}

/** Commands of the present epoch from a number on, acknowledged or not: what a centre restored from a backup lacks. */
export function batchFrom(db: ReadableDb, identity: Identity, deskSeq: number, limit: number): StoredCommand[] {
  return db.all<CommandRow>(FROM_SEQ, [identity.epoch, deskSeq, limit]).map((row) => commandOf(row, identity));
}

/** The number of the newest command of this life of the desk that is still kept; null where there is none. */
export function lastSequence(db: ReadableDb, identity: Identity): number | null {
  return db.get<{ last: number | null }>(LAST_SEQ, [identity.epoch])?.last ?? null;
}

/** Newest first, whatever became of them. */
export function recentCommands(db: ReadableDb, identity: Identity, limit: number): StoredCommand[] {
  return db.all<CommandRow>(RECENT, [limit]).map((row) => commandOf(row, identity));
}

/** Unsent, and refused without anybody having dealt with it; oldest first. */
export function openCommands(db: ReadableDb, identity: Identity, limit: number): StoredCommand[] {
  return db.all<CommandRow>(OPEN, [limit]).map((row) => commandOf(row, identity));
}

export function countCommands(db: ReadableDb): { unsent: number; refused: number } {
  return db.get<{ unsent: number; refused: number }>(COUNTS) ?? { unsent: 0, refused: 0 };
}

/** @returns false for a receipt of a command this outbox does not have */
export function saveReceipt(db: WritableDb, receipt: Receipt): boolean {
  const state: CommandState = receipt.outcome.kind;
  return db.run(RECEIPT, [state, JSON.stringify(receipt), receipt.serverSeq, receipt.commandId]) > 0;
}

export function countAttempt(db: WritableDb, ids: readonly CommandId[]): void {
  for (const id of ids) db.run(ATTEMPT, [id]);
}

/** @returns false where there is no such refused command */
export function settleCommand(db: WritableDb, id: CommandId): boolean {
  return db.run(SETTLE, [id]) > 0;
}

/** The centre may have forgotten all that it has acknowledged; its places in the feed mean nothing any more. */
export function sayAllAgain(db: WritableDb): void {
  db.run(SAY_AGAIN);
}

/** Gives all that is to be said its place in a new epoch, in the order it was written. @returns the last number given */
export function renumberUnsaid(db: WritableDb, epoch: number): number {
  const unsaid = db.all<{ command_id: string }>(UNSAID);
  for (const [index, row] of unsaid.entries()) db.run(RENUMBER, [epoch, index + 1, row.command_id]);
  return unsaid.length;
}

/** Deletes what is done with and older than `before`. */
export function deleteDoneCommands(db: WritableDb, before: Instant): number {
  return db.run(DELETE_DONE, [before]);
}

function commandOf(row: CommandRow, { deskId }: Identity): StoredCommand {
  const payload: unknown = JSON.parse(row.payload);
  const actor = actorSchema.parse(JSON.parse(row.actor));
  return {
    envelope: envelopeSchema.parse({
      commandId: row.command_id,
      deskId,
      deskEpoch: row.epoch,
      deskSeq: row.desk_seq,
      aggregateId: row.order_id,
      baseVersion: row.base_version,
      type: row.type,
      typeVersion: row.type_version,
      payload,
      actor: actor.accountId,
      recordedAt: instantSchema.parse(row.recorded_at),
      clockOffset: row.clock_offset,
    }),
    actor,
    provisionalNumber: row.provisional_number,
    summary: row.summary,
    state: row.state,
    settled: row.settled === 1,
    attempts: row.attempts,
    receipt: row.receipt === null ? null : receiptSchema.parse(JSON.parse(row.receipt)),
    again: row.again === 1,
  };
}
