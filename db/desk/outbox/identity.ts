import { deskIdSchema, type DeskId } from '../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

/** Who this desk is to the centre. `token` null: it has to be enrolled before it can push. */
export interface Identity {
  readonly deskId: DeskId;
  readonly epoch: number;
  readonly code: string | null;
  readonly token: string | null;
  readonly city: string | null;
  /** Centre's clock less this desk's at the last exchange, ms. */
  readonly clockOffset: number | null;
  /** The life of the centre that has heard everything kept here; null before one was known. */
  readonly history: string | null;
}

interface IdentityRow {
  desk_id: string;
  epoch: number;
  code: string | null;
  token: string | null;
  city: string | null;
  clock_offset: number | null;
  history: string | null;
}

const SELECT = `SELECT desk_id, epoch, code, token, city, clock_offset, history FROM identity WHERE id = 1`;
const INSERT = `INSERT INTO identity (id, desk_id, epoch, code, token, last_seq, provisional_count, city, clock_offset)
VALUES (1, ?, 0, NULL, NULL, 0, 0, NULL, NULL) ON CONFLICT (id) DO NOTHING`;
const ENROL = `UPDATE identity SET epoch = ?, code = ?, token = ? WHERE id = 1`;
const RESTART_SEQUENCE = `UPDATE identity SET last_seq = ? WHERE id = 1`;
const FORGET_TOKEN = `UPDATE identity SET token = NULL WHERE id = 1`;
const HISTORY = `UPDATE identity SET history = ? WHERE id = 1`;
const CITY = `UPDATE identity SET city = ? WHERE id = 1`;
const CLOCK = `UPDATE identity SET clock_offset = ? WHERE id = 1`;
const NEXT_SEQ = `UPDATE identity SET last_seq = last_seq + 1 WHERE id = 1 RETURNING last_seq AS value`;
const NEXT_PROVISIONAL = `UPDATE identity SET provisional_count = provisional_count + 1 WHERE id = 1 RETURNING provisional_count AS value`;

export function readIdentity(db: ReadableDb): Identity | null {
  const row = db.get<IdentityRow>(SELECT);
  if (!row) return null;
  return {
    deskId: deskIdSchema.parse(row.desk_id),
    epoch: row.epoch,
    code: row.code,
    token: row.token,
    city: row.city,
    clockOffset: row.clock_offset,
    history: row.history,
  };
}

/** Names the desk once; an outbox that already has a name keeps it. */
export function nameDesk(db: WritableDb, deskId: DeskId): void {
  db.run(INSERT, [deskId]);
}

export function saveEnrolment(db: WritableDb, enrolment: { epoch: number; code: string; token: string }): void {
  db.run(ENROL, [enrolment.epoch, enrolment.code, enrolment.token]);
}

/** After the epoch went up and its unsent commands were given their places. */
export function restartSequence(db: WritableDb, lastSeq: number): void {
  db.run(RESTART_SEQUENCE, [lastSeq]);
}

/** The centre no longer knows this desk by it, or the outbox was salvaged: enrol again before pushing. */
export function forgetToken(db: WritableDb): void {
  db.run(FORGET_TOKEN);
}

export function saveHistory(db: WritableDb, history: string): void {
  db.run(HISTORY, [history]);
}

export function saveCity(db: WritableDb, city: string): void {
  db.run(CITY, [city]);
}

export function saveClockOffset(db: WritableDb, offsetMs: number): void {
  db.run(CLOCK, [Math.round(offsetMs)]);
}

/** The next place in the desk's own order; taken in the transaction that writes the command, so that no number is skipped. */
export function takeSequence(db: WritableDb): number {
  return taken(db, NEXT_SEQ);
}

/** Counts the provisional numbers this desk has given out. */
export function takeProvisionalCount(db: WritableDb): number {
  return taken(db, NEXT_PROVISIONAL);
}

function taken(db: WritableDb, sql: string): number {
  const row = db.get<{ value: number }>(sql);
  if (!row) throw new Error('the outbox has no identity row');
  return row.value;
}
