import { msOf, type Instant } from '../../instant.ts';
import { CONTACT_HOW_NAMES } from '../life.ts';
import { stampOf, type Outcome } from '../outcome.ts';
import { limitOf } from './limits.ts';
import { lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { LINES } from './text.ts';

/**
 * 联系诉求人 before there is an answer. The first word with them has a limit in some texts (H4, Z5); one that comes later
 * says so in its line.
 */
export function contactCaller(decision: ActDecision, payload: PayloadOf<'order.contactCaller'>): Outcome {
  const { how, reached, text } = payload;
  const { contacts } = decision.order.life;
  const first = reached && !contacts.some((contact) => contact.reached);
  const limit = first ? firstWordDue(decision) : null;
  return step(decision, {
    kind: 'contacted',
    text: lineOf(
      CONTACT_HOW_NAMES[how],
      LINES.reached(reached),
      text,
      limit !== null && decision.nowMs >= msOf(limit) && LINES.lateContact(limit),
    ),
    life: { contacts: [...contacts, { ...stampOf(decision), how, reached, text }] },
  });
}

function firstWordDue({ order, rules }: ActDecision): Instant | null {
  const receivedMs = msOf(order.createdAt);
  const handled = {
    request: order.request,
    mode: 'first-response',
    complexity: order.life.complexity,
    units: 1,
  } as const;
  return limitOf(rules, handled, { receivedMs, unitMs: receivedMs })?.due ?? null;
}
