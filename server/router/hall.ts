import type { HallFigures } from '../../shared/hall/figures.ts';
import { FailureError } from '../../shared/failure.ts';
import { changeHallSettings } from '../hall/settings.ts';
import { onChanges, type Told } from '../telephony/on-changes.ts';
import type { Service } from '../service.ts';
import { requirePermission, requireSession } from './context.ts';
import type { FloorParts } from './floor.ts';
import type { Procedures } from './procedures.ts';

/** The eye needs no more. */
const APART_MS = 1000;
/** A rolling day goes on while nothing happens; a grant taken away is noticed too. */
const LOOK_AGAIN_MS = 10_000;

/** The hall's figures and settings. @param exchange refuses with EXCHANGE_UNREACHABLE where there is none */
export function hallRoutes(os: Procedures, service: Service, exchange: () => FloorParts) {
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
        try {
          await requirePermission(service, context, 'hall.view');
        } catch (error) {
          if (error instanceof FailureError) return 'over';
          throw error;
        }
        return { now: figures(parts) };
      };
      return onChanges({ read, onChange: parts.hall.onChange, apartMs: APART_MS, idleMs: LOOK_AGAIN_MS, signal });
    }),
    settings: os.hall.settings.handler(async ({ context }) => {
      await requirePermission(service, context, 'hall.view');
      return exchange().settings.now();
    }),
    report: os.hall.report.handler(async ({ input, context }) => {
      const { actor } = await requireSession(service, context);
      exchange().desks.report(actor.accountId, input);
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
