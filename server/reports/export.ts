import type { FileFormat, SheetPart } from '../../shared/contract/exports.ts';
import type { ExportAsked, RowsAsked } from '../../shared/contract/reports.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { definitionOf, isRate, valueOf, type Counts } from '../../shared/figures/definitions.ts';
import type { ColumnId } from '../../shared/figures/ids.ts';
import type { Lines } from '../../shared/sheet/sheet.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { orderCells, overdueCells } from './cells.ts';
import { reportClusters } from './clusters.ts';
import { columnsOf, nameColumn } from './columns.ts';
import { wordsOf } from './mark.ts';
import { readNames } from './names.ts';
import { countLate, overduePages, overdueRow } from './overdue.ts';
import { lookedAt, requirePeriod, type Period } from './looked-at.ts';
import { behind, countBehind, nextOf, shown } from './rows.ts';
import { atOnce, sendSheet, type Source } from './send-sheet.ts';
import { reportTable } from './table.ts';
import { EXPORT, NAMES_OF } from './text.ts';

/** Orders read at once. */
const PAGE = 500;

/**
 * A report as a table for a file. Personal data is masked whoever takes it.
 * @throws EXPORT_TOO_LARGE, INVALID_INPUT as the report itself
 */
export async function sheetOf(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  { asked, format }: { readonly asked: ExportAsked; readonly format: FileFormat },
  signal?: AbortSignal,
): Promise<AsyncGenerator<SheetPart>> {
  const { what, from, to } = asked;
  const source = await sourceOf(service, session.actor, asked);
  const filter = await wordsOf(service.db, asked.filter);
  const title = `${NAMES_OF[what]}_${from}_${to}`;
  return sendSheet(service, session, source, { title, what, from, to, filter, format }, signal);
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
      return overdueSource(service, actor, asked);
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

/** Every one of them, however many: the screen lists the first. T19. */
async function overdueSource(service: Service, actor: Actor, asked: Period): Promise<Source> {
  requirePeriod(asked);
  const names = await readNames(service.db);
  const looked = lookedAt(actor, names, asked);
  const expected = await countLate(service, looked);
  return {
    head: { columns: columnsOf('overdue') },
    expected,
    async *parts() {
      let read = 0;
      for await (const page of overduePages(service, actor, looked)) {
        read = Math.min(expected, read + page.read);
        yield { lines: page.orders.map((order) => overdueCells(overdueRow(order, names), order, actor)), read };
      }
    },
  };
}
