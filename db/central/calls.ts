import type { CallRecord } from '../../shared/domain/call.ts';
import type { Writer } from './database.ts';

const INSERT = `
INSERT INTO calls (id, caller_number, agent_id, queued_at, answered_at, ended_at, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (id) DO NOTHING`;

/** Keeps a finished call; told twice, it is kept once. */
export async function insertCall(db: Writer, call: CallRecord): Promise<void> {
  const { callId, callerNumber, agentId, queuedAt, answeredAt, endedAt, outcome } = call;
  await db.write(INSERT, [callId, callerNumber, agentId, queuedAt, answeredAt, endedAt, outcome]);
}
