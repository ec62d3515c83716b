/** The eight stages of an order. T5. */
export const STAGES = ['accept', 'dispatch', 'handle', 'reply', 'supervise', 'close', 'followUp', 'rate'] as const;
export type StageId = (typeof STAGES)[number];

/** `none`: it does not belong to this order's course, or has not been called for. */
export type StageState = 'done' | 'current' | 'todo' | 'none';
