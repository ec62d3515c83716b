import type { OrderState } from '../../shared/domain/order.ts';

/** The one answer to whatever is not told: no such order, wrong digits, 保密, anonymous. */
export const NOT_FOUND = '没有找到';

export const TOO_OFTEN = '查询过于频繁，请稍后再试';

/** Where in the eight stages of T5 an order stands, as its caller hears it. 督办 and 评价 are the centre's own business. */
export const STAGE_NAMES: Readonly<Record<OrderState, '受理' | '派单' | '办理' | '答复' | '回访' | '办结'>> = {
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
