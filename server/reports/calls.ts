import { callPage, type CallCursor, type ListedCall } from '../../db/central/calls.ts';
import type { CallsAsked, ReportCall, ReportCalls } from '../../shared/contract/report-calls.ts';
import type { CallOutcome } from '../../shared/domain/call.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { callFiguresOf } from '../../shared/figures/calls.ts';
import type { CallFigureId } from '../../shared/figures/ids.ts';
import { instant, msOf, startOfBeijingDate, type Instant } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import { maskPhone } from '../../shared/text/mask.ts';
import type { Service } from '../service.ts';
import { requirePeriod, unitsOf } from './looked-at.ts';

const PAGE = 100;
/** Narrows what is read; `callFiguresOf` has the last word on each. */
const OUTCOMES: Readonly<Record<CallFigureId, readonly CallOutcome[]>> = {
  calls: ['answered', 'abandoned'],
  callsAnswered: ['answered'],
  callsSoon: ['answered'],
  callsAbandoned: ['abandoned'],
  callsRefused: ['refused'],
};

/**
 * The calls behind a figure, newest first, numbers masked. A page may be short, also empty, where others lie between.
 * @throws NOT_PERMITTED for somebody who reads their own units' figures only: calls belong to no unit
 */
export async function reportCalls({ db }: Pick<Service, 'db'>, actor: Actor, asked: CallsAsked): Promise<ReportCalls> {
  requirePeriod(asked);
  if (unitsOf(actor) !== null) fail('NOT_PERMITTED');
  const { figure, after } = asked;
  const from = instant(startOfBeijingDate(asked.from));
  const to = instant(startOfBeijingDate(addDays(asked.to, 1)));
  const outcomes = OUTCOMES[figure];
  const wanted = { from, to, agent: null, outcomes, direction: 'inbound', digits: null } as const;
  const found = await callPage(db, wanted, after, PAGE);
  const counting = found.filter(({ record, live }) => !live && callFiguresOf(record).figures.includes(figure));
  return { rows: counting.map(rowOf), next: found.length < PAGE ? null : cursorOf(found) };
}

function cursorOf(found: readonly ListedCall[]): CallCursor | null {
  const last = found.at(-1)?.record;
  return last ? { queuedAt: last.queuedAt, callId: last.callId } : null;
}

function rowOf({ record, people }: ListedCall): ReportCall {
  const { callId, callerNumber, agentId, queuedAt, answeredAt, endedAt, outcome } = record;
  return {
    callId,
    number: maskPhone(callerNumber),
    queuedAt,
    outcome,
    agent: people.find(({ accountId }) => accountId === agentId)?.name ?? '',
    waitMs: between(queuedAt, answeredAt ?? endedAt),
    talkMs: answeredAt === null ? null : between(answeredAt, endedAt),
  };
}

function between(from: Instant, to: Instant | null): number | null {
  return to === null ? null : msOf(to) - msOf(from);
}
