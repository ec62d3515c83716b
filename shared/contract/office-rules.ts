import { z } from 'zod';
import { orderIdSchema } from '../domain/ids.ts';
import { instantSchema } from '../instant.ts';
import { calendarDataSchema } from '../policy/calendar.ts';
import { deadlineSchema } from '../policy/deadline.ts';
import { procedure } from './base.ts';

/** What another calendar or a new version of the city's rules makes of one order's limit. */
const orderChangeSchema = z.object({
  orderId: orderIdSchema,
  number: z.string(),
  before: deadlineSchema.nullable(),
  after: deadlineSchema.nullable(),
  /** Why there is no limit afterwards. */
  reason: z.string().nullable(),
});
export type OrderChange = z.infer<typeof orderChangeSchema>;

/** The calendar limits are counted by and the versions of the city's rules: read by all, changed by whoever keeps the settings. */
export const officeRules = {
  /** 抽取回访: draws finished orders of a period for the queue, where the city asks only a sample. H6, H15. */
  drawSample: procedure
    .route({ path: '/office/sample' })
    .input(
      z.object({
        from: z.iso.date(),
        to: z.iso.date(),
        size: z.int().min(1).max(500),
        /** Null: by chance. */
        seed: z.string().trim().min(1).max(60).nullable(),
      }),
    )
    .output(
      z.object({
        id: z.string(),
        seed: z.string(),
        population: z.int().nonnegative(),
        drawn: z.int().nonnegative(),
      }),
    ),
  /**
   * Takes up an announcement or the city's own closures; provisional (暂定) limits of open orders are worked out again.
   * `before`: the calendar that was edited; CALENDAR_CHANGED where it is another one by now. Null: whatever it is.
   */
  setCalendar: procedure
    .route({ path: '/office/calendar' })
    .input(z.object({ calendar: calendarDataSchema, before: calendarDataSchema.nullable() }))
    .output(z.object({ changed: z.int().nonnegative() })),
  /** Which provisional limits that calendar would move, without moving them. */
  previewCalendar: procedure
    .route({ path: '/office/calendar/preview' })
    .input(calendarDataSchema)
    .output(z.object({ changes: z.array(orderChangeSchema) })),
  /** What the present version of the rules would change in open orders; changes them, with a record, where `apply`. */
  packChange: procedure
    .route({ path: '/office/pack-change' })
    .input(z.object({ apply: z.boolean() }))
    .output(z.object({ packVersion: z.int().positive(), changes: z.array(orderChangeSchema), applied: z.boolean() })),
  /** The versions of the city's rules this centre has worked by, the newest first. */
  packVersions: procedure
    .route({ method: 'GET', path: '/office/pack-versions' })
    .output(z.array(z.object({ version: z.int().positive(), firstAt: instantSchema }))),
  /** One of them, whole, as JSON; null for one the centre never had. */
  packOfVersion: procedure
    .route({ path: '/office/pack-version' })
    .input(z.object({ version: z.int().positive() }))
    .output(z.object({ json: z.string().nullable() })),
};
