import { useMemo } from 'react';
import { createGazetteer } from '../../../shared/hints/gazetteer.ts';
import { missingFacts, type Fact } from '../../../shared/hints/missing-facts.ts';
import { urgencySigns, type UrgencySign } from '../../../shared/hints/urgency.ts';
import type { SuggestionOutcome } from '../../../shared/domain/model.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useDraftActions, useEntry } from './drafts.tsx';
import { useInsights } from './insights.tsx';
import { isDeclined, withJudged } from './model/offers.ts';

/** The place that 诉求内容 names, by the city's own list: only while 地点 is empty, and not where it was turned down. */
export function usePlaceOffer(): string | null {
  const { content } = useInsights();
  const place = useEntry(({ form }) => form.place);
  const view = useEntry((entry) => entry.view);
  const { data: places } = useDeskQuery({
    key: ['places'],
    tables: ['centre'],
    run: (desk) => desk.places.list(),
  });
  const gazetteer = useMemo(() => createGazetteer(places ?? []), [places]);
  const found = useMemo(() => gazetteer.find(content)?.text ?? null, [gazetteer, content]);
  return found !== null && place.trim() === '' && !isDeclined(view, 'place', found) ? found : null;
}

/** What speaks for 紧急, while nobody has said so or turned it down. */
export function useUrgencyOffer(): UrgencySign | null {
  const { content } = useInsights();
  const urgent = useEntry(({ form }) => form.urgent);
  const view = useEntry((entry) => entry.view);
  const signs = useMemo(() => urgencySigns(content), [content]);
  if (urgent) return null;
  return signs.find(({ sign }) => !isDeclined(view, 'urgent', sign)) ?? null;
}

/** What is worth asking while the caller is still there. */
export function useMissingFacts(): readonly Fact[] {
  const { content, subjects } = useInsights();
  const form = useEntry((entry) => entry.form);
  const likeliest = subjects.find(({ subject }) => subject.id === form.subjectId) ?? subjects[0];
  return missingFacts({
    text: content,
    subjectPath: likeliest?.subject.path ?? [],
    place: form.place,
    occurredAt: form.occurredAt,
    accusedUnit: form.accused.unit,
  });
}

/** Notes what became of an offer; what is turned down is not offered again in this draft. */
export function useJudge(): (outcome: SuggestionOutcome, value: string) => void {
  const { read, show } = useDraftActions();
  return (outcome, value) => show(withJudged(read().view, outcome, value));
}
