import type { CallRecord } from '../../shared/domain/call.ts';
import { callIdSchema } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';

/** A caller who rang 12345 and gave up. @param waitSeconds null where the end was not heard */
export function abandonedCall(id: string, number: string, queuedMs: number, waitSeconds: number | null): CallRecord {
  return {
    callId: callIdSchema.parse(id),
    direction: 'inbound',
    callerNumber: number,
    dialled: '12345',
    agentId: null,
    agents: [],
    queuedAt: instant(queuedMs),
    answeredAt: null,
    endedAt: waitSeconds === null ? null : instant(queuedMs + waitSeconds * 1000),
    endedBy: 'caller',
    outcome: 'abandoned',
    closed: null,
    skillId: null,
    legs: [],
    unknown: [],
  };
}
