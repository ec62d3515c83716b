import { z } from 'zod';
import { orderIdSchema } from '../domain/ids.ts';
import { ratingSchema } from '../domain/life.ts';
import { categorySchema, orderStateSchema } from '../domain/order.ts';
import { instantSchema } from '../instant.ts';
import { procedure } from './base.ts';

const count = z.int().nonnegative();

/** An order that somebody has written down, as they may see it; who asked is not in it. */
const ownOrderSchema = z.object({
  orderId: orderIdSchema,
  number: z.string(),
  createdAt: instantSchema,
  category: categorySchema,
  summary: z.string(),
  state: orderStateSchema,
  /** The caller's latest word. */
  rating: ratingSchema.nullable(),
  ratingNote: z.string(),
  /** What units have sent back, the last first; `agreed` null while nobody has decided. */
  returns: z.array(
    z.object({ at: instantSchema, unitName: z.string(), reason: z.string(), agreed: z.boolean().nullable() }),
  ),
});
export type OwnOrder = z.infer<typeof ownOrderSchema>;

const mineSchema = z.object({
  calls: z.object({ answered: count, rungOut: count, talkMs: count.nullable() }),
  /** Orders written down in the time. */
  orders: count,
  ratings: z.record(ratingSchema, count),
  rated: z.array(ownOrderSchema),
  returned: z.array(ownOrderSchema),
  /** True where there are more orders than were looked at. */
  more: z.boolean(),
});
export type Mine = z.infer<typeof mineSchema>;

/** 我的: what becomes of one's own work. Nobody reads another's here. */
export const mine = {
  read: procedure
    .route({ path: '/mine' })
    .input(z.object({ from: z.iso.date(), to: z.iso.date() }))
    .output(mineSchema),
};
