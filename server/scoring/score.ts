import type { Reader } from '../../db/central/database.ts';
import { findCalls } from '../../db/central/calls.ts';
import { readCentre } from '../../db/central/reference.ts';
import { insertScorings, lockScoring, putMarks, updateScoring } from '../../db/central/scorings.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { scoringObjection } from '../../shared/domain/scoring/acts.ts';
import { submitted } from '../../shared/domain/scoring/course.ts';
import type { FormContent } from '../../shared/domain/scoring/form.ts';
import type { Scoring } from '../../shared/domain/scoring/scoring.ts';
import {
  EMPTY_SHEET,
  resultOf,
  sheetObjection,
  type ScoreResult,
  type Sheet,
} from '../../shared/domain/scoring/sheet.ts';
import { fail } from '../../shared/failure.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import { addWorkingDays, calendarAt } from '../../shared/policy/calendar.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf, tellCalls } from '../calls/log.ts';
import type { Telling } from '../notices/make.ts';
import { now, type Service } from '../service.ts';
import { actOn } from './change.ts';
import { formToday } from './forms.ts';
import { endScoring } from './keep.ts';
import { newScoring, scorable } from './make.ts';
import { actorsOf, teamOf } from './people.ts';
import { hears } from './read.ts';

interface AtRevision {
  readonly id: string;
  readonly revision: number;
}

/** 领取. @throws SCORING_TAKEN where somebody else was first, SCORING_OWN_CALL, NOT_PERMITTED */
export async function takeScoring(service: Service, session: LiveSession, id: string): Promise<Scoring> {
  const { actor } = session;
  return actOn(service, session, { id, act: 'take', action: 'scoring.taken' }, async ({ tx, scoring, at }) => {
    await requireFit(tx, actor, scoring.call.callId);
    const by = authorOf(actor);
    return {
      scoring: {
        ...scoring,
        inspector: by,
        course: [...scoring.course, { at, by, kind: 'taken', note: '', total: null }],
      },
    };
  });
}

/**
 * An inspector picks a call themselves.
 * @throws CALL_NOT_FOUND, CALL_NOT_SCORABLE, CALL_SCORED, SCORING_OWN_CALL, FORM_NOT_IN_FORCE, NOT_PERMITTED
 */
export async function takeCall(
  service: Service,
  session: LiveSession,
  { callId, formId }: { readonly callId: CallId; readonly formId: string },
): Promise<Scoring> {
  const by = authorOf(session.actor);
  return service.db.transaction(async (tx) => {
    const [record] = await findCalls(tx, [callId]);
    if (!record) return fail('CALL_NOT_FOUND');
    await requireFit(tx, session.actor, callId);
    const call = scorable(record) ?? fail('CALL_NOT_SCORABLE');
    const [agent] = await actorsOf(tx, record.agentId ? [record.agentId] : []);
    if (!agent) return fail('CALL_NOT_SCORABLE');
    const form = (await formToday(tx, service.nowMs(), formId)) ?? fail('FORM_NOT_IN_FORCE');
    const scoring = newScoring(service.nowMs(), {
      source: { kind: 'hand' },
      call,
      agent: authorOf(agent),
      form,
      inspector: by,
      due: null,
      by,
    });
    if ((await insertScorings(tx, [scoring])) === 0) fail('CALL_SCORED');
    await endScoring(tx, service, [auditOf(session, now(service), 'scoring.callTaken', scoring.id, { callId })]);
    return scoring;
  });
}

/** Gives it to somebody else; what was written into it so far goes. @throws SCORING_OWN_CALL, NOT_PERMITTED for whoever may not score it */
export async function assignScoring(
  service: Service,
  session: LiveSession,
  { inspectorId, ...at }: AtRevision & { readonly inspectorId: AccountId },
): Promise<Scoring> {
  return actOn(service, session, { ...at, act: 'assign', action: 'scoring.assigned' }, async (context) => {
    const { tx, scoring } = context;
    const [actor] = await actorsOf(tx, [inspectorId]);
    if (!actor || !may(actor, 'scoring.score')) return fail('NOT_PERMITTED');
    await requireFit(tx, actor, scoring.call.callId);
    const inspector = authorOf(actor);
    const by = authorOf(session.actor);
    const entry = {
      at: context.at,
      by,
      kind: 'assigned',
      note: `${actor.name}（${actor.jobNumber}）`,
      total: null,
    } as const;
    const telling: Telling = {
      kind: 'scoringAssigned',
      order: null,
      unitId: null,
      permission: 'scoring.score',
      due: scoring.due,
      what: '1 件',
      scoringId: scoring.id,
      accountId: inspectorId,
    };
    return {
      scoring: {
        ...scoring,
        inspector,
        state: 'open',
        sheet: EMPTY_SHEET,
        savedAt: null,
        course: [...scoring.course, entry],
      },
      detail: { inspector: actor.jobNumber },
      tellings: [telling],
    };
  });
}

