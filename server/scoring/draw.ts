import { hash, randomBytes, randomUUID } from 'node:crypto';
import { findCalls } from '../../db/central/calls.ts';
import type { Reader, Writer } from '../../db/central/database.ts';
import { hallSettingsRow } from '../../db/central/hall.ts';
import { ordersOfCall } from '../../db/central/recordings.ts';
import { readCentre } from '../../db/central/reference.ts';
import {
  drawCandidates,
  drawnTo,
  findDraw,
  insertDraw,
  isDrawn,
  listPlans,
  lockPlan,
  scoringLoads,
} from '../../db/central/scoring-plans.ts';
import { insertScorings } from '../../db/central/scorings.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { may, type Actor, type Author } from '../../shared/domain/people.ts';
import { chooseCalls, lastPeriod, owedPeriods, type Period } from '../../shared/domain/scoring/draw.ts';
import type { Candidate, Chosen, Draw, PlanContent, SamplingPlan } from '../../shared/domain/scoring/plan.ts';
import type { ScoringForm } from '../../shared/domain/scoring/form.ts';
import type { Scoring } from '../../shared/domain/scoring/scoring.ts';
import { fail } from '../../shared/failure.ts';
import { beijingDate, instant, msOf, startOfBeijingDate, type Instant } from '../../shared/instant.ts';
import { addDays, addWorkingDays, calendarAt } from '../../shared/policy/calendar.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { mayHear } from '../recordings/library.ts';
import type { Telling } from '../notices/make.ts';
import { now, type Service } from '../service.ts';
import { formToday } from './forms.ts';
import { endScoring } from './keep.ts';
import { newScoring, scorable } from './make.ts';
import { actorsOf, actorsWho } from './people.ts';

/** Periods that are made up for after a time in which nothing ran. */
const MOST_OWED = 7;

/** Draws the last period that is over, asked for by a person. @throws SCORING_NOT_FOUND, DRAW_DONE, FORM_NOT_IN_FORCE */
export async function drawNow(service: Service, session: LiveSession, planId: string): Promise<Draw> {
  const today = beijingDate(service.nowMs());
  return service.db.transaction(async (tx) => {
    const plan = (await lockPlan(tx, planId)) ?? fail('SCORING_NOT_FOUND');
    const period = lastPeriod(plan.content.every, today);
    if (await isDrawn(tx, planId, period.from)) fail('DRAW_DONE', { detail: `${period.from} 至 ${period.to}` });
    const form = (await formToday(tx, service.nowMs(), plan.content.formId)) ?? fail('FORM_NOT_IN_FORCE');
    return drawPeriod(service, tx, { plan, form, period, session });
  });
}

/**
 * Draws every period that is over and not drawn, of every plan in use. Nodes that do it at once draw each once. A plan that
 * cannot be drawn is told in the log and keeps no other from it.
 */
export async function drawOwed(service: Service): Promise<number> {
  let drawn = 0;
  for (const { planId } of await listPlans(service.db)) {
    try {
      drawn += await service.db.transaction((tx) => drawPlan(service, tx, planId));
    } catch (error) {
      service.log.error({ err: error, planId }, 'a plan was not drawn; tried again at the next turn');
    }
  }
  return drawn;
}

/** @returns how many periods were drawn */
async function drawPlan(service: Service, tx: Writer, planId: string): Promise<number> {
  const plan = await lockPlan(tx, planId);
  if (!plan?.enabledSince || !plan.content.enabled) return 0;
  const since = beijingDate(msOf(plan.enabledSince));
  const today = beijingDate(service.nowMs());
  const owed = owedPeriods(plan.content.every, { since, drawnTo: await drawnTo(tx, planId), today }, MOST_OWED);
  if (owed.length === 0) return 0;
  // Without a form nothing can be scored; once there is one the periods are made up for.
  const form = await formToday(tx, service.nowMs(), plan.content.formId);
  if (!form) return 0;
  for (const period of owed) await drawPeriod(service, tx, { plan, form, period, session: null });
  return owed.length;
}

