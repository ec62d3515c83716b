import { writeLog } from '../../db/central/log.ts';
import type { ExportAsked, RowsAsked } from '../../shared/contract/reports.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { orderCells, overdueCells, tableCells } from './cells.ts';
import { reportClusters } from './clusters.ts';
import { csvOf, type Cell } from './csv.ts';
import { reportOverdue } from './overdue.ts';
import { behind, nextOf, shown } from './rows.ts';
import { reportTable } from './table.ts';
import { EXPORT, NAMES_OF } from './text.ts';

/** Nobody reads more lines than this in a spreadsheet. */
const MOST_PAGES = 200;

/** A report as a file. Personal data is masked whoever takes it, and that it was taken is written down. T2, H19, J5. */
export async function exportReport(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  asked: ExportAsked,
): Promise<{ name: string; csv: string }> {
  const { actor, deskId } = session;
  const cells = await cellsOf(service, actor, asked);
  const at = now(service);
  const detail = { what: asked.what, from: asked.from, to: asked.to, rows: cells.length - 1 };
  const entry = { at, accountId: actor.accountId, deskId, action: 'report.export', subject: null, detail };
  await service.db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
  return { name: `${NAMES_OF[asked.what]}_${asked.from}_${asked.to}.csv`, csv: csvOf(cells) };
}

async function cellsOf(service: Service, actor: Actor, asked: ExportAsked): Promise<Cell[][]> {
  switch (asked.what) {
    case 'table':
      return tableCells(await reportTable(service, actor, asked));
    case 'rows':
      return rowCells(service, actor, asked);
    case 'overdue':
      return [EXPORT.overdue, ...(await reportOverdue(service, actor, asked)).map(overdueCells)];
    case 'clusters': {
      const found = await reportClusters(service, actor, asked);
      return [EXPORT.clusters, ...found.map(({ by, name, n, before }) => [EXPORT.by[by], name, n, before])];
    }
  }
}

async function rowCells(service: Service, actor: Actor, asked: Omit<RowsAsked, 'after'>): Promise<Cell[][]> {
  const cells: Cell[][] = [EXPORT.rows];
  let after: RowsAsked['after'] = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { found, names, orders } = await behind(service.db, actor, { ...asked, after });
    for (const { orderId, day } of found) {
      const order = orders.get(orderId);
      if (order) cells.push(orderCells({ ...shown(order, names), day }, order, actor));
    }
    after = nextOf(found, asked);
    if (!after) break;
  }
  return cells;
}
