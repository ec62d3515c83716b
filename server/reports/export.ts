import type { ExportWanted, FileFormat, SheetPart } from '../../shared/contract/exports.ts';
import type { ExportAsked, RowsAsked } from '../../shared/contract/reports.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { definitionOf, isRate, valueOf, type Counts } from '../../shared/figures/definitions.ts';
import type { ColumnId } from '../../shared/figures/ids.ts';
import { fail } from '../../shared/failure.ts';
import type { Lines, SheetHead } from '../../shared/sheet/sheet.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { orderCells, overdueCells } from './cells.ts';
import { reportClusters } from './clusters.ts';
import { columnsOf, nameColumn } from './columns.ts';
import { markExport } from './mark.ts';
import { readNames } from './names.ts';
import { reportOverdue } from './overdue.ts';
import { behind, countBehind, nextOf, shown } from './rows.ts';
import { reportTable } from './table.ts';
import { EXPORT, NAMES_OF } from './text.ts';

/** Lines of a file: nobody reads more on paper, or in a spreadsheet. */
const MOST: Readonly<Record<FileFormat, number>> = { pdf: 5000, xlsx: 100_000, csv: 100_000 };
/** Orders read at once. */
const PAGE = 500;

interface Source {
  readonly head: Pick<SheetHead, 'columns'>;
  /** Lines to be read, also such as are not for whoever asks. */
  readonly expected: number;
  readonly parts: () => AsyncIterable<{ readonly lines: Lines; readonly read: number }>;
}

/**
 * A report as a table for a file. Personal data is masked whoever takes it; that it was taken is written down before its
 * first line goes, under the reference that the file bears. T2, H19, J5.
 * @throws EXPORT_TOO_LARGE, INVALID_INPUT as the report itself
 */
export async function sheetOf(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  { asked, format }: ExportWanted,
  signal?: AbortSignal,
): Promise<AsyncGenerator<SheetPart>> {
  const { head, expected, parts } = await sourceOf(service, session.actor, asked);
  if (expected > MOST[format]) fail('EXPORT_TOO_LARGE', { detail: EXPORT.most(expected, MOST[format]) });
  const mark = await markExport(service, session, {
    what: asked.what,
    from: asked.from,
    to: asked.to,
    filter: asked.filter,
    format,
    rows: expected,
  });
  const title = `${NAMES_OF[asked.what]}_${asked.from}_${asked.to}`;

  return (async function* (): AsyncGenerator<SheetPart> {
    yield { kind: 'head', head: { ...head, title, mark }, expected };
    for await (const part of parts()) {
      if (signal?.aborted) return;
      yield { kind: 'lines', ...part };
    }
  })();
}

async function sourceOf(service: Service, actor: Actor, asked: ExportAsked): Promise<Source> {
  switch (asked.what) {
    case 'table': {
      const { rows, total } = await reportTable(service, actor, asked);
      const line = (name: string, counts: Counts): Lines[number] => [name, ...numbers(asked.columns, counts)];
      const lines = [line(EXPORT.total, total), ...rows.map(({ name, counts }) => line(name, counts))];
      const figures = asked.columns.map((id) => ({
        name: definitionOf(id).name,
        kind: isRate(id) ? ('rate' as const) : ('count' as const),
        says: definitionOf(id).says,
      }));
      return atOnce([nameColumn(asked.by), ...figures], lines);
    }
    case 'rows':
      return rowSource(service, actor, asked);
    case 'overdue':
      return atOnce(columnsOf('overdue'), (await reportOverdue(service, actor, asked)).map(overdueCells));
    case 'clusters': {
      const found = await reportClusters(service, actor, asked);
      return atOnce(
        columnsOf('clusters'),
        found.map(({ by, name, n, before }) => [EXPORT.by[by], name, n, before]),
      );
    }
  }
}

function numbers(columns: readonly ColumnId[], counts: Counts): (number | null)[] {
  return columns.map((id) => valueOf(id, counts));
}

function atOnce(columns: SheetHead['columns'], lines: Lines): Source {
  return {
    head: { columns },
    expected: lines.length,
    async *parts() {
      yield { lines, read: lines.length };
    },
  };
}

async function rowSource(service: Service, actor: Actor, asked: Omit<RowsAsked, 'after'>): Promise<Source> {
  const names = await readNames(service.db);
  const expected = await countBehind(service.db, actor, names, asked);
  return {
    head: { columns: columnsOf('rows') },
    expected,
    async *parts() {
      let [after, read]: [RowsAsked['after'], number] = [null, 0];
      do {
        const { found, orders } = await behind(service.db, actor, names, { ...asked, after }, PAGE);
        const lines = found.flatMap(({ orderId, day }) => {
          const order = orders.get(orderId);
          return order ? [orderCells({ ...shown(order, names), day }, order, actor)] : [];
        });
        // Orders may have come since they were counted: never more than all is said to be read.
        read = Math.min(expected, read + found.length);
        after = nextOf(found, asked, PAGE);
        yield { lines, read: after ? read : expected };
      } while (after);
    },
  };
}
