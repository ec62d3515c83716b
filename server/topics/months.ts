/** 2026-01 -> 2025-12. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/**
 * The consecutive months that reach up to this one or, while nothing has come in it yet, to the one before.
 * @param months as 2026-09, in any order
 * @returns first and last, and how many; null where neither is among them
 */
export function runUpTo(
  months: readonly string[],
  thisMonth: string,
): { readonly from: string; readonly to: string; readonly count: number } | null {
  const known = new Set(months);
  const to = known.has(thisMonth) ? thisMonth : monthBefore(thisMonth);
  if (!known.has(to)) return null;
  let [from, count] = [to, 1];
  while (known.has(monthBefore(from))) {
    from = monthBefore(from);
    count += 1;
  }
  return { from, to, count };
}
