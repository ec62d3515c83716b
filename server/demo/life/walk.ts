import type { CommandBody } from '../../../shared/domain/command.ts';
import type { HistoryEntry, Order } from '../../../shared/domain/order.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { transition } from '../../../shared/domain/transition.ts';
import { msOf } from '../../../shared/instant.ts';
import type { Fate } from './fates.ts';
import type { Matter } from '../matter.ts';
import type { DemoPeople } from '../people.ts';
import type { Random } from '../random.ts';
import type { DemoRules } from '../rules.ts';
import type { Tale } from '../telling.ts';

/** An order with its course so far. */
export interface Dossier {
  readonly order: Order;
  readonly history: readonly HistoryEntry[];
}

/** What an order's life is told from. */
export interface Setting {
  readonly known: DemoRules;
  readonly people: DemoPeople;
  readonly tale: Tale;
  readonly matter: Matter;
  /** Whom it goes to, where the dispatcher has to say so. */
  readonly unitId: string | null;
  /** Where it is to wait; null: it goes its own way. */
  readonly fate: Fate | null;
  /** Milliseconds since 1970; what would lie after has not happened. */
  readonly nowMs: number;
}

/** Somebody's next step. */
export interface Step {
  readonly by: Actor;
  readonly atMs: number;
  readonly command: CommandBody;
}

/** An order on its way through its life, step by step, each through the same `transition` as a real one. */
export interface Walk extends Setting {
  readonly random: Random;
  /** A number of this order's own, to spread the staff over the orders. */
  readonly nth: number;
  readonly order: Order;
  readonly clockMs: number;
  /** True once a step would have lain after now: whatever comes later has not happened either. */
  readonly over: boolean;
  /** @returns false where it has not happened yet. @throws where the rules refuse it */
  take(step: Step): boolean;
  /** The same, for what one city's rules allow and another's do not. @returns false also where they refuse it */
  tryTo(step: Step): boolean;
  readonly dossier: Dossier;
}

const MINUTE_MS = 60_000;

export function walkFrom(begun: Dossier, setting: Setting): Walk {
  const { random } = setting.tale;
  let { order, history } = begun;
  let clockMs = msOf(order.updatedAt);
  let over = false;

  function act({ by, atMs, command }: Step): string | null {
    const nowMs = Math.max(atMs, clockMs + MINUTE_MS);
    if (nowMs >= setting.nowMs) {
      over = true;
      return null;
    }
    const { rules } = setting.known;
    const outcome = transition({ order, orderId: order.id, command, actor: by, rules, nowMs });
    if (!outcome.ok) return outcome.failure.code;
    if (outcome.order) order = { ...outcome.order, version: order.version + 1 };
    history = [...history, ...outcome.history];
    clockMs = nowMs;
    return null;
  }

  return {
    ...setting,
    random,
    nth: random.between(0, 1000),
    get order() {
      return order;
    },
    get clockMs() {
      return clockMs;
    },
    get over() {
      return over;
    },
    get dossier() {
      return { order, history };
    },
    take: (step) => {
      const refused = over ? null : act(step);
      if (refused !== null) {
        throw new Error(`the demo took a step that the rules refuse: ${step.command.type} ${refused} (${order.state})`);
      }
      return !over;
    },
    tryTo: (step) => !over && act(step) === null && !over,
  };
}
