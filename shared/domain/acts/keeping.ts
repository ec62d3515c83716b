import { EMPTY_LIFE } from '../life.ts';
import { may } from '../people.ts';
import { stampOf, type Outcome } from '../outcome.ts';
import { deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { LINES } from './text.ts';
import { turnBegun, handlingOf, waitingForDispatch } from './turn.ts';
import { unitName } from './units.ts';

/** 归档: closed the same day where the text says so (T14); refusals too (Z12). */
export function archive(decision: ActDecision): Outcome {
  const stamp = stampOf(decision);
  const closedAt = decision.order.closedAt ?? stamp.at;
  return step(decision, {
    kind: 'archived',
    text: '',
    order: { state: 'archived', closedAt },
    life: { archived: stamp },
  });
}

/** 重新打开 on the overseer's word: the unit that had it gets it anew; one that never had a unit is dispatched. */
export function reopen(decision: ActDecision, { reason }: PayloadOf<'order.reopen'>): Outcome {
  const { order, rules, nowMs } = decision;
  const { unitId } = order;
  const back =
    unitId === null
      ? waitingForDispatch(decision)
      : turnBegun(decision, { unitId, handling: handlingOf(order.mode), state: 'dispatched', receivedMs: nowMs });
  return step(decision, {
    kind: 'reopened',
    text: lineOf(reason, LINES.reopenedTo(unitName(rules, unitId)), LINES.due(back.order.deadline?.due)),
    order: { ...back.order, refusal: null },
    life: { ...back.life, archived: EMPTY_LIFE.archived, mergedInto: EMPTY_LIFE.mergedInto },
  });
}

/** 保密: on the caller's wish (Z7) or the centre's judgement. Lifting it takes somebody who may see such orders. */
export function markSecret(decision: ActDecision, { secret, reason }: PayloadOf<'order.markSecret'>): Outcome {
  const { order, actor } = decision;
  const sensitivity = secret ? 'secret' : 'normal';
  if (order.request.sensitivity === sensitivity) return deny(decision, 'ALREADY_SO');
  if (!secret && !may(actor, 'order.viewSecret')) return deny(decision, 'NOT_PERMITTED');
  return step(decision, {
    kind: 'markedSecret',
    text: lineOf(LINES.secret(secret), reason),
    order: { request: { ...order.request, sensitivity } },
  });
}

/** 回避: who has an interest of their own neither sees nor touches the order from here. J5. */
export function recuse(decision: ActDecision, { accountId, reason }: PayloadOf<'order.recuse'>): Outcome {
  const { recused } = decision.order.life;
  if (recused.some((each) => each.accountId === accountId)) return deny(decision, 'ALREADY_SO');
  return step(decision, {
    kind: 'recused',
    text: reason,
    life: { recused: [...recused, { ...stampOf(decision), accountId, reason }] },
  });
}

/** 标记追责: one of the city's own cases, by its own article. T18, J15, A6, A7, Z11. */
export function flagLiability(decision: ActDecision, payload: PayloadOf<'order.flagLiability'>): Outcome {
  const { order, rules } = decision;
  const flag = rules.pack.liabilityFlags.find(({ id }) => id === payload.flagId);
  if (!flag) return deny(decision, 'LIABILITY_UNKNOWN');
  if (payload.unitId !== null && !rules.unit(payload.unitId)) return deny(decision, 'UNIT_NOT_FOUND', payload.unitId);
  const note = { ...stampOf(decision), ...payload, name: flag.name };
  return step(decision, {
    kind: 'liabilityFlagged',
    text: lineOf(flag.name, unitName(rules, payload.unitId), payload.text),
    life: { liability: [...order.life.liability, note] },
    cited: { rule: flag.rule, article: flag.article },
  });
}

/** 打印 of one of the city's forms, with its article. Z13-Z16, J6, H13, T13, A2. */
export function print(decision: ActDecision, { formId, copies }: PayloadOf<'order.print'>): Outcome {
  const form = decision.rules.pack.forms.find(({ id }) => id === formId);
  if (!form) return deny(decision, 'FORM_UNKNOWN', formId);
  return step(decision, {
    kind: 'printed',
    text: LINES.printed(form.name, copies),
    cited: { rule: form.rule, article: form.article },
  });
}
