import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { alarmSchema } from '../hall/alarms.ts';
import { deskReportSchema } from '../hall/desk-state.ts';
import { hallFiguresSchema } from '../hall/figures.ts';
import { handoverNoteSchema, handoverSchema, shiftStateSchema } from '../hall/handover.ts';
import { overviewSchema } from '../hall/overview.ts';
import { hallSettingsSchema } from '../hall/settings.ts';
import { procedure } from './base.ts';

/** The supervisors' hall: the same from the window to its station and from the station to the centre. */
export const hall = {
  /** The figures, first at once and then as they change, at most once a second. For whoever may view the hall. */
  watch: procedure.output(eventIterator(hallFiguresSchema)),
  /** Alarms that stand or wait for somebody, and the others of a day; whole at each change. For whoever may view the hall. */
  alarms: procedure.output(eventIterator(z.array(alarmSchema))),
  /** Somebody has taken note. For whoever may control the hall. */
  acknowledge: procedure
    .route({ path: '/hall/alarms/acknowledge' })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({})),
  /** Running orders by county and department, at most a minute old. For whoever may view the hall. */
  overview: procedure.route({ method: 'GET', path: '/hall/overview' }).output(overviewSchema),
  /** How the shift stands now, for 交接班. For whoever may control the hall. */
  shift: procedure.route({ method: 'GET', path: '/hall/shift' }).output(shiftStateSchema),
  /** The last hand-overs, newest first. */
  handovers: procedure.route({ method: 'GET', path: '/hall/handovers' }).output(z.array(handoverSchema)),
  /** Whoever leaves signs, then whoever takes over. */
  give: procedure.route({ path: '/hall/handovers' }).input(handoverNoteSchema).output(z.object({})),
  take: procedure
    .route({ path: '/hall/handovers/take' })
    .input(z.object({ id: z.uuid(), remark: z.string().trim().max(500) }))
    .output(z.object({})),
  settings: procedure.route({ method: 'GET', path: '/hall/settings' }).output(hallSettingsSchema),
  /** With the version they were read at. For whoever may control the hall. */
  setSettings: procedure.route({ path: '/hall/settings' }).input(hallSettingsSchema).output(hallSettingsSchema),
};

/** What desks tell of themselves, each under the session of whoever works at it. */
export const deskReport = procedure.route({ path: '/hall/report' }).input(deskReportSchema).output(z.object({}));
