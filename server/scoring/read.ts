import { findCalls } from '../../db/central/calls.ts';
import type { Reader } from '../../db/central/database.ts';
import { ordersOfCall } from '../../db/central/recordings.ts';
import { findScoringForm } from '../../db/central/scoring-forms.ts';
import { findScoring, scoringPage } from '../../db/central/scorings.ts';
import type { ScoringDetail, ScoringListInput } from '../../shared/contract/scoring.ts';
import type { CallDetail } from '../../shared/contract/calls.ts';
import type { CallId } from '../../shared/domain/ids.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { scoringActs, scoringFor } from '../../shared/domain/scoring/acts.ts';
import type { Scoring, ScoringRow } from '../../shared/domain/scoring/scoring.ts';
import { fail } from '../../shared/failure.ts';
import { instant, startOfBeijingDate } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { callSides } from '../calls/list.ts';
import { mayHear } from '../recordings/library.ts';
import { now, type Service } from '../service.ts';

const PAGE = 100;

/** A list of scores, newest first; everybody's only for whoever scores or decides. @throws NOT_PERMITTED */
export async function listScorings(
  service: Pick<Service, 'db'>,
  { actor }: Pick<LiveSession, 'actor'>,
  input: ScoringListInput,
): Promise<{ rows: ScoringRow[]; more: boolean }> {
  const needs = {
    ofMe: true,
    mine: true,
    toScore: may(actor, 'scoring.score'),
    appeals: may(actor, 'scoring.decide'),
    all: readsAll(actor),
  };
  if (!needs[input.view]) fail('NOT_PERMITTED');
  const { submittedFrom, submittedTo, ...rest } = input;
  const submitted = {
    from: submittedFrom === null ? null : instant(startOfBeijingDate(submittedFrom)),
    to: submittedTo === null ? null : instant(startOfBeijingDate(addDays(submittedTo, 1))),
  };
  const found = await scoringPage(service.db, actor.accountId, rest, submitted, PAGE + 1);
  return {
    rows: found.slice(0, PAGE).map(({ scoring, formName }) => rowOf(scoring, formName)),
    more: found.length > PAGE,
  };
}

/** Reads scores that are neither of them nor by them. */
export function readsAll(actor: Actor): boolean {
  return may(actor, 'scoring.score') || may(actor, 'scoring.decide');
}

export function rowOf(
  { sheet: _sheet, savedAt: _savedAt, appeal, first: _first, course: _course, ...row }: Scoring,
  formName: string,
): ScoringRow {
  return { ...row, formName, appealed: appeal !== null };
}

/** The row of a scoring whose form's name is not at hand. */
export async function rowWithForm({ db }: Pick<Service, 'db'>, scoring: Scoring): Promise<ScoringRow> {
  const form = await findScoringForm(db, scoring.formId, scoring.formVersion);
  return rowOf(scoring, form?.content.name ?? '');
}

/** One scoring with its form, the call's orders and recordings as this reader may have them. @throws SCORING_NOT_FOUND, NOT_PERMITTED */
export async function scoringDetail(
  service: Pick<Service, 'db' | 'nowMs'>,
  { actor }: Pick<LiveSession, 'actor'>,
  id: string,
): Promise<ScoringDetail> {
  const kept = await findScoring(service.db, id);
  const scoring = (kept && scoringFor(kept, actor)) ?? fail('SCORING_NOT_FOUND');
  const form = await findScoringForm(service.db, scoring.formId, scoring.formVersion);
  if (!form) throw new Error(`scoring ${id} has no form`);
  const own = [scoring.agent, scoring.inspector].some((one) => one?.accountId === actor.accountId);
  // What is remarked tells of the call: whoever may not hear it does not read it either.
  if (!own && !(await hears(service.db, actor, scoring.call.callId))) fail('NOT_PERMITTED');
  const sides = await sidesOf(service, actor, scoring.call.callId);
  return { scoring, form, ...sides, acts: scoringActs(scoring, actor, now(service)) };
}

/** False where the call is not there, or one of its orders is kept from them. */
export async function hears(db: Reader, actor: Actor, callId: CallId): Promise<boolean> {
  const [[call], orders] = await Promise.all([findCalls(db, [callId]), ordersOfCall(db, callId)]);
  return call !== undefined && mayHear(actor, call, orders);
}

/** What stands beside a score: the call's orders and recordings. */
export async function sidesOf(service: Pick<Service, 'db'>, actor: Actor, callId: CallId): Promise<CallDetail> {
  const [call] = await findCalls(service.db, [callId]);
  return call ? callSides(service, actor, call) : { orders: [], recordings: [] };
}
