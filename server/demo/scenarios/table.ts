import type { Category } from '../../../shared/domain/order.ts';
import type { PlaceKind } from '../places.ts';

/**
 * A matter people call about, and how it goes on. Words in braces are filled in by `telling.ts`. A text may begin with
 * the letters of the threads it belongs to and a bar (`ab|…`): the first such sentence told begins the thread, and what
 * follows is of that thread or of none, so that nobody asks for silence where a cover is missing.
 */
export interface Scenario {
  readonly subject: string;
  readonly category: Category;
  /** Calls in a thousand, roughly. */
  readonly weight: number;
  /** Shares of 即办, 直办 and 转办. */
  readonly ways: readonly [immediate: number, direct: number, forward: number];
  readonly place: PlaceKind | 'none';
  /** Who handles it: the subject's unit unless said otherwise. `county`, `township`: of the place. */
  readonly unit?: string;
  /** Probability of 紧急. */
  readonly urgent?: number;
  /** Probability of 保密. */
  readonly secret?: number;
  /** Months (1-12) it belongs to; outside them it is rare. */
  readonly months?: readonly number[];
  readonly accused?: readonly string[];
  /** What is told: one of each line, one after the other. */
  readonly story: readonly (readonly string[])[];
  readonly wish: readonly string[];
  /** What is said at once, from the desk or by the unit on the line. */
  readonly answers: readonly string[];
  /** What the unit replies later. */
  readonly replies: readonly string[];
}

/** A call that is not taken (不予受理). */
export interface RefusalScenario {
  readonly groundId: string;
  readonly category: Category;
  readonly subject: string | null;
  readonly weight: number;
  readonly story: readonly (readonly string[])[];
}
