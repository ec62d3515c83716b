import { useState } from 'react';
import type { ScoringListInput } from '../../../shared/contract/scoring.ts';
import type { ScoringRow } from '../../../shared/domain/scoring/scoring.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useDeed } from '../../data/use-deed.ts';
import { useDeskQuery, type DeskQuery } from '../../data/use-query.ts';

interface Page {
  readonly rows: readonly ScoringRow[];
  readonly more: boolean;
}

export interface ScoringList {
  readonly first: DeskQuery<Page>;
  readonly rows: readonly ScoringRow[];
  readonly more: boolean;
  readonly busy: boolean;
  /** Older ones could not be had. */
  readonly failed: Failure | null;
  readonly fetchOlder: () => void;
}

/** The newest scorings of a kind, kept true as they change; older ones are fetched behind them. */
export function useScoringList(wanted: Omit<ScoringListInput, 'after'>, enabled: boolean): ScoringList {
  const key = JSON.stringify(wanted);
  const [older, setOlder] = useState<Page & { readonly key: string }>({ key, rows: [], more: false });
  const { busy, failure: failed, act } = useDeed();
  const first = useDeskQuery<Page>({
    key: ['scorings', key],
    tables: ['calls'],
    run: (desk) => desk.scoring.list({ ...wanted, after: null }),
    enabled,
  });
  const behind = older.key === key ? older : null;
  const newest = first.data?.rows ?? [];
  const seen = new Set(newest.map(({ id }) => id));
  const rows = [...newest, ...(behind?.rows ?? []).filter(({ id }) => !seen.has(id))];
  const fetchOlder = async (): Promise<void> => {
    const last = rows.at(-1);
    if (!last) return;
    await act(async (desk) => {
      const page = await desk.scoring.list({ ...wanted, after: { madeAt: last.madeAt, id: last.id } });
      setOlder({ key, rows: [...(behind?.rows ?? []), ...page.rows], more: page.more });
    });
  };
  const more = behind && behind.rows.length > 0 ? behind.more : (first.data?.more ?? false);
  return { first, rows, more, busy, failed, fetchOlder: () => void fetchOlder() };
}
