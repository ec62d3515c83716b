import type { FileFormat, SheetPart } from '../../shared/contract/exports.ts';
import {
  linesOf,
  measuresOf,
  monthlyMeasure,
  totalOf,
  type LineFigures,
  type Measure,
} from '../../shared/domain/scoring/result-lines.ts';
import { RESULT_DEFINITIONS, RESULTS_BY_NAMES, type ResultsQuery } from '../../shared/domain/scoring/results.ts';
import { fail } from '../../shared/failure.ts';
import type { Column } from '../../shared/sheet/sheet.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { atOnce, sendSheet } from '../reports/send-sheet.ts';
import type { Service } from '../service.ts';
import { readsAll } from './read.ts';
import { narrowingSaid, scoringResults } from './results.ts';
import { SCORES } from './text.ts';

const KINDS: Readonly<Partial<Record<Measure, Column['kind']>>> = { mean: 'mean', passRate: 'rate', itemRate: 'rate' };

/**
 * Results of scoring as a table for a file, as the screen has them. No caller is in it.
 * @throws NOT_PERMITTED for whoever neither scores nor decides, INVALID_INPUT as the results themselves
 */
export async function resultsSheet(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  { query, format }: { readonly query: ResultsQuery; readonly format: FileFormat },
  signal?: AbortSignal,
): Promise<AsyncGenerator<SheetPart>> {
  if (!readsAll(session.actor)) fail('NOT_PERMITTED');
  const { by, from, to } = query;
  const results = await scoringResults(service, query);
  const measures = measuresOf(by);
  const monthly = monthlyMeasure(by);
  const columns: Column[] = [
    { name: RESULTS_BY_NAMES[by], kind: 'text', says: null },
    ...measures.map((measure) => ({ ...RESULT_DEFINITIONS[measure], kind: KINDS[measure] ?? 'count' })),
    ...results.months.map((month) => ({
      name: SCORES.month(month, RESULT_DEFINITIONS[monthly].name),
      kind: KINDS[monthly] ?? 'count',
      says: null,
    })),
  ];
  const cells = (name: string, { values, months }: LineFigures) => [
    name,
    ...measures.map((measure) => values[measure] ?? null),
    ...months,
  ];
  const lines = linesOf(results, by).map((line) => cells(line.name, line));
  // The items of forms have no total: their points are not alike.
  const all = cells(SCORES.total, totalOf(results));
  const source = atOnce(columns, by === 'item' || lines.length === 0 ? lines : [all, ...lines]);
  const title = `${SCORES.title}_${RESULTS_BY_NAMES[by]}_${from}_${to}`;
  const filter = await narrowingSaid(service.db, query);
  return sendSheet(service, session, source, { title, what: 'scores', from, to, by, filter, format }, signal);
}
