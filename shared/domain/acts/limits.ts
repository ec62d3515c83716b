import { msOf, type Instant } from '../../instant.ts';
import { dueOf, type Deadline } from '../../policy/deadline.ts';
import type { LimitMode, StartEvent } from '../../policy/values.ts';
import type { Complexity } from '../channel.ts';
import { limitQueryOf } from '../limit-query.ts';
import type { Request } from '../order.ts';
import type { Rules } from '../outcome.ts';

/** How an order is handled, as far as its limit depends on it. */
interface Handled {
  readonly request: Request;
  readonly mode: LimitMode;
  readonly complexity: Complexity;
  /** All units it concerns, the lead unit included. */
  readonly units: number;
  readonly statutory?: { readonly source: string; readonly due: Instant } | null;
  /** 立案. T10. */
  readonly filing?: boolean;
}

/** When things happened that may start a clock, ms since 1970. */
interface Clock {
  readonly receivedMs: number;
  /** The unit has it; it is forwarded, phoned, transferred; a lead unit is named. */
  readonly unitMs: number;
}

const FROM_THE_CALLER: ReadonlySet<StartEvent> = new Set(['received', 'accepted']);

/** The limit that the city sets for an order handled so; null where its text gives none. */
export function limitOf(rules: Pick<Rules, 'pack' | 'calendar'>, handled: Handled, clock: Clock): Deadline | null {
  const { request, mode, complexity, units, statutory, filing = false } = handled;
  const asked = limitQueryOf(request, {
    mode,
    complexity,
    units,
    startMs: clock.unitMs,
    filing,
    statutory: statutory ? { source: statutory.source, dueMs: msOf(statutory.due) } : null,
  });
  const { deadline } = dueOf(rules.pack, asked, rules.calendar);
  if (!deadline || !FROM_THE_CALLER.has(deadline.from)) return deadline;
  return dueOf(rules.pack, { ...asked, startMs: clock.receivedMs }, rules.calendar).deadline;
}
