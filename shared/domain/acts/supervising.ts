import { stampOf, type Outcome } from '../outcome.ts';
import { namedAssistants, wishesDropped } from './course.ts';
import { limitOf } from './limits.ts';
import { msOf } from '../../instant.ts';
import { instructionToSign, signatureOf } from './seal.ts';
import { denied, deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { LINES } from './text.ts';
import { turnBegun } from './turn.ts';
import { unitName, unitObjection } from './units.ts';

/** 督办: on one of the city's triggers, in one of its forms, each under its own article. T13, J4, H11. */
export function supervise(decision: ActDecision, payload: PayloadOf<'order.supervise'>): Outcome {
  const { supervision } = decision.rules.pack;
  if (!supervision) return deny(decision, 'ACT_NOT_OFFERED');
  const trigger = supervision.triggers.find(({ id }) => id === payload.trigger);
  const form = supervision.forms.find(({ id }) => id === payload.form);
  if (!trigger || !form) return deny(decision, 'SUPERVISION_UNKNOWN');
  const supervisions = [...decision.order.life.supervisions, { ...stampOf(decision), ...payload, answer: null }];
  return step(decision, {
    kind: 'supervised',
    text: lineOf(form.name, trigger.name, payload.text),
    life: { supervisions },
    cited: { rule: trigger.rule, article: trigger.article },
  });
}

/** 回复督办: the one that has waited longest. T13. */
export function answerSupervision(decision: ActDecision, { text }: PayloadOf<'order.answerSupervision'>): Outcome {
  const { supervisions } = decision.order.life;
  const open = supervisions.find(({ answer }) => answer === null);
  if (!open) return deny(decision, 'NO_SUPERVISION');
  const answer = { ...stampOf(decision), text };
  return step(decision, {
    kind: 'supervisionAnswered',
    text,
    life: { supervisions: supervisions.map((each) => (each === open ? { ...each, answer } : each)) },
  });
}

/** 呈报领导 with a special report; until the leader has written on it no unit's limit runs. H10, Z8, T9. */
export function submit(decision: ActDecision, { to, report }: PayloadOf<'order.submit'>): Outcome {
  const { order, rules, nowMs } = decision;
  const { request, life } = order;
  const clock = { receivedMs: msOf(order.createdAt), unitMs: nowMs };
  const handled = { request, mode: 'submission', complexity: life.complexity, units: 1 } as const;
  return step(decision, {
    kind: 'submitted',
    text: lineOf(LINES.submittedTo(to), report),
    order: { state: 'submitted', mode: 'submission', deadline: limitOf(rules, handled, clock) },
    life: {
      submission: { ...stampOf(decision), report, to, instruction: null },
      ...wishesDropped(decision, LINES.submittedTo(to)),
    },
  });
}

/** 批示: the leader writes on the report and names the unit, whose limit is that of instructed orders. H10, Z8. */
export function instruct(decision: ActDecision, payload: PayloadOf<'order.instruct'>): Outcome {
  const { order, rules } = decision;
  const { text, signing, unitId } = payload;
  const { submission } = order.life;
  if (!submission) return deny(decision, 'ACT_NOT_IN_STATE');
  const objection = unitObjection(rules, order.request, unitId);
  if (objection) return denied(decision, objection);
  const signature = signatureOf(decision, signing, instructionToSign(order.id, submission, { text }));
  const assistants = namedAssistants(order.life).filter((assistant) => assistant.unitId !== unitId);
  const turn = turnBegun(decision, { unitId, handling: 'instructed', state: 'handling', assistants });
  return step(decision, {
    kind: 'instructed',
    text: lineOf(
      text,
      LINES.instructedTo(unitName(rules, unitId)),
      LINES.due(turn.deadline?.due),
      LINES.signedBy(signature.by.name),
    ),
    order: turn.order,
    life: { ...turn.life, submission: { ...submission, instruction: { ...stampOf(decision), text, signature } } },
  });
}
