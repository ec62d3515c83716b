import { sumFigures } from '../../db/central/figures.ts';
import type { ReportTable, TableAsked } from '../../shared/contract/reports.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Counts } from '../../shared/figures/definitions.ts';
import { figureIdSchema } from '../../shared/figures/ids.ts';
import { fail } from '../../shared/failure.ts';
import type { Service } from '../service.ts';
import { readNames, type Names } from './names.ts';

/** The longest period of one report: ten years and what is left of them. */
const MOST_DAYS = 3700;
const DAY_MS = 86_400_000;

/** The figures of a period, broken down; of a unit's own where somebody of a unit asks. */
export async function reportTable({ db }: Pick<Service, 'db'>, actor: Actor, asked: TableAsked): Promise<ReportTable> {
  requirePeriod(asked);
  const { from, to, by } = asked;
  const names = await readNames(db);
  const counts = await sumFigures(db, by === 'department' ? 'unit' : by, { from, to, units: unitsOf(actor) });
  const grouped = by === 'department' ? summedBy(counts, (key) => (key === '' ? '' : names.department(key))) : counts;
  const rows = [...grouped]
    .map(([key, each]) => ({ key, name: nameOf(names, by, key), counts: each }))
    .toSorted((a, b) => (by === 'day' ? a.key.localeCompare(b.key) : weight(b.counts) - weight(a.counts)));
  return { rows, total: summedBy(counts, () => '').get('') ?? {} };
}

/** Whose figures somebody may see; null: everybody's. */
export function unitsOf({ grants }: Actor): readonly string[] | null {
  return grants.units === 'all' ? null : grants.units;
}

/** @throws INVALID_INPUT where the period ends before it begins, or is longer than orders are kept */
export function requirePeriod({ from, to }: { readonly from: string; readonly to: string }): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days < 0 || days > MOST_DAYS) fail('INVALID_INPUT', { detail: '统计期间的起止日期' });
}

function summedBy(counts: ReadonlyMap<string, Counts>, keyOf: (key: string) => string): Map<string, Counts> {
  const summed = new Map<string, Counts>();
  for (const [key, each] of counts) {
    const into = keyOf(key);
    const before = summed.get(into) ?? {};
    const entries = figureIdSchema.options.flatMap((figure) => {
      const n = (before[figure] ?? 0) + (each[figure] ?? 0);
      return n === 0 ? [] : [[figure, n] as const];
    });
    summed.set(into, Object.fromEntries(entries));
  }
  return summed;
}

function weight({ dispatched = 0, received = 0 }: Counts): number {
  return dispatched + received;
}

function nameOf(names: Names, by: TableAsked['by'], key: string): string {
  if (by === 'day') return key;
  return by === 'subject' ? names.subject(key) : names.unit(key);
}
