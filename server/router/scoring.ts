import { listDraws, listPlans } from '../../db/central/scoring-plans.ts';
import { listScoringForms } from '../../db/central/scoring-forms.ts';
import { may, type Permission } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { appealScoring, confirmScoring, decideAppeal } from '../scoring/appeal.ts';
import {
  calibrationDetail,
  calibrationsFor,
  discussCalibration,
  fixReference,
  openCalibration,
} from '../scoring/calibration.ts';
import { drawNow, previewPlan, redraw } from '../scoring/draw.ts';
import { releaseForm, retireForm, saveForm } from '../scoring/forms.ts';
import { scoringPeople } from '../scoring/people.ts';
import { savePlan } from '../scoring/plans.ts';
import { listScorings, rowWithForm, scoringDetail } from '../scoring/read.ts';
import { ownResults, scoringResults } from '../scoring/results.ts';
import {
  assignScoring,
  dropScoring,
  saveScoringDraft,
  submitScoring,
  takeCall,
  takeScoring,
} from '../scoring/score.ts';
import type { Service } from '../service.ts';
import { requirePermission, requireSession, type CallContext } from './context.ts';
import type { Procedures } from './procedures.ts';

/** Draws that are shown. */
const DRAWS = 200;

/** 通话评分. Whose business one scoring is, is decided where it is read or changed; here whose business it is at all. */
export function scoringRoutes(os: Procedures, service: Service) {
  const { scoring } = os;
  const oneOf = async (context: CallContext, ...permissions: readonly Permission[]): Promise<LiveSession> => {
    const session = await requireSession(service, context);
    if (!permissions.some((permission) => may(session.actor, permission))) fail('NOT_PERMITTED');
    return session;
  };
  const anyone = (context: CallContext): Promise<LiveSession> => requireSession(service, context);
  const reader = (context: CallContext): Promise<LiveSession> =>
    oneOf(context, 'scoring.score', 'scoring.decide', 'scoring.keep');
  const watcher = (context: CallContext): Promise<LiveSession> => oneOf(context, 'scoring.score', 'scoring.decide');
  const keeper = (context: CallContext): Promise<LiveSession> => requirePermission(service, context, 'scoring.keep');
  const scorer = (context: CallContext): Promise<LiveSession> => requirePermission(service, context, 'scoring.score');
  const decider = (context: CallContext): Promise<LiveSession> => requirePermission(service, context, 'scoring.decide');

  return {
    people: scoring.people.handler(async ({ context }) => {
      await reader(context);
      return scoringPeople(service.db);
    }),
    forms: scoring.forms.handler(async ({ context }) => {
      await reader(context);
      return listScoringForms(service.db);
    }),
    saveForm: scoring.saveForm.handler(async ({ input, context }) => saveForm(service, await keeper(context), input)),
    releaseForm: scoring.releaseForm.handler(async ({ input, context }) =>
      releaseForm(service, await keeper(context), input),
    ),
    retireForm: scoring.retireForm.handler(async ({ input, context }) => {
      await retireForm(service, await keeper(context), input);
      return {};
    }),
    plans: scoring.plans.handler(async ({ context }) => {
      await reader(context);
      return listPlans(service.db);
    }),
    savePlan: scoring.savePlan.handler(async ({ input, context }) => savePlan(service, await keeper(context), input)),
    previewPlan: scoring.previewPlan.handler(async ({ input, context }) => {
      await keeper(context);
      return previewPlan(service, input);
    }),
    draw: scoring.draw.handler(async ({ input, context }) => drawNow(service, await keeper(context), input.planId)),
    draws: scoring.draws.handler(async ({ input, context }) => {
      await reader(context);
      return listDraws(service.db, input.planId, DRAWS);
    }),
    redraw: scoring.redraw.handler(async ({ input, context }) => {
      await reader(context);
      return redraw(service, input.drawId);
    }),

    list: scoring.list.handler(async ({ input, context }) => listScorings(service, await anyone(context), input)),
    get: scoring.get.handler(async ({ input, context }) => scoringDetail(service, await anyone(context), input.id)),
    take: scoring.take.handler(async ({ input, context }) =>
      rowWithForm(service, await takeScoring(service, await scorer(context), input.id)),
    ),
    takeCall: scoring.takeCall.handler(async ({ input, context }) =>
      rowWithForm(service, await takeCall(service, await scorer(context), input)),
    ),
    assign: scoring.assign.handler(async ({ input, context }) =>
      rowWithForm(service, await assignScoring(service, await decider(context), input)),
    ),
    drop: scoring.drop.handler(async ({ input, context }) => {
      await dropScoring(service, await watcher(context), input);
      return {};
    }),
    saveDraft: scoring.saveDraft.handler(async ({ input, context }) =>
      saveScoringDraft(service, await scorer(context), input),
    ),
    submit: scoring.submit.handler(async ({ input, context }) => submitScoring(service, await scorer(context), input)),
    confirm: scoring.confirm.handler(async ({ input, context }) => {
      await confirmScoring(service, await anyone(context), input);
      return {};
    }),
    appeal: scoring.appeal.handler(async ({ input, context }) => {
      await appealScoring(service, await anyone(context), input);
      return {};
    }),
    decide: scoring.decide.handler(async ({ input, context }) => decideAppeal(service, await decider(context), input)),
    own: scoring.own.handler(async ({ input, context }) => ownResults(service, await anyone(context), input)),

    calibrations: scoring.calibrations.handler(async ({ context }) => calibrationsFor(service, await watcher(context))),
    calibration: scoring.calibration.handler(async ({ input, context }) =>
      calibrationDetail(service, await watcher(context), input.id),
    ),
    openCalibration: scoring.openCalibration.handler(async ({ input, context }) =>
      openCalibration(service, await decider(context), input),
    ),
    discuss: scoring.discuss.handler(async ({ input, context }) =>
      discussCalibration(service, await decider(context), input),
    ),
    fixReference: scoring.fixReference.handler(async ({ input, context }) =>
      fixReference(service, await decider(context), input),
    ),
    results: scoring.results.handler(async ({ input, context }) => {
      await watcher(context);
      return scoringResults(service, input);
    }),
  };
}
