import type { CommandBody } from '../command.ts';
import type { Citation } from '../order.ts';
import { done, refuse, stampOf, type OrderDecision, type Outcome } from '../outcome.ts';
import type { OrderAct } from './table.ts';

export type ActCommand = Extract<CommandBody, { type: OrderAct }>;

/** Decides an act that the gate has let through. */
export function decideAct(decision: OrderDecision, command: ActCommand): Outcome {
  switch (command.type) {
    case 'order.supplement':
      return supplement(decision, command.payload.text);
    case 'order.urge':
      return urge(decision, command.payload.reason);
    default:
      return refuse('COMMAND_TYPE_UNKNOWN');
  }
}

function supplement(decision: OrderDecision, text: string): Outcome {
  const stamp = stampOf(decision);
  const order = { ...decision.order, updatedAt: stamp.at };
  return done(order, [], { ...stamp, kind: 'supplemented', text, citation: null });
}

function urge(decision: OrderDecision, reason: string): Outcome {
  const stamp = stampOf(decision);
  const order = { ...decision.order, urges: decision.order.urges + 1, updatedAt: stamp.at };
  return done(order, [], { ...stamp, kind: 'urged', text: reason, citation: urgeCitation(decision) });
}

function urgeCitation({ rules }: OrderDecision): Citation | null {
  const rule = rules.pack.modes.find(({ mode }) => mode === 'urge');
  return rule ? { rule: rule.rule, article: rule.article } : null;
}
