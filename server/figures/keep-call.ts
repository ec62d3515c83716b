import type { Writer } from '../../db/central/database.ts';
import { addSums, type KeptSum } from '../../db/central/figures.ts';
import { callFiguresOf, type CountedCall } from '../../shared/figures/calls.ts';

/** Brings the figures along with a call that has ended. @param before its finished record, where one stood already */
export async function keepCallFigures(tx: Writer, before: CountedCall | null, after: CountedCall): Promise<void> {
  await addSums(tx, [...(before ? sumsOf(before, -1) : []), ...sumsOf(after, 1)]);
}

function sumsOf(call: CountedCall, n: number): KeptSum[] {
  const { day, figures } = callFiguresOf(call);
  return figures.map((figure) => ({ figure, day, unit: '', subject: '', n }));
}

/** The same of many, summed up. */
export function sumCalls(calls: readonly CountedCall[]): KeptSum[] {
  const summed = new Map<string, KeptSum>();
  for (const sum of calls.flatMap((call) => sumsOf(call, 1))) {
    const key = `${sum.figure} ${sum.day}`;
    summed.set(key, { ...sum, n: (summed.get(key)?.n ?? 0) + sum.n });
  }
  return [...summed.values()];
}
