import { failure, type Failure } from '../../failure.ts';
import type { CommandBody } from '../command.ts';
import type { Life } from '../life.ts';
import type { Citation, HistoryEntry, Order } from '../order.ts';
import { done, stampOf, type OrderDecision, type Outcome } from '../outcome.ts';
import type { OrderAct } from './table.ts';

/** What an act's command says. */
export type PayloadOf<T extends OrderAct> = Extract<CommandBody, { readonly type: T }>['payload'];

/** A decision about an act, with the rule and article it is done under in this city. */
export interface ActDecision extends OrderDecision {
  readonly cited: Citation | null;
}

/** What an act leaves behind: what changes, and the line its history gains. */
export interface Step {
  readonly kind: HistoryEntry['kind'];
  readonly text: string;
  readonly order?: Partial<Omit<Order, 'life'>>;
  readonly life?: Partial<Life>;
  /** Where it is not the act's own. */
  readonly cited?: Citation | null;
}

/** The act stands. */
export function step(decision: ActDecision, { kind, text, order, life, cited = decision.cited }: Step): Outcome {
  const stamp = stampOf(decision);
  const before = decision.order;
  const after: Order = { ...before, ...order, life: { ...before.life, ...life }, updatedAt: stamp.at };
  return done(after, [], { ...stamp, kind, text, citation: cited });
}

/** The act does not stand, under its own article or the one named. */
export function deny(
  { cited }: { readonly cited: Citation | null },
  code: Failure['code'],
  detail: string | null = null,
): Outcome {
  return { ok: false, failure: failure(code, { article: cited?.article ?? null, detail }) };
}

/** Parts of a history line, those that say nothing left out. */
export function lineOf(...parts: readonly (string | null | false)[]): string {
  return parts.filter(Boolean).join('；');
}

/** The act does not stand; the article is the failure's own, else the act's. */
export function denied({ cited }: { readonly cited: Citation | null }, objection: Failure): Outcome {
  return { ok: false, failure: { ...objection, article: objection.article ?? cited?.article ?? null } };
}
