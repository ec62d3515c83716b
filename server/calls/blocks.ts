import { randomBytes } from 'node:crypto';
import {
  endBlocks,
  insertBlock,
  listBlocks,
  lockBlock,
  updateBlock,
  type BlockData,
} from '../../db/central/call-blocks.ts';
import { findCalls } from '../../db/central/calls.ts';
import { LONGEST_BLOCK_DAYS, type Block } from '../../shared/domain/calls/block.ts';
import { plainNumber } from '../../shared/domain/calls/settings.ts';
import { uuidV7, type CallId } from '../../shared/domain/ids.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import { maskPhone } from '../../shared/text/mask.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { auditOf, writeCallAudit } from './log.ts';

const LISTED = 200;
const SHORTEST = 5;
const DAY_MS = 86_400_000;

export interface BlockProposal {
  /** The call whose caller it is about; its number need not be shown to whoever proposes. */
  readonly callId: CallId | null;
  readonly number: string | null;
  readonly reason: string;
}

export interface BlockDecision {
  readonly id: string;
  readonly consent: boolean;
  readonly note: string;
  /** Ends by itself after so many days; nothing is for good. */
  readonly days: number;
}

/** What is proposed and blocked, numbers masked. */
export async function blocksFor(service: Service, actor: Actor): Promise<Block[]> {
  const blocks = await listBlocks(service.db, LISTED);
  const own = may(actor, 'hall.control')
    ? blocks
    : blocks.filter((block) => block.proposedBy.accountId === actor.accountId);
  return own.map((block) => ({ ...block, number: maskPhone(block.number) }));
}

/**
 * An operator proposes that a number be turned away for a time; nothing happens until a supervisor consents. T17.
 * @throws CALL_NOT_FOUND, BLOCK_EXISTS, INVALID_INPUT
 */
export async function proposeBlock(service: Service, session: LiveSession, proposal: BlockProposal): Promise<void> {
  const at = now(service);
  const { callId, reason } = proposal;
  await service.db.transaction(async (tx) => {
    const [call] = callId === null ? [] : await findCalls(tx, [callId]);
    if (callId !== null && !call) fail('CALL_NOT_FOUND');
    const number = call?.callerNumber ?? proposal.number ?? '';
    if (plainNumber(number).length < SHORTEST) fail('INVALID_INPUT', { detail: '没有可以限制的号码' });
    const block: BlockData = {
      id: uuidV7(service.nowMs(), randomBytes(10)),
      number,
      reason,
      state: 'proposed',
      proposedBy: authorOf(session.actor),
      proposedAt: at,
      callId,
      decidedBy: null,
      decidedAt: null,
      note: '',
      until: null,
    };
    if (!(await insertBlock(tx, plainNumber(number), block))) fail('BLOCK_EXISTS');
    await writeCallAudit(tx, [auditOf(session, at, 'call.blockProposed', block.id, { reason })]);
  });
}

/** A supervisor consents, with an end, or does not. @throws BLOCK_DECIDED, BLOCK_OWN, REASON_REQUIRED, INVALID_INPUT */
export async function decideBlock(service: Service, session: LiveSession, decision: BlockDecision): Promise<void> {
  const at = now(service);
  const { id, consent, note, days } = decision;
  await service.db.transaction(async (tx) => {
    const block = await lockBlock(tx, id);
    if (block?.state !== 'proposed') fail('BLOCK_DECIDED');
    // Two people stand behind every block.
    if (block.proposedBy.accountId === session.actor.accountId) fail('BLOCK_OWN');
    if (!consent && note === '') fail('REASON_REQUIRED');
    if (consent && (days < 1 || days > LONGEST_BLOCK_DAYS))
      fail('INVALID_INPUT', { detail: `限制期限为 1 至 ${LONGEST_BLOCK_DAYS} 天` });
    const until = consent ? instant(service.nowMs() + days * DAY_MS) : null;
    const decided = { decidedBy: authorOf(session.actor), decidedAt: at, note, until };
    await updateBlock(tx, { ...block, ...decided, state: consent ? 'active' : 'declined' });
    const action = consent ? 'call.blockConsented' : 'call.blockDeclined';
    await writeCallAudit(tx, [auditOf(session, at, action, id, { note, until })]);
  });
}

/** A supervisor ends it before its date. @throws BLOCK_DECIDED */
export async function liftBlock(service: Service, session: LiveSession, id: string, note: string): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const block = await lockBlock(tx, id);
    if (block?.state !== 'active') fail('BLOCK_DECIDED');
    await updateBlock(tx, { ...block, state: 'ended', note, until: at });
    await writeCallAudit(tx, [auditOf(session, at, 'call.blockLifted', id, { note })]);
  });
}

/** Those whose date has come are over, with a line in the log. Run by the maintenance. */
export async function endDueBlocks(service: Service, at: Instant): Promise<void> {
  await service.db.transaction(async (tx) => {
    const ended = await endBlocks(tx, at);
    await writeCallAudit(
      tx,
      ended.map(({ id, until }) => ({
        at,
        accountId: null,
        deskId: null,
        action: 'call.blockEnded',
        subject: id,
        detail: { until },
      })),
    );
  });
}
