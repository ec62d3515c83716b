import { msOf } from '../../instant.ts';
import { extended, resumed, returnDue } from '../../policy/milestones.ts';
import type { ReturnRequest } from '../life.ts';
import { may } from '../people.ts';
import { stampOf, type Outcome } from '../outcome.ts';
import { openExtension, openReturn, thisTurn } from './course.ts';
import { extensionToSign, signatureOf } from './seal.ts';
import { deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { DETAILS, LINES } from './text.ts';
import { waitingForDispatch, type Change } from './turn.ts';
import { unitName } from './units.ts';

/** 申请退单, in the system, with reason and basis; a late one counts as overdue handling. The clock runs on. T7. */
export function requestReturn(decision: ActDecision, payload: PayloadOf<'order.requestReturn'>): Outcome {
  const { order, rules, nowMs } = decision;
  const { unitId, life } = order;
  if (unitId === null || life.dispatchedAt === null) return deny(decision, 'ACT_NOT_IN_STATE');
  const limit = returnDue(rules.pack, msOf(life.dispatchedAt), rules.calendar);
  const late = limit !== null && rules.pack.returns?.lateCountsAsOverdue === true && nowMs >= limit.dueMs;
  const wish = { ...stampOf(decision), ...payload, unitId, late, decision: null };
  return step(decision, {
    kind: 'returnRequested',
    text: lineOf(payload.reason, LINES.basis(payload.basis), late && LINES.lateReturn),
    life: { returns: [...life.returns, wish] },
  });
}

/** 审核退单. Agreed: the order waits for its next unit, whose limit is its own; refused: the unit carries on. T7. */
export function decideReturn(decision: ActDecision, payload: PayloadOf<'order.decideReturn'>): Outcome {
  const { order, rules } = decision;
  const open = openReturn(order);
  if (!open) return deny(decision, 'NO_WISH_PENDING');
  const said = { ...stampOf(decision), ...payload };
  const returns = order.life.returns.map((wish) => (wish === open ? { ...wish, decision: said } : wish));
  const back = payload.agreed ? waitingForDispatch(decision) : carryOn(decision, open);
  return step(decision, {
    kind: 'returnDecided',
    text: lineOf(
      LINES.agreed(payload.agreed),
      payload.agreed && LINES.returnedBy(unitName(rules, open.unitId)),
      payload.reason,
    ),
    order: back.order,
    life: { ...back.life, returns },
  });
}

/** Refused, the limit is as it was, or later by what the question took where the pack has the clock stand. T7. */
function carryOn({ order, rules, nowMs }: ActDecision, asked: ReturnRequest): Change {
  const { deadline } = order;
  if (!deadline) return { order: {}, life: {} };
  return { order: { deadline: resumed(rules.pack, deadline, msOf(asked.at), nowMs, rules.calendar) }, life: {} };
}

/** 申请延期, in time and within what the text allows; who must sign signs. T9, Z8, Z9, H9. */
export function requestExtension(decision: ActDecision, payload: PayloadOf<'order.requestExtension'>): Outcome {
  const { order, rules, actor } = decision;
  const { extensions } = rules.pack;
  const { days, reason, signing } = payload;
  if (!extensions) return deny(decision, 'ACT_NOT_OFFERED');
  const most = extensions.lengthWd ?? extensions.maxLengthWd;
  if (most !== null && days > most) return deny(decision, 'EXTENSION_TOO_LONG', DETAILS.atMost(most));
  const before = thisTurn(order).extensions.filter((wish) => wish.decision?.agreed).length;
  const mustSign = extensions.formRequired || (before > 0 && extensions.secondNeedsSignature);
  // Only a leader's own account signs: a handler's word for it is no signature.
  if (mustSign && (!signing || !may(actor, 'order.sign'))) return deny(decision, 'SIGNATURE_REQUIRED');
  const signature = signing && signatureOf(decision, signing, extensionToSign(order.id, { reason, days }));
  const wish = { ...stampOf(decision), reason, days, signature, decision: null };
  return step(decision, {
    kind: 'extensionRequested',
    text: lineOf(LINES.extension(before + 1), LINES.days(days), reason, signature && LINES.signedBy(signature.by.name)),
    life: { extensions: [...order.life.extensions, wish] },
  });
}

/** 审批延期. Granted days run on from the end of the limit, not from the day of the word. T9, Z9, H9. */
export function decideExtension(decision: ActDecision, payload: PayloadOf<'order.decideExtension'>): Outcome {
  const { order, rules } = decision;
  const { extensions } = rules.pack;
  const open = openExtension(order);
  if (!open) return deny(decision, 'NO_WISH_PENDING');
  if (!extensions || !order.deadline) return deny(decision, 'ACT_NOT_OFFERED', DETAILS.noLimit);
  const { agreed, reason } = payload;
  if (!agreed && reason === '') return deny(decision, 'REASON_REQUIRED');
  if (agreed && reason === '' && extensions.decidedBy === 'cityLeaders')
    return deny(decision, 'REASON_REQUIRED', DETAILS.cityLeaders);
  const days = payload.days ?? extensions.lengthWd ?? open.days;
  const most = extensions.lengthWd ?? extensions.maxLengthWd;
  if (agreed && most !== null && days > most) return deny(decision, 'EXTENSION_TOO_LONG', DETAILS.atMost(most));
  const deadline = agreed ? extended(rules.pack, order.deadline, days, rules.calendar) : order.deadline;
  const said = { ...stampOf(decision), agreed, reason, days: agreed ? days : null };
  return step(decision, {
    kind: 'extensionDecided',
    text: lineOf(LINES.agreed(agreed), agreed && LINES.days(days), agreed && LINES.due(deadline.due), reason),
    order: { deadline },
    life: { extensions: order.life.extensions.map((wish) => (wish === open ? { ...wish, decision: said } : wish)) },
  });
}
