import type { Pack } from '../../policy/pack.ts';
import { FINDING_NAMES, CONTACT_HOW_NAMES, type Inspection, type Result } from '../life.ts';
import { stampOf, type Outcome } from '../outcome.ts';
import { afterLeader, afterReport, backInTurn, channelAtHome, wishesDropped } from './course.ts';
import { resultToSign, signatureOf } from './seal.ts';
import { deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { DROPPED, LINES } from './text.ts';

/** 答复诉求人, by whom and how. A suggestion is answered with taken up or not. J9, J13, J22, H12, H14, T12, A4. */
export function replyCaller(decision: ActDecision, payload: PayloadOf<'order.replyCaller'>): Outcome {
  const { how, reached, text } = payload;
  const adoption = reached ? payload.adoption : null;
  const lacking = reached ? lackingAdoption(decision, adoption) : null;
  if (lacking) return lacking;
  const replies = [...decision.order.life.replies, { ...stampOf(decision), how, reached, text, adoption }];
  return step(decision, {
    kind: 'callerReplied',
    text: lineOf(
      CONTACT_HOW_NAMES[how],
      LINES.reached(reached),
      text,
      adoption && LINES.adoption(adoption.adopted),
      adoption && adoption.reason,
      adoption && adoption.nextSteps,
    ),
    life: { replies },
  });
}

/** J22: not taken up, why not; taken up, what follows. H14 asks only for the word itself. */
function lackingAdoption(decision: ActDecision, adoption: PayloadOf<'order.replyCaller'>['adoption']): Outcome | null {
  const rule = decision.rules.pack.reply.acceptOrNot;
  if (!rule || decision.order.request.category !== 'suggestion') return null;
  const under = { cited: rule };
  if (!adoption) return deny(under, 'ADOPTION_REQUIRED');
  if (!adoption.adopted && rule.reasonIfNot && adoption.reason.trim() === '') return deny(under, 'REASON_REQUIRED');
  if (adoption.adopted && rule.commitmentIfSo && adoption.nextSteps.trim() === '')
    return deny(under, 'ADOPTION_REQUIRED');
  return null;
}

/** 上报结果: to the unit's leader, to the check or to the centre, as the city has it. H5, T12, Z9, J13. */
export function reportResult(decision: ActDecision, payload: PayloadOf<'order.reportResult'>): Outcome {
  const { order, rules } = decision;
  const result: Result = { ...stampOf(decision), ...payload, review: null };
  return step(decision, {
    kind: 'resultReported',
    text: lineOf(
      FINDING_NAMES[payload.finding],
      payload.text,
      LINES.measures(payload.measures),
      goesToMayor(decision) && LINES.mayorOffice,
    ),
    order: { state: afterReport(rules.pack, order) },
    life: { result, ...wishesDropped(decision, DROPPED.reported) },
  });
}

/** J10, J20: what came by the hotline is also fed back to 市长电话室. */
function goesToMayor({ order, rules }: ActDecision): boolean {
  return rules.pack.reply.mayorOffice.some(({ channels }) => channels.includes(channelAtHome(rules.pack, order)));
}

/** 负责人审签: with a signature where the city wants one (Z9); what is not approved goes back in the unit. H5, T12. */
export function reviewResult(decision: ActDecision, payload: PayloadOf<'order.reviewResult'>): Outcome {
  const { order, rules } = decision;
  const { approved, reason, signing } = payload;
  const { result } = order.life;
  if (!result) return deny(decision, 'ACT_NOT_IN_STATE');
  if (!approved && reason === '') return deny(decision, 'REASON_REQUIRED');
  if (approved && rules.pack.leaderReview?.signature === true && !signing) return deny(decision, 'SIGNATURE_REQUIRED');
  const signature = signing && signatureOf(decision, signing, resultToSign(order.id, result, { approved, reason }));
  const review = { ...stampOf(decision), approved, reason, signature };
  const back = approved ? null : backInTurn(decision, 'leaderReview', reason);
  return step(decision, {
    kind: 'resultReviewed',
    text: lineOf(LINES.approved(approved), reason, signature && LINES.signedBy(signature.by.name)),
    order: back?.order ?? { state: afterLeader(rules.pack, order) },
    life: { ...back?.life, result: { ...result, review } },
  });
}

/** 质检 by its three questions: all of them, or back to the unit. H5. */
export function inspect(decision: ActDecision, payload: PayloadOf<'order.inspect'>): Outcome {
  const passed = payload.facts && payload.nature && payload.handled;
  if (!passed && payload.reason === '') return deny(decision, 'REASON_REQUIRED');
  const back = passed ? null : backInTurn(decision, 'inspection', payload.reason);
  const inspections = [...decision.order.life.inspections, { ...stampOf(decision), ...payload }];
  return step(decision, {
    kind: 'inspected',
    text: lineOf(LINES.passed(passed), LINES.failedOn(failedOn(decision.rules.pack, payload)), payload.reason),
    order: back?.order ?? { state: 'replied' },
    life: { ...back?.life, inspections },
  });
}

function failedOn(pack: Pack, answers: Pick<Inspection, 'facts' | 'nature' | 'handled'>): string[] {
  return (pack.inspection?.criteria ?? []).filter(({ id }) => !answers[id]).map(({ name }) => name);
}
