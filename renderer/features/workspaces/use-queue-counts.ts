import { EVERY_ORDER } from '../../../shared/contract/desk.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { narrowedTo, type WorkTab } from './workspaces.ts';

/** What a tab shows beside its name. */
export interface TabCount {
  readonly total: number;
  readonly overdue: number;
}

/** How much waits in each tab, by the tab's id; panels have none. */
export function useQueueCounts(tabs: readonly WorkTab[]): Readonly<Partial<Record<string, TabCount>>> {
  const { data } = useDeskQuery({
    key: ['queueCounts', tabs.map(({ id }) => id)],
    tables: ['orders', 'outbox'],
    run: async ({ orders }) => {
      const queues = await orders.queues();
      const counts = await Promise.all(
        tabs.map(async (tab): Promise<readonly [string, TabCount]> => {
          if (tab.show === 'running') {
            const filter = { ...EVERY_ORDER, ...narrowedTo(tab) };
            const { total } = await orders.list({ filter, offset: 0, limit: 1 });
            return [tab.id, { total, overdue: tab.due === 'overdue' ? total : 0 }];
          }
          const count = queues.find(({ queue }) => queue === tab.queue);
          return [tab.id, countOf(tab, count)];
        }),
      );
      return Object.fromEntries(counts);
    },
  });
  return data ?? {};
}

function countOf(
  { due, show }: WorkTab,
  count: { readonly total: number; readonly overdue: number; readonly soon: number } | undefined,
): TabCount {
  const { total = 0, overdue = 0, soon = 0 } = count ?? {};
  if (show !== 'queue') return { total: 0, overdue: 0 };
  if (due === 'soon') return { total: soon, overdue: 0 };
  return due === 'overdue' ? { total: overdue, overdue } : { total, overdue };
}
