import { create } from 'zustand';
import type { Breakdown } from '../../../shared/contract/reports.ts';
import type { Filter } from '../../../shared/figures/facets.ts';
import type { PeriodicReport } from '../../../shared/policy/pack-course.ts';

/** What the screen is asked for; it stays while other screens are in front. */
export interface Asked {
  readonly view: 'table' | 'overdue' | 'clusters' | 'topics';
  /** The figures as a table, or one of them as a chart. */
  readonly as: 'table' | 'chart';
  /** A report of the city's text, or all figures. */
  readonly reportId: string | null;
  readonly every: PeriodicReport['every'] | 'free';
  readonly from: string;
  readonly to: string;
  readonly by: Breakdown;
  readonly least: number;
  /** What all of it is narrowed to. */
  readonly filter: Filter;
  /** Whether the filter's fields are on screen. */
  readonly filtering: boolean;
}

interface AskedState {
  readonly asked: Asked | null;
  readonly ask: (asked: Asked) => void;
}

export const useAsked = create<AskedState>((set) => ({ asked: null, ask: (asked) => set({ asked }) }));
