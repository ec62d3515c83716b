import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { isRunning, ORDER_STATE_NAMES, type Order, type OrderState } from './order.ts';

/** What a caller asks with: the number they were told, and the last four digits of the telephone they called from. */
export const enquirySchema = z.object({
  number: z.string().trim().min(1).max(40),
  phone4: z.string().regex(/^\d{4}$/),
});
export type Enquiry = z.infer<typeof enquirySchema>;

/** How an order stands, and nothing of what it says. T5, T17. */
export const progressSchema = z.object({
  number: z.string(),
  state: z.string(),
  stage: z.string(),
  /** Who has it; null while nobody has. */
  unit: z.string().nullable(),
  /** Until when, while the limit runs. */
  due: instantSchema.nullable(),
  updatedAt: instantSchema,
});
export type Progress = z.infer<typeof progressSchema>;

/** Where in the eight stages of T5 an order stands, as its caller hears it. 督办 and 评价 are the centre's own business. */
const STAGE_NAMES: Readonly<Record<OrderState, '受理' | '派单' | '办理' | '答复' | '回访' | '办结'>> = {
  accepted: '派单',
  dispatched: '办理',
  handling: '办理',
  leaderReview: '答复',
  inspecting: '答复',
  submitted: '办理',
  replied: '回访',
  reviewing: '回访',
  closed: '办结',
  refused: '受理',
  transferred: '办结',
  merged: '办结',
  archived: '办结',
};

/**
 * The one order that whoever asks like this may be told of. They are taken for its caller, so a 保密 order and one whose
 * caller would not be named are never told of; and nothing distinguishes them from one that is not there.
 * @param orders those that bear the number
 */
export function orderToTell(orders: readonly Order[], { phone4 }: Pick<Enquiry, 'phone4'>): Order | null {
  const [order, other] = orders.filter((each) => mayBeTold(each, phone4));
  // A desk's own number may have been given twice, by a desk that lost what it knew: then it tells nobody's.
  return order && !other ? order : null;
}

function mayBeTold({ request }: Order, phone4: string): boolean {
  const digits = request.caller.phone.replaceAll(/\D/gu, '');
  if (request.sensitivity !== 'normal' || request.identity !== 'named') return false;
  return digits.length >= 7 && digits.endsWith(phone4);
}

/** @param unit the name of the unit that has it */
export function progressOf(order: Order, unit: string | null): Progress {
  return {
    number: order.number ?? order.provisionalNumber,
    state: ORDER_STATE_NAMES[order.state],
    stage: STAGE_NAMES[order.state],
    unit,
    due: isRunning(order.state) ? (order.deadline?.due ?? null) : null,
    updatedAt: order.updatedAt,
  };
}
