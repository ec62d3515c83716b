import type { StoredCommand } from '../../db/desk/outbox/commands.ts';
import { findOrder } from '../../db/desk/replica/orders.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { OutboxItem } from '../../shared/contract/desk.ts';
import { KNOWLEDGE_COMMAND_NAMES } from '../../shared/domain/knowledge/commands.ts';
import { COMMAND_NAMES } from '../../shared/domain/command.ts';

const NAMES = new Map<string, string>(Object.entries({ ...COMMAND_NAMES, ...KNOWLEDGE_COMMAND_NAMES }));

/** A command as the 同步 screen shows it. Which ones are under way only the sync worker knows: here they are waiting. */
export function outboxItem(command: StoredCommand, replica: ReadableDb): OutboxItem {
  const { envelope, receipt } = command;
  const order = findOrder(replica, envelope.aggregateId)?.effective.order ?? null;
  const outcome = receipt?.outcome ?? null;
  return {
    commandId: envelope.commandId,
    orderId: envelope.aggregateId,
    deskSeq: envelope.deskSeq,
    what: NAMES.get(envelope.type) ?? envelope.type,
    number: (outcome?.kind === 'accepted' ? outcome.number : null) ?? order?.number ?? null,
    provisionalNumber: command.provisionalNumber,
    summary: command.summary,
    by: command.actor.name,
    recordedAt: envelope.recordedAt,
    state: stateOf(command),
    failure: outcome?.kind === 'refused' ? outcome.failure : null,
    attempts: command.attempts,
  };
}

function stateOf({ state, settled }: StoredCommand): OutboxItem['state'] {
  if (state === 'waiting') return 'waiting';
  return state === 'refused' && !settled ? 'refused' : 'done';
}