interface DrawWanted {
  readonly plan: SamplingPlan;
  readonly form: ScoringForm;
  readonly period: Period;
  /** Null: the clock. */
  readonly session: LiveSession | null;
}

async function drawPeriod(service: Service, tx: Writer, { plan, form, period, session }: DrawWanted): Promise<Draw> {
  const at = now(service);
  const by = session && authorOf(session.actor);
  const { criteria } = plan.content;
  const candidates = await candidatesOf(tx, plan, period, at);
  const seed = randomBytes(16).toString('hex');
  const chosen = chooseCalls(candidates, criteria, rankBy(seed));
  const drawId = randomUUID();
  const calendar = calendarAt(await readCentre(tx));
  const due = instant(addWorkingDays(service.nowMs(), plan.content.dueDays, calendar).dueMs);
  const assigned = await assign(tx, plan, candidates, chosen);
  const scorings = assigned.flatMap(({ call, agent, inspector, criterion }): Scoring[] => {
    const why = criteria[criterion];
    const scored = scorable(call);
    if (!why || !scored) return [];
    const source = { kind: 'plan', planId: plan.planId, planName: plan.content.name, drawId, why } as const;
    return [newScoring(service.nowMs(), { source, call: scored, agent, form, inspector, due, by })];
  });
  const unassigned = scorings.filter(({ inspector }) => inspector === null).length;
  const draw: Draw = {
    id: drawId,
    planId: plan.planId,
    planName: plan.content.name,
    ...period,
    at,
    by,
    seed,
    population: candidates.length,
    drawn: scorings.length,
    unassigned,
  };
  await insertDraw(tx, { draw, candidates, criteria, chosen });
  await insertScorings(tx, scorings);
  const detail = { ...period, seed, population: candidates.length, drawn: scorings.length, unassigned };
  const entry = {
    at,
    accountId: session?.actor.accountId ?? null,
    deskId: session?.deskId ?? null,
    action: 'scoring.drawn',
    subject: plan.planId,
    detail,
  };
  await endScoring(tx, service, [entry], assignmentTellings(plan.content.name, scorings, due));
  return draw;
}

function assignmentTellings(planName: string, scorings: readonly Scoring[], due: Instant): Telling[] {
  const counts = new Map<AccountId, number>();
  for (const { inspector } of scorings)
    if (inspector) counts.set(inspector.accountId, (counts.get(inspector.accountId) ?? 0) + 1);
  return [...counts].map(([accountId, count]) => ({
    kind: 'scoringAssigned',
    order: null,
    unitId: null,
    permission: 'scoring.score',
    due,
    what: `${planName}，${count} 件`,
    accountId,
  }));
}

/** By the hash of seed and call: nobody can steer it, and anybody can do it again. */
export function rankBy(seed: string): (callId: CallId) => string {
  return (callId) => hash('sha256', `${seed} ${callId}`);
}

async function candidatesOf(
  tx: Reader,
  plan: Pick<SamplingPlan, 'content'> & { readonly planId: string | null },
  period: Period,
  before: Instant,
): Promise<Candidate[]> {
  const { teamId } = plan.content;
  const teams = teamId === null ? [] : ((await hallSettingsRow.read(tx))?.teams ?? []);
  return drawCandidates(tx, {
    planId: plan.planId,
    from: instant(startOfBeijingDate(period.from)),
    to: instant(startOfBeijingDate(addDays(period.to, 1))),
    agents: teamId === null ? null : (teams.find(({ id }) => id === teamId)?.members ?? []),
    before,
  });
}

interface Assigned {
  readonly call: CallRecord;
  readonly agent: Author;
  readonly inspector: Author | null;
  readonly criterion: number;
}

/**
 * Gives each drawn call to whoever has the fewest before them, among those who may hear it and have not spoken in it.
 * Where there is nobody it stays open for whoever may later.
 */