/** Nobody scores it any more. */
export async function dropScoring(
  service: Service,
  session: LiveSession,
  { reasons, ...at }: AtRevision & { readonly reasons: string },
): Promise<void> {
  await actOn(service, session, { ...at, act: 'drop', action: 'scoring.dropped' }, ({ scoring, at: when }) => {
    const entry = { at: when, by: authorOf(session.actor), kind: 'dropped', note: reasons, total: null } as const;
    return { scoring: { ...scoring, state: 'dropped', course: [...scoring.course, entry] }, detail: { reasons } };
  });
}

/**
 * Keeps what is written so far, so that its inspector can go on at another desk. Not in the log: nothing was decided.
 * @returns the next revision, and when
 * @throws SCORING_CHANGED where it was saved from another desk meanwhile
 */
export async function saveScoringDraft(
  service: Service,
  { actor }: LiveSession,
  { id, revision, sheet }: AtRevision & { readonly sheet: Sheet },
): Promise<{ revision: number; savedAt: Instant }> {
  const savedAt = now(service);
  return service.db.transaction(async (tx) => {
    const scoring = (await lockScoring(tx, id)) ?? fail('SCORING_NOT_FOUND');
    const objection = scoringObjection('write', scoring, actor, savedAt);
    if (objection) fail(objection);
    if (scoring.revision !== revision) fail('SCORING_CHANGED');
    await updateScoring(tx, { ...scoring, state: 'draft', sheet, savedAt, revision: revision + 1 });
    // Lists show that it was begun; what is written meanwhile is nobody else's.
    if (scoring.state === 'open') await tellCalls(tx);
    return { revision: revision + 1, savedAt };
  });
}

/** 提交: it counts from now on, and the operator hears of it. @throws SCORING_INCOMPLETE with what is missing */
export async function submitScoring(
  service: Service,
  session: LiveSession,
  { sheet, ...at }: AtRevision & { readonly sheet: Sheet },
): Promise<Scoring> {
  const by = authorOf(session.actor);
  return actOn(service, session, { ...at, act: 'write', action: 'scoring.submitted' }, async (context) => {
    const { tx, scoring, form, at: when } = context;
    const result = requireResult(form.content, sheet);
    const calibrating = scoring.source.kind === 'calibration';
    const { appealDays } = form.content;
    const until = addWorkingDays(service.nowMs(), appealDays, calendarAt(await readCentre(tx))).dueMs;
    const after = submitted(
      scoring,
      { at: when, by },
      {
        sheet,
        result,
        appealUntil: calibrating ? null : instant(until),
        teamId: await teamOf(tx, scoring.agent.accountId),
      },
    );
    if (!calibrating) await putMarks(tx, [after], form.content);
    return {
      scoring: after,
      detail: { total: result.total, vetoed: result.vetoed, agent: scoring.agent.jobNumber },
      tellings: calibrating ? [] : [tellingOfScore(after, result)],
    };
  });
}

function tellingOfScore({ id, agent, appealUntil }: Scoring, { total, vetoed }: ScoreResult): Telling {
  return {
    kind: 'scored',
    order: null,
    unitId: null,
    permission: 'call.take',
    due: appealUntil,
    what: `${total} 分${vetoed ? '，一票否决' : ''}`,
    scoringId: id,
    accountId: agent.accountId,
  };
}

/** What a complete sheet comes to. @throws SCORING_INCOMPLETE */
export function requireResult(form: FormContent, sheet: Sheet): ScoreResult {
  const objection = sheetObjection(form, sheet);
  if (objection) fail('SCORING_INCOMPLETE', { detail: objection });
  return resultOf(form, sheet) ?? fail('SCORING_INCOMPLETE');
}

/** Whoever scores may hear the call and has not spoken in it. */
async function requireFit(tx: Reader, actor: Actor, callId: CallId): Promise<void> {
  const [call] = await findCalls(tx, [callId]);
  if (call?.agents.includes(actor.accountId)) fail('SCORING_OWN_CALL');
  if (!(await hears(tx, actor, callId))) fail('NOT_PERMITTED');
}
