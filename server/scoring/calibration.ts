import { randomBytes } from 'node:crypto';
import { findCalibration, listCalibrations, lockCalibration, putCalibration } from '../../db/central/calibrations.ts';
import { findCalls } from '../../db/central/calls.ts';
import type { Writer } from '../../db/central/database.ts';
import { findScoringForm } from '../../db/central/scoring-forms.ts';
import {
  insertScorings,
  lockScoringsOfCalibration,
  scoringsOfCalibration,
  updateScoring,
} from '../../db/central/scorings.ts';
import type { CalibrationDetail } from '../../shared/contract/scoring.ts';
import { uuidV7, type AccountId, type CallId } from '../../shared/domain/ids.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import type { Calibration } from '../../shared/domain/scoring/calibration.ts';
import { deviationsOf } from '../../shared/domain/scoring/deviations.ts';
import type { Scoring } from '../../shared/domain/scoring/scoring.ts';
import type { Sheet } from '../../shared/domain/scoring/sheet.ts';
import { fail } from '../../shared/failure.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf } from '../calls/log.ts';
import type { Telling } from '../notices/make.ts';
import { now, type Service } from '../service.ts';
import { formToday } from './forms.ts';
import { endScoring } from './keep.ts';
import { newScoring, scorable } from './make.ts';
import { actorsOf } from './people.ts';
import { hears, readsAll, sidesOf } from './read.ts';
import { requireResult } from './score.ts';

const LISTED = 200;
/** Fewer sheets have nothing to be compared with. */
const FEWEST = 2;

interface AtRevision {
  readonly id: string;
  readonly revision: number;
}

/** Those one leads or scores in, and the others once their sheets lie open. Never one's own call's. */
export async function calibrationsFor(
  { db }: Pick<Service, 'db'>,
  { actor }: Pick<LiveSession, 'actor'>,
): Promise<(Calibration & { handedIn: number })[]> {
  return (await listCalibrations(db, LISTED)).flatMap(({ calibration, handedIn }) =>
    isFor(calibration, actor) ? [{ ...calibration, handedIn }] : [],
  );
}

function isFor({ lead, inspectors, agent, state }: Calibration, actor: Actor): boolean {
  const { accountId } = actor;
  if (agent.accountId === accountId || !readsAll(actor)) return false;
  return state !== 'scoring' || [lead, ...inspectors].some((one) => one.accountId === accountId);
}

/**
 * Begins a 校准: each inspector gets the call to score, and nobody sees another's sheet until all lie open.
 * @throws CALL_NOT_FOUND, CALL_NOT_SCORABLE, FORM_NOT_IN_FORCE, SCORING_OWN_CALL, NOT_PERMITTED for whoever may not hear it
 */
export async function openCalibration(
  service: Service,
  session: LiveSession,
  wanted: {
    readonly name: string;
    readonly callId: CallId;
    readonly formId: string;
    readonly inspectors: readonly AccountId[];
  },
): Promise<Calibration> {
  const lead = authorOf(session.actor);
  return service.db.transaction(async (tx) => {
    const [record] = await findCalls(tx, [wanted.callId]);
    const call = record ? (scorable(record) ?? fail('CALL_NOT_SCORABLE')) : fail('CALL_NOT_FOUND');
    const form = (await formToday(tx, service.nowMs(), wanted.formId)) ?? fail('FORM_NOT_IN_FORCE');
    const [agent] = await actorsOf(tx, record?.agentId ? [record.agentId] : []);
    if (!agent) return fail('CALL_NOT_SCORABLE');
    const inspectors = await scorersOf(tx, session.actor, record?.agents ?? [], wanted);
    const calibration: Calibration = {
      id: uuidV7(service.nowMs(), randomBytes(10)),
      revision: 1,
      name: wanted.name,
      state: 'scoring',
      call,
      agent: authorOf(agent),
      formId: form.formId,
      formVersion: form.version,
      lead,
      inspectors: inspectors.map(authorOf),
      madeAt: now(service),
      discussedAt: null,
      fixedAt: null,
      reference: null,
    };
    await putCalibration(tx, calibration);
    const source = { kind: 'calibration', calibrationId: calibration.id } as const;
    const scorings = calibration.inspectors.map((inspector) =>
      newScoring(service.nowMs(), { source, call, agent: calibration.agent, form, inspector, due: null, by: lead }),
    );
    await insertScorings(tx, scorings);
    const detail = { callId: wanted.callId, inspectors: inspectors.map(({ jobNumber }) => jobNumber) };
    const entry = auditOf(session, now(service), 'scoring.calibrationOpened', calibration.id, detail);
    await endScoring(
      tx,
      service,
      [entry],
      scorings.flatMap((scoring) => tellingTo(scoring, wanted.name)),
    );
    return calibration;
  });
}