async function assign(
  tx: Reader,
  plan: Pick<SamplingPlan, 'content'>,
  candidates: readonly Candidate[],
  chosen: readonly Chosen[],
): Promise<Assigned[]> {
  const { inspectors: named } = plan.content;
  const everybody = named.length > 0 ? await actorsOf(tx, named) : await actorsWho(tx, 'scoring.score');
  const inspectors = everybody.filter((actor) => may(actor, 'scoring.score'));
  const loads = await scoringLoads(tx);
  const calls = new Map(
    (
      await findCalls(
        tx,
        chosen.map(({ callId }) => callId),
      )
    ).map((call) => [call.callId, call]),
  );
  const agentOf = new Map(candidates.map(({ callId, agentId }) => [callId, agentId]));
  const agents = new Map((await actorsOf(tx, [...new Set(agentOf.values())])).map((agent) => [agent.accountId, agent]));
  const assigned: Assigned[] = [];
  for (const { callId, criterion } of chosen) {
    const call = calls.get(callId);
    const agent = agents.get(agentOf.get(callId) ?? call?.agentId ?? fail('CALL_NOT_FOUND'));
    // Somebody who has left needs no score.
    if (!call || !agent) continue;
    const orders = await ordersOfCall(tx, callId);
    const inspector = leastLoaded(
      inspectors.filter((actor) => !call.agents.includes(actor.accountId) && mayHear(actor, call, orders)),
      loads,
    );
    if (inspector) loads.set(inspector.accountId, (loads.get(inspector.accountId) ?? 0) + 1);
    assigned.push({ call, agent: authorOf(agent), inspector: inspector && authorOf(inspector), criterion });
  }
  return assigned;
}

function leastLoaded(actors: readonly Actor[], loads: ReadonlyMap<AccountId, number>): Actor | null {
  const load = ({ accountId }: Actor): number => loads.get(accountId) ?? 0;
  return actors.toSorted((one, other) => load(one) - load(other)).at(0) ?? null;
}

/** What a plan would draw from the last period that is over, by a seed that is thrown away. */
export async function previewPlan(
  service: Pick<Service, 'db' | 'nowMs'>,
  plan: { readonly planId: string | null; readonly content: PlanContent },
): Promise<Period & { population: number; drawn: number; byCriterion: number[]; unassigned: number }> {
  const { criteria, every } = plan.content;
  const period = lastPeriod(every, beijingDate(service.nowMs()));
  const candidates = await candidatesOf(service.db, plan, period, now(service));
  const chosen = chooseCalls(candidates, criteria, rankBy(randomBytes(16).toString('hex')));
  const assigned = await assign(service.db, plan, candidates, chosen);
  return {
    ...period,
    population: candidates.length,
    drawn: assigned.length,
    byCriterion: criteria.map((_, index) => assigned.filter(({ criterion }) => criterion === index).length),
    unassigned: assigned.filter(({ inspector }) => inspector === null).length,
  };
}

/** A draw made again from what was kept, and how its calls compare with those of the period now. @throws SCORING_NOT_FOUND */
export async function redraw(
  service: Pick<Service, 'db'>,
  drawId: string,
): Promise<{ same: boolean; chosen: CallId[]; appeared: number; vanished: number }> {
  const kept = (await findDraw(service.db, drawId)) ?? fail('SCORING_NOT_FOUND');
  const { draw, candidates, criteria } = kept;
  const chosen = chooseCalls(candidates, criteria, rankBy(draw.seed));
  const plan = (await listPlans(service.db)).find(({ planId }) => planId === draw.planId) ?? fail('SCORING_NOT_FOUND');
  const there = new Set(
    (
      await drawCandidates(service.db, {
        planId: draw.planId,
        from: instant(startOfBeijingDate(draw.from)),
        to: instant(startOfBeijingDate(addDays(draw.to, 1))),
        agents: plan.content.teamId === null ? null : [...new Set(candidates.map(({ agentId }) => agentId))],
        before: draw.at,
      })
    ).map(({ callId }) => callId),
  );
  const then = new Set(candidates.map(({ callId }) => callId));
  return {
    same: JSON.stringify(chosen) === JSON.stringify(kept.chosen),
    chosen: chosen.map(({ callId }) => callId),
    appeared: [...there].filter((callId) => !then.has(callId)).length,
    vanished: [...then].filter((callId) => !there.has(callId)).length,
  };
}
