import { useMemo } from 'react';
import { useSubjectList, useUnits } from '../../data/directory.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Rules } from '../../../shared/domain/outcome.ts';
import { useLive } from '../../data/live.ts';
import { useMinute } from '../../data/clock.ts';
import { useRules, type CityRules } from '../../data/rules.ts';
import type { Bench } from './judge.ts';

/**
 * What acts on an order are judged by on this screen: who is signed in, the city's rules, the units, the centre's clock.
 * @returns null while nobody is signed in
 */
export function useBench(order: Order): Bench | null {
  const actor = useLive(({ session }) => session?.actor ?? null);
  const city = useRules();
  const rules = useDecisionRules(city);
  const nowMs = useMinute('centre');
  return useMemo(() => (actor ? { order, actor, city, rules, nowMs } : null), [order, actor, city, rules, nowMs]);
}

/** The rules as the station has them; null until they are here. Other orders are the station's and the centre's to judge. */
function useDecisionRules(city: CityRules | null): Rules | null {
  const units = useUnits();
  const subjects = useSubjectList().data;
  return useMemo(() => {
    if (!city || units.length === 0 || !subjects) return null;
    return {
      ...city,
      unit: (id) => units.find((unit) => unit.id === id) ?? null,
      subject: (id) => subjects.find((subject) => subject.id === id) ?? null,
      related: () => null,
    };
  }, [city, units, subjects]);
}
