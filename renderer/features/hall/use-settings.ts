import type { HallSettings } from '../../../shared/hall/settings.ts';
import { useDeskQuery } from '../../data/use-query.ts';

/** How the centre wants its hall; null until it has said so. */
export function useHallSettings(): HallSettings | null {
  const { data } = useDeskQuery({ key: ['hall-settings'], tables: ['calls'], run: (desk) => desk.hall.settings() });
  return data ?? null;
}
