import { citationOf } from '../../policy/citation.ts';
import type { Citation } from '../order.ts';
import { stampOf, type Outcome } from '../outcome.ts';
import { deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { LINES } from './text.ts';
import { backAnew } from './turn.ts';
import { unitName } from './units.ts';
import { nextReviewLevel } from './review-level.ts';

/** 申请复查, then 复核: only where the text knows them, and one after the other. H12. */
export function askReview(decision: ActDecision, { level, reason }: PayloadOf<'order.askReview'>): Outcome {
  const { order, rules } = decision;
  const cited = levelCitation(decision, 'ask', level);
  if (level !== nextReviewLevel(rules.pack, order)) return deny({ cited }, 'REVIEW_ORDER', LINES.review(level));
  const asked = { ...stampOf(decision), level, reason, decision: null };
  return step(decision, {
    kind: 'reviewAsked',
    text: lineOf(LINES.review(level), reason),
    order: { state: 'reviewing', closedAt: null },
    life: { reviews: [...order.life.reviews, asked] },
    cited,
  });
}

/** 复查 or 复核 decided: handled properly, it is closed; improperly, it goes back to the unit. H12. */
export function decideReview(decision: ActDecision, { proper, text }: PayloadOf<'order.decideReview'>): Outcome {
  const { order, rules } = decision;
  const { reviews } = order.life;
  const open = reviews.findLast((review) => review.decision === null);
  if (!open) return deny(decision, 'NO_WISH_PENDING');
  const stamp = stampOf(decision);
  const decided = reviews.map((review) =>
    review === open ? { ...review, decision: { ...stamp, proper, text } } : review,
  );
  const back = proper ? null : backAnew(decision, 'review', text, order.unitId);
  return step(decision, {
    kind: 'reviewDecided',
    text: lineOf(
      LINES.review(open.level),
      LINES.proper(proper),
      text,
      back && LINES.redoBy(unitName(rules, order.unitId)),
      back && LINES.due(back.order.deadline?.due),
    ),
    order: back?.order ?? { state: 'closed', closedAt: stamp.at },
    life: { ...back?.life, reviews: decided },
    cited: levelCitation(decision, 'decide', open.level),
  });
}

function levelCitation({ rules, cited }: ActDecision, verb: 'ask' | 'decide', level: 1 | 2): Citation | null {
  return level === 1 ? cited : (citationOf(rules.pack, `${verb}ReReview`) ?? cited);
}
