import { z } from 'zod';
import { accountIdSchema } from '../domain/ids.ts';

const seconds = z.int().min(1).max(36_000);
/** 0: no such alarm. */
const off = (most: number) => z.int().min(0).max(most);

const timesSchema = z.object({ near: seconds, over: seconds }).refine(({ near, over }) => near < over, {
  message: '提醒时间应短于超时时间',
  path: ['over'],
});

/** How the centre's supervisors want their hall: colours, alarms, teams. */
export const hallSettingsSchema = z.object({
  version: z.int().positive(),
  /** 小休 begins when a supervisor has agreed. */
  restNeedsApproval: z.boolean(),
  /** Percent of callers to be answered within 15 s, for the forecast; that 95 % are reached at all is the standard's. */
  within15Percent: z.int().min(1).max(99),
  /** From when somebody's time in a state is amber and red, seconds. */
  colours: z.object({ talking: timesSchema, wrapUp: timesSchema, rest: timesSchema, busy: timesSchema }),
  alarms: z.object({
    /** A caller has waited so long. */
    waitSeconds: off(3600),
    /** So many of a hundred callers gave up in the last hour. */
    abandonPercent: off(100),
    /** One call has lasted so long. */
    callMinutes: off(600),
    /** An order's limit ends within so long. */
    nearLimitMinutes: off(7 * 24 * 60),
    /** A desk has had unsent work for so long. */
    unsentMinutes: off(24 * 60),
    /** So many requests of one subject at one place in 24 hours. */
    hotTopicOrders: off(1000),
  }),
  teams: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        name: z.string().trim().min(1).max(20),
        members: z.array(accountIdSchema).max(5000),
      }),
    )
    .max(100),
});
export type HallSettings = z.infer<typeof hallSettingsSchema>;

/** What a new centre begins with. */
export const FIRST_HALL_SETTINGS: HallSettings = {
  version: 1,
  restNeedsApproval: false,
  within15Percent: 80,
  colours: {
    talking: { near: 480, over: 900 },
    wrapUp: { near: 45, over: 90 },
    rest: { near: 600, over: 1200 },
    busy: { near: 300, over: 900 },
  },
  alarms: {
    waitSeconds: 60,
    abandonPercent: 10,
    callMinutes: 20,
    nearLimitMinutes: 60,
    unsentMinutes: 10,
    hotTopicOrders: 10,
  },
  teams: [],
};
