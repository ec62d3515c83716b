import { stampOf, type Outcome } from '../outcome.ts';
import { keepsProcedure } from './procedure.ts';
import { denied, deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { LINES } from './text.ts';
import { assistantsFor, unitName, unitObjection } from './units.ts';

/** 签收: the unit has seen it. Its clock has run since the dispatch. T7, H18. */
export function sign(decision: ActDecision): Outcome {
  return step(decision, {
    kind: 'signed',
    text: unitName(decision.rules, decision.order.unitId),
    order: { state: 'handling' },
    life: { signed: stampOf(decision) },
  });
}

/**
 * 续报: where a statute sets another limit, or the matter takes long. T10, H14. The first one of a matter that has to be
 * filed keeps the limit for entering the procedure; the text sets none for the result.
 */
export function reportProgress(decision: ActDecision, { text }: PayloadOf<'order.reportProgress'>): Outcome {
  const { order, rules } = decision;
  const { progress } = order.life;
  const entered = keepsProcedure(rules.pack, order);
  return step(decision, {
    kind: 'progress',
    text: lineOf(entered && LINES.entered, text),
    order: entered ? { deadline: null } : {},
    life: { progress: [...progress, { ...stampOf(decision), text }] },
  });
}

/** 请单位协助: the unit that has it asks a colleague unit by itself; lead, limit and number of units stay as they are. T11. */
export function askColleague(decision: ActDecision, { unitId, task }: PayloadOf<'order.askColleague'>): Outcome {
  const { order, rules, nowMs } = decision;
  const { assistants } = order.life;
  const there = unitId === order.unitId || assistants.some((assistant) => assistant.unitId === unitId);
  if (there) return deny(decision, 'UNIT_ALREADY_THERE', unitName(rules, unitId));
  const objection = unitObjection(rules, order.request, unitId);
  if (objection) return denied(decision, objection);
  const asked = assistantsFor(rules, order, [{ unitId, task }], order.deadline, nowMs).map((assistant) => ({
    ...assistant,
    askedBy: order.unitId,
  }));
  return step(decision, {
    kind: 'colleagueAsked',
    text: lineOf(LINES.asked(unitName(rules, unitId)), task),
    life: { assistants: [...assistants, ...asked] },
  });
}

/** 协办意见: an assisting unit's part, given to the lead unit. T11, H9. */
export function assist(decision: ActDecision, { unitId, text }: PayloadOf<'order.assist'>): Outcome {
  const { order, rules, actor } = decision;
  const { units } = actor.grants;
  const theirs = units !== 'all' && units.includes(unitId);
  const asked = order.life.assistants.some((assistant) => assistant.unitId === unitId);
  if (!theirs || !asked) return deny(decision, 'NOT_ASSISTING', unitName(rules, unitId));
  const answer = { ...stampOf(decision), text };
  return step(decision, {
    kind: 'assisted',
    text: lineOf(unitName(rules, unitId), text),
    life: {
      assistants: order.life.assistants.map((assistant) =>
        assistant.unitId === unitId ? { ...assistant, answer } : assistant,
      ),
    },
  });
}

/** 补充诉求: a further call adds to an open order. */
export function supplement(decision: ActDecision, { text }: PayloadOf<'order.supplement'>): Outcome {
  return step(decision, { kind: 'supplemented', text });
}

/** 催办 on the caller's or the overseer's wish. H11. */
export function urge(decision: ActDecision, { reason }: PayloadOf<'order.urge'>): Outcome {
  return step(decision, { kind: 'urged', text: reason, order: { urges: decision.order.urges + 1 } });
}
