import type { KeptDraw } from '../../../db/central/scoring-plans.ts';
import type { CallRecord } from '../../../shared/domain/call.ts';
import { uuidV7 } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Author } from '../../../shared/domain/people.ts';
import type { Calibration } from '../../../shared/domain/scoring/calibration.ts';
import { appealed, confirmed, decided, lapsed, submitted } from '../../../shared/domain/scoring/course.ts';
import { chooseCalls, lastPeriod, type Period } from '../../../shared/domain/scoring/draw.ts';
import type { ScoringForm } from '../../../shared/domain/scoring/form.ts';
import type { Candidate, Criterion, SamplingPlan } from '../../../shared/domain/scoring/plan.ts';
import type { Scoring } from '../../../shared/domain/scoring/scoring.ts';
import { resultOf, type Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { beijingDate, instant, msOf, startOfBeijingDate, type Instant } from '../../../shared/instant.ts';
import { addDays, addWorkingDays, type Calendar } from '../../../shared/policy/calendar.ts';
import { authorOf } from '../../access/author.ts';
import { rankBy } from '../../scoring/draw.ts';
import { newScoring, scorable } from '../../scoring/make.ts';
import type { DemoPeople } from '../people.ts';
import { at, randomFrom, type Random } from '../random.ts';
import { DEMO_APPEALS, DEMO_DECISIONS, DEMO_FORM } from './form.ts';
import { fullSheet, sheetOf } from './sheets.ts';

/** How the demo's calls have been scored. */
export interface DemoScoring {
  readonly form: ScoringForm;
  readonly plans: readonly SamplingPlan[];
  /** The calls that could be drawn. */
  readonly calls: readonly CallRecord[];
  readonly draws: readonly KeptDraw[];
  readonly calibration: Calibration | null;
  /** The calibration's among them. */
  readonly scorings: readonly Scoring[];
}

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
const SEED = 2026;
const WEEKS = 8;
/** Younger calls are left to whoever tries the demo. */
const YOUNGEST_MS = 3 * DAY_MS;
/** Calls that are kept: enough for a draw to be one. */
const MOST_CALLS = 160;

const WEEKLY: readonly Criterion[] = [
  { kind: 'dissatisfied', count: 3 },
  { kind: 'long', minutes: 6, count: 1 },
  { kind: 'perAgent', count: 1 },
];

/** Some of the calls that the demo's orders were written in; `every` orders were offered. */
export function demoCalls(orders: readonly Order[], nowMs: number): CallRecord[] {
  const from = startOfBeijingDate(firstWeek(nowMs).from);
  const fit = orders.flatMap((order) => callOf(order, from, nowMs - YOUNGEST_MS) ?? []);
  const step = Math.max(1, Math.ceil(fit.length / MOST_CALLS));
  return fit.filter((_, index) => index % step === 0);
}

function callOf({ call, createdBy, request }: Order, fromMs: number, toMs: number): CallRecord | null {
  if (call?.source !== 'exchange' || call.answeredAt === null || call.endedAt === null) return null;
  if (request.sensitivity === 'secret' || msOf(call.startedAt) < fromMs || msOf(call.startedAt) >= toMs) return null;
  return {
    callId: call.callId,
    direction: 'inbound',
    callerNumber: call.number,
    dialled: '12345',
    agentId: createdBy.accountId,
    agents: [createdBy.accountId],
    queuedAt: call.startedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    endedBy: 'caller',
    outcome: 'answered',
    closed: null,
    skillId: null,
    legs: [],
    unknown: [],
  };
}

interface Setting {
  readonly people: DemoPeople;
  readonly calendar: Calendar;
  readonly nowMs: number;
  readonly random: Random;
  readonly form: ScoringForm;
}

/** Scores them: drawn week by week, scored, confirmed or appealed against, by the rules that real ones keep. */
export function demoScoring(
  orders: readonly Order[],
  people: DemoPeople,
  calendar: Calendar,
  nowMs: number,
): DemoScoring {
  const random = randomFrom(SEED);
  const keeper = authorOf(people.staff('administrator', 0));
  const began = firstWeek(nowMs).from;
  const form: ScoringForm = {
    formId: idAt(random, startOfBeijingDate(began)),
    version: 1,
    revision: 2,
    state: 'released',
    content: DEMO_FORM,
    from: began,
    until: null,
    by: keeper,
    at: instant(startOfBeijingDate(began)),
  };
  const setting: Setting = { people, calendar, nowMs, random, form };
  const plans = demoPlans(setting, keeper);
  const calls = demoCalls(orders, nowMs);
  const unhappy = new Set(
    orders.filter(isUnhappy).flatMap(({ call }) => (call?.source === 'exchange' ? call.callId : [])),
  );
  const weeks = weeksBefore(nowMs);
  const drawn = weeks.map((period) => drawWeek(setting, at(plans, 0), calls, unhappy, period));
  const scored = drawn.flatMap(({ scorings }, week) =>
    scorings.map((scoring, index) => courseOf(setting, scoring, weeks.length - 1 - week, index)),
  );
  const calibrated = calibrationOf(setting, calls);
  return {
    form,
    plans,
    calls,
    draws: drawn.map(({ draw }) => draw),
    calibration: calibrated?.calibration ?? null,
    scorings: [...withOpenAppeal(scored), ...(calibrated?.scorings ?? [])],
  };
}

function isUnhappy({ life }: Order): boolean {
  return life.followUps.some(({ rating }) => rating === 'dissatisfied');
}

function weeksBefore(nowMs: number): Period[] {
  const weeks: Period[] = [];
  for (let week = lastPeriod('week', beijingDate(nowMs)); weeks.length < WEEKS; week = lastPeriod('week', week.from))
    weeks.unshift(week);
  return weeks;
}

function firstWeek(nowMs: number): Period {
  return at(weeksBefore(nowMs), 0);
}

function idAt(random: Random, ms: number): string {
  return uuidV7(ms, random.bytes(10));
}

function demoPlans({ random, form, nowMs }: Setting, by: Author): SamplingPlan[] {
  const made = form.at;
  const base = { formId: form.formId, teamId: null, inspectors: [], dueDays: 5 };
  const plan = (
    enabledSince: Instant | null,
    content: Pick<SamplingPlan['content'], 'name' | 'every' | 'criteria'>,
  ) => ({
    planId: idAt(random, msOf(made)),
    revision: 1,
    content: { ...base, ...content, enabled: enabledSince !== null },
    enabledSince,
    by,
    at: made,
  });
  return [
    plan(made, { name: '每周抽检', every: 'week', criteria: [...WEEKLY] }),
    plan(instant(nowMs), {
      name: '每月转办专项',
      every: 'month',
      criteria: [
        { kind: 'outcome', outcome: 'forward', count: 20 },
        { kind: 'share', percent: 1 },
      ],
    }),
    plan(null, { name: '新员工首月', every: 'day', criteria: [{ kind: 'newStaff', days: 30, count: 2 }] }),
  ];
}

function drawWeek(
  setting: Setting,
  plan: SamplingPlan,
  calls: readonly CallRecord[],
  unhappy: ReadonlySet<string>,
  period: Period,
): { draw: KeptDraw; scorings: Scoring[] } {
  const { random, calendar, people, form } = setting;
  const from = startOfBeijingDate(period.from);
  const to = startOfBeijingDate(addDays(period.to, 1));
  // The night after: the first minutes of Monday.
  const atMs = to + 10 * 60_000;
  const within = calls.filter(({ queuedAt }) => msOf(queuedAt) >= from && msOf(queuedAt) < to);
  const candidates = within.flatMap((call): Candidate[] => {
    const scored = scorable(call);
    if (!scored || call.agentId === null) return [];
    const dissatisfied = unhappy.has(call.callId);
    const { callId, agentId } = call;
    return [{ callId, agentId, inPeriod: true, seconds: scored.seconds, agentDays: 0, dissatisfied, outcomes: [] }];
  });
  const seed = Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const chosen = chooseCalls(candidates, plan.content.criteria, rankBy(seed));
  const drawId = idAt(random, atMs);
  const due = instant(addWorkingDays(atMs, plan.content.dueDays, calendar).dueMs);
  const scorings = chosen.flatMap(({ callId, criterion }, index): Scoring[] => {
    const record = within.find((call) => call.callId === callId);
    const call = record && scorable(record);
    const agent = record?.agentId ? people.byId(record.agentId) : null;
    if (!call || !agent) return [];
    const why = at(plan.content.criteria, criterion);
    const source = { kind: 'plan', planId: plan.planId, planName: plan.content.name, drawId, why } as const;
    const inspector = authorOf(people.staff('qualityInspector', index));
    return [newScoring(atMs, { source, call, agent: authorOf(agent), form, inspector, due, by: null })];
  });
  const count = { population: candidates.length, drawn: scorings.length, unassigned: 0 };
  const said = {
    planId: plan.planId,
    planName: plan.content.name,
    ...period,
    at: instant(atMs),
    by: null,
    seed,
    ...count,
  };
  return { draw: { draw: { id: drawId, ...said }, candidates, criteria: plan.content.criteria, chosen }, scorings };
}

/** What became of a drawn call. @param weeksAgo 0: of the last week, which is still being scored */
function courseOf(setting: Setting, drawn: Scoring, weeksAgo: number, index: number): Scoring {
  const { random, nowMs, calendar, people, form } = setting;
  const madeMs = msOf(drawn.madeAt);
  const inspector = drawn.inspector;
  const handedInMs = madeMs + random.between(9, 16) * HOUR_MS + (weeksAgo === 0 ? 0 : random.between(0, 3) * DAY_MS);
  // Of the last week's some wait for their inspector; the first one never does, so that there is something to see.
  if (!inspector || handedInMs >= nowMs || (weeksAgo === 0 && index > 0 && random.chance(0.4))) return drawn;
  const sheet = sheetOf(random, drawn.call.seconds);
  const result = resultOf(form.content, sheet);
  if (!result) return drawn;
  const untilMs = addWorkingDays(handedInMs, form.content.appealDays, calendar).dueMs;
  const handedIn = submitted(
    drawn,
    { at: instant(handedInMs), by: inspector },
    { sheet, result, appealUntil: instant(untilMs), teamId: null },
  );
  const answered = { at: instant(handedInMs + random.between(2, 20) * HOUR_MS), by: drawn.agent };
  if (msOf(answered.at) >= nowMs) return handedIn;
  if (weeksAgo === 0) {
    // One appeal waits to be decided; the others wait for their operators.
    return index === 0 && result.total < 100
      ? appealed(handedIn, answered, at(DEMO_APPEALS, 0), lostIn(sheet))
      : handedIn;
  }
  if (result.total < 100 && random.chance(0.12)) {
    const against = appealed(handedIn, answered, random.pick(DEMO_APPEALS), lostIn(sheet));
    const supported = !result.vetoed && random.chance(0.4);
    const decidedMs = Math.min(msOf(answered.at) + DAY_MS, nowMs - HOUR_MS);
    const step = { at: instant(decidedMs), by: authorOf(people.staff('shiftSupervisor', index)) };
    const better = supported ? corrected(form, sheet) : null;
    return decided(against, step, better ? DEMO_DECISIONS.corrected : DEMO_DECISIONS.upheld, better);
  }
  if (random.chance(0.3)) return untilMs < nowMs ? lapsed(handedIn, instant(untilMs)) : handedIn;
  return confirmed(handedIn, answered);
}

/**
 * On a Monday nothing of the last week is scored yet, and its first score may leave nothing to appeal against: then the
 * newest confirmed one that does is appealed against instead.
 */
function withOpenAppeal(scorings: readonly Scoring[]): Scoring[] {
  if (scorings.some(({ state }) => state === 'appealed')) return [...scorings];
  const newest = scorings.findLastIndex(({ state, result }) => state === 'confirmed' && (result?.total ?? 100) < 100);
  return scorings.map((scoring, index) => {
    const last = scoring.course.at(-1);
    if (index !== newest || !last) return scoring;
    const before = { ...scoring, course: scoring.course.slice(0, -1) };
    return appealed(before, last, at(DEMO_APPEALS, 0), lostIn(scoring.sheet));
  });
}

function lostIn({ marks }: Sheet): string[] {
  return marks.flatMap(({ itemId, remark }) => (remark === '' ? [] : [itemId])).slice(0, 2);
}

/** The first lost item at its full mark. */
function corrected(
  { content }: ScoringForm,
  sheet: Sheet,
): { sheet: Sheet; result: NonNullable<Scoring['result']> } | null {
  const lost = sheet.marks.find(({ remark }) => remark !== '');
  const full = fullSheet().marks.find(({ itemId }) => itemId === lost?.itemId);
  if (!lost || !full) return null;
  const better = { ...sheet, marks: sheet.marks.map((mark) => (mark === lost ? full : mark)) };
  const result = resultOf(content, better);
  return result && { sheet: better, result };
}

/** A calibration whose sheets lie open, to be discussed. */
function calibrationOf(
  { people, random, nowMs, form }: Setting,
  calls: readonly CallRecord[],
): { calibration: Calibration; scorings: Scoring[] } | null {
  const record = calls.at(-1);
  const call = record && scorable(record);
  const agent = record?.agentId ? people.byId(record.agentId) : null;
  if (!call || !agent) return null;
  const madeMs = nowMs - 2 * DAY_MS;
  const lead = authorOf(people.staff('shiftSupervisor', 0));
  const inspectors = [0, 1].map((nth) => authorOf(people.staff('qualityInspector', nth)));
  const calibration: Calibration = {
    id: idAt(random, madeMs),
    revision: 2,
    name: '本月校准',
    state: 'discussing',
    call,
    agent: authorOf(agent),
    formId: form.formId,
    formVersion: form.version,
    lead,
    inspectors,
    madeAt: instant(madeMs),
    discussedAt: instant(madeMs + DAY_MS),
    fixedAt: null,
    reference: null,
  };
  const source = { kind: 'calibration', calibrationId: calibration.id } as const;
  const scorings = inspectors.flatMap((inspector): Scoring[] => {
    const made = newScoring(madeMs, { source, call, agent: calibration.agent, form, inspector, due: null, by: lead });
    const sheet = sheetOf(random, call.seconds);
    const result = resultOf(form.content, sheet);
    const step = { at: instant(madeMs + 5 * HOUR_MS), by: inspector };
    return result ? [submitted(made, step, { sheet, result, appealUntil: null, teamId: null })] : [];
  });
  return { calibration, scorings };
}
