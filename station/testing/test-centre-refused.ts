import { implement } from '@orpc/server';
import type { RequestHeadersPluginContext } from '@orpc/server/plugins';
import { central } from '../../shared/contract/central.ts';
import { fail } from '../../shared/failure.ts';

const none = (): never => fail('NOT_PERMITTED');
const os = implement(central).$context<RequestHeadersPluginContext>();

/** What no test of a desk asks of its centre: there, so that the contract is whole, and refused. */
export const REFUSED = {
  floor: {
    watch: os.floor.watch.handler(none),
    helps: os.floor.helps.handler(none),
    command: os.floor.command.handler(none),
    share: os.floor.share.handler(none),
  },
  hall: {
    watch: os.hall.watch.handler(none),
    settings: os.hall.settings.handler(none),
    setSettings: os.hall.setSettings.handler(none),
    overview: os.hall.overview.handler(none),
    shift: os.hall.shift.handler(none),
    handovers: os.hall.handovers.handler(none),
    give: os.hall.give.handler(none),
    take: os.hall.take.handler(none),
    report: os.hall.report.handler(none),
    alarms: os.hall.alarms.handler(none),
    acknowledge: os.hall.acknowledge.handler(none),
  },
  knowledge: {
    versions: os.knowledge.versions.handler(none),
    usage: os.knowledge.usage.handler(none),
    setSettings: os.knowledge.setSettings.handler(none),
  },
  models: { list: os.models.list.handler(none), use: os.models.use.handler(none) },
  wording: { setTie: os.wording.setTie.handler(none), setSynonyms: os.wording.setSynonyms.handler(none) },
  figures: {
    scoring: {
      people: os.scoring.people.handler(none),
      forms: os.scoring.forms.handler(none),
      saveForm: os.scoring.saveForm.handler(none),
      releaseForm: os.scoring.releaseForm.handler(none),
      retireForm: os.scoring.retireForm.handler(none),
      plans: os.scoring.plans.handler(none),
      savePlan: os.scoring.savePlan.handler(none),
      previewPlan: os.scoring.previewPlan.handler(none),
      draw: os.scoring.draw.handler(none),
      draws: os.scoring.draws.handler(none),
      redraw: os.scoring.redraw.handler(none),
      list: os.scoring.list.handler(none),
      get: os.scoring.get.handler(none),
      take: os.scoring.take.handler(none),
      takeCall: os.scoring.takeCall.handler(none),
      assign: os.scoring.assign.handler(none),
      drop: os.scoring.drop.handler(none),
      saveDraft: os.scoring.saveDraft.handler(none),
      submit: os.scoring.submit.handler(none),
      confirm: os.scoring.confirm.handler(none),
      appeal: os.scoring.appeal.handler(none),
      decide: os.scoring.decide.handler(none),
      own: os.scoring.own.handler(none),
      calibrations: os.scoring.calibrations.handler(none),
      calibration: os.scoring.calibration.handler(none),
      openCalibration: os.scoring.openCalibration.handler(none),
      discuss: os.scoring.discuss.handler(none),
      fixReference: os.scoring.fixReference.handler(none),
      results: os.scoring.results.handler(none),
    },
    reports: {
      table: os.reports.table.handler(none),
      counted: os.reports.counted.handler(none),
      rows: os.reports.rows.handler(none),
      calls: os.reports.calls.handler(none),
      overdue: os.reports.overdue.handler(none),
      clusters: os.reports.clusters.handler(none),
      print: os.reports.print.handler(none),
      publish: os.reports.publish.handler(none),
    },
    topics: {
      list: os.topics.list.handler(none),
      rows: os.topics.rows.handler(none),
      persistent: os.topics.persistent.handler(none),
    },
    mine: { read: os.mine.read.handler(none) },
    exports: { sheet: os.exports.sheet.handler(none) },
  },
  people: {
    list: os.people.list.handler(none),
    create: os.people.create.handler(none),
    setRoles: os.people.setRoles.handler(none),
    setDisabled: os.people.setDisabled.handler(none),
    resetPassword: os.people.resetPassword.handler(none),
  },
  office: {
    setCalendar: os.office.setCalendar.handler(none),
    previewCalendar: os.office.previewCalendar.handler(none),
    packChange: os.office.packChange.handler(none),
    packVersions: os.office.packVersions.handler(none),
    packOfVersion: os.office.packOfVersion.handler(none),
    drawSample: os.office.drawSample.handler(none),
    colleagues: os.office.colleagues.handler(none),
  },
};