/** Each may score and hear the call, has not spoken in it, and does not lead. */
async function scorersOf(
  tx: Writer,
  lead: Actor,
  spokeIn: readonly AccountId[],
  { callId, inspectors }: { readonly callId: CallId; readonly inspectors: readonly AccountId[] },
): Promise<Actor[]> {
  const ids = [...new Set(inspectors)].filter((id) => id !== lead.accountId);
  const found = await actorsOf(tx, ids);
  if (found.length < FEWEST) fail('INVALID_INPUT', { detail: '除主持人外至少两名质检员' });
  for (const actor of [lead, ...found]) {
    if (spokeIn.includes(actor.accountId)) fail('SCORING_OWN_CALL', { detail: actor.name });
    const fit = actor === lead || may(actor, 'scoring.score');
    if (!fit || !(await hears(tx, actor, callId))) fail('NOT_PERMITTED', { detail: actor.name });
  }
  return found;
}

function tellingTo({ id, inspector }: Scoring, what: string): Telling[] {
  if (!inspector) return [];
  const { accountId } = inspector;
  return [
    {
      kind: 'calibrationOpened',
      order: null,
      unitId: null,
      permission: 'scoring.score',
      what,
      scoringId: id,
      accountId,
    },
  ];
}

/** Lays the sheets open; those who have not handed in take no part any more. @throws SCORING_CHANGED, SCORING_STATE, NOT_PERMITTED */
export async function discussCalibration(
  service: Service,
  session: LiveSession,
  which: AtRevision,
): Promise<Calibration> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const before = await lockedForLead(tx, session, which);
    if (before.state !== 'scoring') fail('SCORING_STATE');
    const scorings = await lockScoringsOfCalibration(tx, which.id);
    const missing = scorings.filter(({ state }) => state !== 'submitted');
    if (scorings.length - missing.length < FEWEST) fail('SCORING_STATE', { detail: '至少两名质检员提交后才能讨论' });
    for (const scoring of missing)
      await updateScoring(tx, { ...scoring, state: 'dropped', revision: scoring.revision + 1 });
    const after: Calibration = { ...before, state: 'discussing', discussedAt: at, revision: before.revision + 1 };
    await putCalibration(tx, after);
    await endScoring(tx, service, [
      auditOf(session, at, 'scoring.calibrationDiscussed', which.id, { missing: missing.length }),
    ]);
    return after;
  });
}

/** 定基准分. @throws SCORING_CHANGED, SCORING_STATE, SCORING_INCOMPLETE, NOT_PERMITTED */
export async function fixReference(
  service: Service,
  session: LiveSession,
  { sheet, note, ...which }: AtRevision & { readonly sheet: Sheet; readonly note: string },
): Promise<Calibration> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const before = await lockedForLead(tx, session, which);
    if (before.state !== 'discussing') fail('SCORING_STATE');
    const form = await formOf(tx, before);
    const result = requireResult(form.content, sheet);
    const revision = before.revision + 1;
    const after: Calibration = { ...before, state: 'fixed', fixedAt: at, revision, reference: { sheet, result, note } };
    await putCalibration(tx, after);
    await endScoring(tx, service, [
      auditOf(session, at, 'scoring.calibrationFixed', which.id, { total: result.total, note }),
    ]);
    return after;
  });
}

async function lockedForLead(tx: Writer, { actor }: LiveSession, { id, revision }: AtRevision): Promise<Calibration> {
  const found = (await lockCalibration(tx, id)) ?? fail('SCORING_NOT_FOUND');
  if (found.lead.accountId !== actor.accountId) fail('NOT_PERMITTED');
  if (found.revision !== revision) fail('SCORING_CHANGED');
  return found;
}

async function formOf(db: Parameters<typeof findScoringForm>[0], { id, formId, formVersion }: Calibration) {
  const form = await findScoringForm(db, formId, formVersion);
  if (!form) throw new Error(`calibration ${id} has no form`);
  return form;
}

/** A calibration as this reader may have it. @throws SCORING_NOT_FOUND, NOT_PERMITTED */
export async function calibrationDetail(
  service: Pick<Service, 'db'>,
  { actor }: Pick<LiveSession, 'actor'>,
  id: string,
): Promise<CalibrationDetail> {
  const { db } = service;
  const calibration = await findCalibration(db, id);
  if (!calibration || !isFor(calibration, actor)) return fail('SCORING_NOT_FOUND');
  if (!(await hears(db, actor, calibration.call.callId))) fail('NOT_PERMITTED');
  const form = await formOf(db, calibration);
  const scorings = await scoringsOfCalibration(db, id);
  const handedIn = scorings.filter(({ state }) => state === 'submitted');
  const open = calibration.state === 'scoring' ? [] : handedIn;
  const sheets = open.flatMap(({ inspector, sheet, result }) =>
    inspector && result ? [{ inspector, sheet, result }] : [],
  );
  return {
    calibration,
    form,
    ...(await sidesOf(service, actor, calibration.call.callId)),
    ownId: scorings.find(({ inspector }) => inspector?.accountId === actor.accountId)?.id ?? null,
    handedIn: handedIn.length,
    sheets,
    deviations:
      sheets.length === 0
        ? null
        : deviationsOf(
            form.content,
            sheets.map(({ inspector, sheet }) => ({ inspectorId: inspector.accountId, sheet })),
            calibration.reference?.sheet ?? null,
          ),
    leads: calibration.lead.accountId === actor.accountId,
  };
}
