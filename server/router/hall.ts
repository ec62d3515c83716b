import { listHandovers } from '../../db/central/handovers.ts';
import type { Alarm } from '../../shared/hall/alarms.ts';
import type { HallFigures } from '../../shared/hall/figures.ts';
import { giveShift, shiftState, takeShift } from '../hall/handover.ts';
import { tellOpenDrafts } from '../hall/drafts.ts';
import { createOverview } from '../hall/overview.ts';
import { changeHallSettings } from '../hall/settings.ts';
import { onChanges, type Told } from '../telephony/on-changes.ts';
import type { Service } from '../service.ts';
import { requirePermission, requireSession, stillMay } from './context.ts';
import type { FloorParts } from './floor.ts';
import type { Procedures } from './procedures.ts';

/** The eye needs no more. */
const APART_MS = 1000;
const ALARMS_APART_MS = 200;
/** Hand-overs that are shown. */
const HANDOVERS = 30;
/** A rolling day goes on while nothing happens; a grant taken away is noticed too. */
const LOOK_AGAIN_MS = 10_000;

/** The hall's figures and settings. @param exchange refuses with EXCHANGE_UNREACHABLE where there is none */
export function hallRoutes(os: Procedures, service: Service, exchange: () => FloorParts) {
  const overview = createOverview(service);
  /** Made once for all who look within the same moment. */
  let made: HallFigures | null = null;
  let madeMs = -Infinity;

  function figures({ hall, port, figures: live, settings }: FloorParts): HallFigures {
    const nowMs = port.nowMs();
    if (made && nowMs >= madeMs && nowMs - madeMs < APART_MS / 2) return made;
    made = live.view(hall, settings.now(), nowMs);
    madeMs = nowMs;
    return made;
  }

  return {
    watch: os.hall.watch.handler(async ({ context, signal }) => {
      await requirePermission(service, context, 'hall.view');
      const parts = exchange();
      const read = async (): Promise<Told<HallFigures>> => {
        return (await stillMay(service, context, 'hall.view')) ? { now: figures(parts) } : 'over';
      };
      return onChanges({ read, onChange: parts.hall.onChange, apartMs: APART_MS, idleMs: LOOK_AGAIN_MS, signal });
    }),
    alarms: os.hall.alarms.handler(async ({ context, signal }) => {
      await requirePermission(service, context, 'hall.view');
      const { alarms } = exchange();
      const read = async (): Promise<Told<Alarm[]>> =>
        (await stillMay(service, context, 'hall.view')) ? { now: [...alarms.list()] } : 'over';
      const onChange = (listener: () => void): (() => void) => alarms.onChange(listener);
      return onChanges({ read, onChange, apartMs: ALARMS_APART_MS, idleMs: LOOK_AGAIN_MS, signal });
    }),
    acknowledge: os.hall.acknowledge.handler(async ({ input, context }) => {
      await exchange().alarms.acknowledge(await requirePermission(service, context, 'hall.control'), input.id);
      return {};
    }),
    overview: os.hall.overview.handler(async ({ context }) => {
      await requirePermission(service, context, 'hall.view');
      return overview();
    }),
    shift: os.hall.shift.handler(async ({ context }) => {
      await requirePermission(service, context, 'hall.control');
      return shiftState(service, exchange());
    }),
    handovers: os.hall.handovers.handler(async ({ context }) => {
      await requirePermission(service, context, 'hall.control');
      return listHandovers(service.db, HANDOVERS);
    }),
    give: os.hall.give.handler(async ({ input, context }) => {
      await giveShift(service, await requirePermission(service, context, 'hall.control'), exchange(), input);
      return {};
    }),
    take: os.hall.take.handler(async ({ input, context }) => {
      await takeShift(service, await requirePermission(service, context, 'hall.control'), input);
      return {};
    }),
    settings: os.hall.settings.handler(async ({ context }) => {
      await requirePermission(service, context, 'hall.view');
      return exchange().settings.now();
    }),
    report: os.hall.report.handler(async ({ input, context }) => {
      const { openDrafts, ...report } = input;
      const session = await requireSession(service, context);
      if (openDrafts) await tellOpenDrafts(service, session, openDrafts);
      exchange().desks.report(session.actor.accountId, report);
      return {};
    }),
    setSettings: os.hall.setSettings.handler(async ({ input, context }) => {
      const session = await requirePermission(service, context, 'hall.control');
      const { settings } = exchange();
      const next = await changeHallSettings(service, session, input);
      await settings.reload();
      return next;
    }),
  };
}
