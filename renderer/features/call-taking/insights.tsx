import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { DeskClient } from '../../host.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useSettled } from '../knowledge/use-settled.ts';
import { activeEntry } from './model/draft-state.ts';
import { bySameCaller } from './model/similar.ts';
import { useDrafts } from './drafts.tsx';

export type SimilarOrder = Awaited<ReturnType<DeskClient['orders']['similar']>>[number];
export type SubjectSuggestion = Awaited<ReturnType<DeskClient['subjects']['suggest']>>[number];
export type UnitSuggestion = Awaited<ReturnType<DeskClient['units']['suggest']>>[number];

/** What the desk thinks of the draft in front, asked at each pause in typing. */
export interface Insights {
  /** 诉求内容 as it stood at the last pause. */
  readonly content: string;
  /** The same caller's first, then the likest. */
  readonly similar: readonly SimilarOrder[];
  readonly subjects: readonly SubjectSuggestion[];
  readonly units: readonly UnitSuggestion[];
}

const NOTHING: Insights = { content: '', similar: [], subjects: [], units: [] };

const InsightsContext = createContext<Insights>(NOTHING);

export function useInsights(): Insights {
  return useContext(InsightsContext);
}

const PAUSE_MS = 350;
/** Fewer characters say too little to compare. */
const SHORTEST = 4;
/** The contract's longest text. */
const LONGEST = 4000;

/** Asks once for everybody: the caller's column, the form, the outcome panels and the knowledge pane. */
export function InsightsProvider({ children }: { children: ReactNode }): ReactNode {
  const orderId = useDrafts((state) => activeEntry(state)?.orderId ?? null);
  const typed = useDrafts((state) => activeEntry(state)?.form.content ?? '');
  const typedPhone = useDrafts((state) => activeEntry(state)?.form.caller.phone ?? '');
  const subjectId = useDrafts((state) => activeEntry(state)?.form.subjectId ?? null);
  const content = useSettled(typed.trim(), PAUSE_MS, orderId);
  const phone = useSettled(typedPhone.trim(), PAUSE_MS, orderId);
  const enabled = orderId !== null && content.length >= SHORTEST;
  const text = content.slice(0, LONGEST);

  const similar = useDeskQuery({
    key: ['similar', orderId, text, phone, subjectId],
    tables: ['orders'],
    run: async (desk) => ({ orderId, found: await desk.orders.similar({ text, phone, subjectId, exclude: orderId }) }),
    enabled,
    keepAcrossKeys: true,
  });
  const subjects = useDeskQuery({
    key: ['subjects.suggest', orderId, text],
    tables: ['subjects'],
    run: async (desk) => ({ orderId, found: await desk.subjects.suggest({ text }) }),
    enabled,
    keepAcrossKeys: true,
  });
  const units = useDeskQuery({
    key: ['units.suggest', orderId, text, subjectId],
    tables: ['units'],
    run: async (desk) => ({ orderId, found: await desk.units.suggest({ text, subjectId }) }),
    enabled,
    keepAcrossKeys: true,
  });

  const insights = useMemo<Insights>(() => {
    if (!enabled) return { ...NOTHING, content };
    // Kept answers may still be the last draft's.
    const of = <T,>(answer: { orderId: string | null; found: readonly T[] } | undefined): readonly T[] =>
      answer?.orderId === orderId ? answer.found : [];
    return {
      content,
      similar: bySameCaller(of(similar.data)),
      subjects: of(subjects.data),
      units: of(units.data),
    };
  }, [enabled, orderId, content, similar.data, subjects.data, units.data]);
  return <InsightsContext value={insights}>{children}</InsightsContext>;
}
