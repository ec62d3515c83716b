import type { AuditEntry } from '../../db/central/audit.ts';
import type { NewReceipt } from '../../db/central/receipts.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { Instant } from '../../shared/instant.ts';
import { articleOf } from '../knowledge/facts.ts';
import { outcomeLines } from '../models/outcomes.ts';
import type { Decided, OrderInHand } from './decide.ts';

/** The receipt of a decided command, once its order has its number. */
export function receiptOf(
  { command, refusal, version, hidden }: Decided,
  orders: ReadonlyMap<OrderId, OrderInHand>,
): NewReceipt {
  const { deskId, deskEpoch, envelope } = command;
  const { commandId, deskSeq, aggregateId } = envelope;
  const number = hidden ? null : (orders.get(aggregateId)?.now?.number ?? null);
  const outcome: NewReceipt['outcome'] = refusal
    ? { kind: 'refused', failure: refusal }
    : { kind: 'accepted', version, number };
  return { commandId, deskId, deskEpoch, deskSeq, outcome };
}

/** The line of the audit log: who said what about which order, from where, and whether it was taken. */
export function auditOf({ command, refusal }: Decided, at: Instant): AuditEntry {
  const { deskId, envelope, body, knowledge } = command;
  const { actor, type, aggregateId, commandId, recordedAt, clockOffset } = envelope;
  return {
    at,
    accountId: actor,
    deskId,
    action: `command.${type}`,
    subject: aggregateId,
    detail: {
      commandId,
      recordedAt,
      clockOffset,
      refused: refusal?.code ?? null,
      ...lookOf(body),
      ...articleIn(knowledge),
      ...suggestedOf(body),
    },
  };
}

/** What became of suggestions: the next training learns from it. */
function suggestedOf(body: CommandBody | null): { suggested?: readonly string[] } {
  const suggested = body && 'suggested' in body.payload ? body.payload.suggested : undefined;
  return suggested && suggested.length > 0 ? { suggested: outcomeLines(suggested) } : {};
}

/** What was looked at, and on which screen: the audit log's reason to exist. T2, J5. */
function lookOf(body: CommandBody | null): { field?: string; where?: string } {
  return body?.type === 'personal.look' ? body.payload : {};
}

/** The article it is about: the aggregate's id alone does not name it. */
function articleIn(command: KnowledgeCommand | null): { article?: string } {
  const id = command && articleOf(command);
  return id ? { article: id } : {};
}
