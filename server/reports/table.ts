import { sumFigures, type Sum, type SumsBy } from '../../db/central/figures.ts';
import type { Counting, ReportTable, TableAsked } from '../../shared/contract/reports.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Counts } from '../../shared/figures/definitions.ts';
import { callFigureIdSchema, type AnyFigureId } from '../../shared/figures/ids.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import type { Service } from '../service.ts';
import { daysOf, lookedAt, requirePeriod, type LookedAt } from './looked-at.ts';
import { readNames, type Names } from './names.ts';

/** Between two words of how far a count is, ms: as many days are counted at once as fit. */
const PACE_MS = 4000;
/** Each piece looks through all facets: not one for each day. */
const FIRST_DAYS = 4;

/** The figures of a period, broken down; of a unit's own where somebody of a unit asks. */
export async function reportTable(service: Pick<Service, 'db'>, actor: Actor, asked: TableAsked): Promise<ReportTable> {
  for await (const part of countTable(service, actor, asked)) if (part.kind === 'table') return part.table;
  throw new Error('a count ends with its table');
}

/**
 * The same, telling how far it is. Kept sums are there at once; where the filter asks for what they do not know, the
 * orders behind them are counted some days at a time.
 */
export async function* countTable(
  { db }: Pick<Service, 'db'>,
  actor: Actor,
  asked: TableAsked,
  signal?: AbortSignal,
): AsyncGenerator<Counting> {
  requirePeriod(asked);
  const { by } = asked;
  const names = await readNames(db);
  const looked = lookedAt(actor, names, asked);
  const keyOf = by === 'department' ? (key: string): string => (key === '' ? '' : names.department(key)) : same;
  const rows = new Map<string, Map<AnyFigureId, number>>();
  const total = new Map<AnyFigureId, number>();
  const of = daysOf(asked);
  for await (const { done, sums } of slices(db, by === 'department' ? 'unit' : by, looked)) {
    if (signal?.aborted) return;
    for (const { figure, key, n } of sums) {
      add(rowOf(rows, keyOf(key)), figure, n);
      add(total, figure, n);
    }
    if (done < of) yield { kind: 'counting', done, of };
  }
  for (const { figure, key, n } of await callSums(db, by, looked)) {
    if (by === 'day' || by === 'month') add(rowOf(rows, key), figure, n);
    add(total, figure, n);
  }
  const lines = [...rows]
    .map(([key, counts]) => ({ key, name: nameOf(names, by, key), counts: countsOf(counts) }))
    .toSorted((a, b) =>
      by === 'day' || by === 'month' ? a.key.localeCompare(b.key) : weight(b.counts) - weight(a.counts),
    );
  yield { kind: 'table', table: { rows: lines, total: countsOf(total) } };
}

/** Calls have no unit and no subject, and are no orders: they are told to whoever sees all, of everything. */
async function callSums(
  db: Service['db'],
  by: TableAsked['by'],
  { scope, narrowing }: LookedAt,
): Promise<readonly Sum[]> {
  if (narrowing || scope.units || scope.subjects) return [];
  return sumFigures(db, by === 'month' ? 'month' : 'day', scope, null, callFigureIdSchema.options);
}

/** The sums piece by piece; kept ones in one piece. */
async function* slices(
  db: Service['db'],
  by: SumsBy,
  { scope, narrowing }: LookedAt,
): AsyncGenerator<{ done: number; sums: readonly Sum[] }> {
  const all = daysOf(scope);
  let [done, days] = [0, narrowing ? Math.min(all, FIRST_DAYS) : all];
  while (done < all) {
    const from = addDays(scope.from, done);
    done = Math.min(all, done + days);
    const startedMs = performance.now();
    yield { done, sums: await sumFigures(db, by, { ...scope, from, to: addDays(scope.from, done - 1) }, narrowing) };
    const pace = PACE_MS / Math.max(1, performance.now() - startedMs);
    days = Math.max(1, Math.round(days * Math.min(4, pace)));
  }
}

function same(key: string): string {
  return key;
}

function rowOf(rows: Map<string, Map<AnyFigureId, number>>, key: string): Map<AnyFigureId, number> {
  const known = rows.get(key) ?? new Map<AnyFigureId, number>();
  rows.set(key, known);
  return known;
}

function add(counts: Map<AnyFigureId, number>, figure: AnyFigureId, n: number): void {
  counts.set(figure, (counts.get(figure) ?? 0) + n);
}

function countsOf(counts: ReadonlyMap<AnyFigureId, number>): Counts {
  return Object.fromEntries([...counts].filter(([, n]) => n !== 0));
}

function weight({ dispatched = 0, received = 0 }: Counts): number {
  return dispatched + received;
}

function nameOf(names: Names, by: TableAsked['by'], key: string): string {
  if (by === 'day' || by === 'month') return key;
  return by === 'subject' ? names.subject(key) : names.unit(key);
}
