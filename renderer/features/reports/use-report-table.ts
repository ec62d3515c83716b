import { useEffect, useEffectEvent, useState } from 'react';
import type { ReportTable, TableAsked } from '../../../shared/contract/reports.ts';
import type { Failure } from '../../../shared/failure.ts';
import { needsCounting, NO_FILTER } from '../../../shared/figures/facets.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useDeskQuery, type DeskQuery } from '../../data/use-query.ts';

interface Counted {
  /** Whose answer it is. */
  readonly key: string;
  readonly table?: ReportTable;
  readonly failure?: Failure;
  readonly done?: number;
  readonly of?: number;
}

export interface ReportTableQuery extends Pick<DeskQuery<ReportTable>, 'data' | 'failure' | 'refresh'> {
  /** Days counted of all; null where nothing is being counted. */
  readonly counting: { readonly done: number; readonly of: number } | null;
  /** Somebody has given the count up. */
  readonly stopped: boolean;
  readonly stop: () => void;
}

/** A table of figures: kept sums at once; counted order by order with its progress where the filter asks for more. */
export function useReportTable(asked: TableAsked): ReportTableQuery {
  const counts = needsCounting(asked.filter ?? NO_FILTER);
  const kept = useDeskQuery({
    key: ['reportTable', asked],
    tables: [],
    run: (desk) => desk.reports.table(asked),
    enabled: !counts,
  });
  const counted = useCounted(asked, counts);
  return counts ? counted : { ...kept, counting: null, stopped: false, stop: nothing };
}

function nothing(): void {}

function useCounted(asked: TableAsked, wanted: boolean): ReportTableQuery {
  const desk = useDesk();
  const [round, setRound] = useState(0);
  // The question is plain data: its text stands for it.
  const key = `${round} ${JSON.stringify(asked)}`;
  const [state, setState] = useState<Counted>({ key: '' });
  const [stopped, setStopped] = useState('');
  const running = wanted && stopped !== key;

  const count = useEffectEvent(async (of: string, signal: AbortSignal): Promise<void> => {
    const put = (part: Omit<Counted, 'key'>): void => {
      if (!signal.aborted) setState({ key: of, ...part });
    };
    try {
      const parts = await desk.reports.counted(asked, { signal });
      for await (const part of parts) put(part.kind === 'table' ? { table: part.table } : part);
    } catch (error) {
      // Whoever gave it up has nothing to be told, and the log neither.
      if (!signal.aborted) put({ failure: failureOf(error) });
    }
  });

  useEffect(() => {
    if (!running) return undefined;
    const ending = new AbortController();
    void count(key, ending.signal);
    return () => ending.abort();
  }, [running, key]);

  const own: Counted = state.key === key ? state : { key };
  const { table, failure = null, done = 0, of = 1 } = own;
  return {
    data: table,
    failure,
    refresh: () => setRound(round + 1),
    counting: running && !table && !failure ? { done, of } : null,
    stopped: wanted && stopped === key,
    stop: () => setStopped(key),
  };
}
