import { useDeskQuery } from '../../data/use-query.ts';
import { FIRST_QUERY, orderFilter, withView, type QuickView } from './query.ts';

/** The views that call for somebody: their count stands beside their name. */
const COUNTED = ['soon', 'overdue', 'pending'] as const satisfies readonly QuickView[];

export function useViewCounts(): Partial<Record<QuickView, number>> {
  const { data } = useDeskQuery({
    key: ['orderViewCounts'],
    tables: ['orders', 'outbox'],
    run: async ({ orders }) => {
      const answers = await Promise.all(
        COUNTED.map((view) => orders.list({ filter: orderFilter(withView(FIRST_QUERY, view)), offset: 0, limit: 1 })),
      );
      return Object.fromEntries(COUNTED.map((view, index) => [view, answers[index]?.total ?? 0]));
    },
  });
  return data ?? {};
}
