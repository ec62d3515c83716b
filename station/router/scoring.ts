import { asking } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** 通话评分, asked at the centre each time: nothing of it is kept on a desk. */
export function scoringRoutes(os: Procedures, backend: Backend) {
  const { scoring } = backend.client;
  const atCentre = asking(backend);
  return {
    people: os.scoring.people.handler(() => atCentre(() => scoring.people())),
    forms: os.scoring.forms.handler(() => atCentre(() => scoring.forms())),
    saveForm: os.scoring.saveForm.handler(({ input }) => atCentre(() => scoring.saveForm(input))),
    releaseForm: os.scoring.releaseForm.handler(({ input }) => atCentre(() => scoring.releaseForm(input))),
    retireForm: os.scoring.retireForm.handler(({ input }) => atCentre(() => scoring.retireForm(input))),
    plans: os.scoring.plans.handler(() => atCentre(() => scoring.plans())),
    savePlan: os.scoring.savePlan.handler(({ input }) => atCentre(() => scoring.savePlan(input))),
    previewPlan: os.scoring.previewPlan.handler(({ input }) => atCentre(() => scoring.previewPlan(input))),
    draw: os.scoring.draw.handler(({ input }) => atCentre(() => scoring.draw(input))),
    draws: os.scoring.draws.handler(({ input }) => atCentre(() => scoring.draws(input))),
    redraw: os.scoring.redraw.handler(({ input }) => atCentre(() => scoring.redraw(input))),
    list: os.scoring.list.handler(({ input }) => atCentre(() => scoring.list(input))),
    get: os.scoring.get.handler(({ input }) => atCentre(() => scoring.get(input))),
    take: os.scoring.take.handler(({ input }) => atCentre(() => scoring.take(input))),
    takeCall: os.scoring.takeCall.handler(({ input }) => atCentre(() => scoring.takeCall(input))),
    assign: os.scoring.assign.handler(({ input }) => atCentre(() => scoring.assign(input))),
    drop: os.scoring.drop.handler(({ input }) => atCentre(() => scoring.drop(input))),
    saveDraft: os.scoring.saveDraft.handler(({ input }) => atCentre(() => scoring.saveDraft(input))),
    submit: os.scoring.submit.handler(({ input }) => atCentre(() => scoring.submit(input))),
    confirm: os.scoring.confirm.handler(({ input }) => atCentre(() => scoring.confirm(input))),
    appeal: os.scoring.appeal.handler(({ input }) => atCentre(() => scoring.appeal(input))),
    decide: os.scoring.decide.handler(({ input }) => atCentre(() => scoring.decide(input))),
    own: os.scoring.own.handler(({ input }) => atCentre(() => scoring.own(input))),
    calibrations: os.scoring.calibrations.handler(() => atCentre(() => scoring.calibrations())),
    calibration: os.scoring.calibration.handler(({ input }) => atCentre(() => scoring.calibration(input))),
    openCalibration: os.scoring.openCalibration.handler(({ input }) => atCentre(() => scoring.openCalibration(input))),
    discuss: os.scoring.discuss.handler(({ input }) => atCentre(() => scoring.discuss(input))),
    fixReference: os.scoring.fixReference.handler(({ input }) => atCentre(() => scoring.fixReference(input))),
    results: os.scoring.results.handler(({ input }) => atCentre(() => scoring.results(input))),
  };
}
