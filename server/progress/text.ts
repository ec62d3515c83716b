/** The one answer to whatever is not told: no such order, wrong digits, 保密, anonymous. */
export const NOT_FOUND = '没有找到';

export const TOO_OFTEN = '查询过于频繁，请稍后再试';
