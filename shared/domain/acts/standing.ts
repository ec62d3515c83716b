import { failure, type Failure } from '../../failure.ts';
import { citationOf } from '../../policy/citation.ts';
import { extensionAskDue } from '../../policy/milestones.ts';
import type { Pack } from '../../policy/pack.ts';
import { MODE_NAMES, type Order } from '../order.ts';
import type { Actor } from '../people.ts';
import type { Rules } from '../outcome.ts';
import { closingBarred } from './closing.ts';
import { openExtension, openReturn, thisTurn } from './course.ts';
import { objectionTo } from './gate.ts';
import { callerFirstOwed } from './owed.ts';
import { nextReviewLevel } from './review-level.ts';
import { actOf, type OfferedAct } from './table.ts';
import { DETAILS } from './text.ts';

/**
 * What stands against an act before anything is written for it, with its article: rights, recusal, side and state, then
 * what the city's rules ask. Deciding asks this first; a screen asks it for the words beside a greyed button.
 * @returns null where it may be written; what is written may still be refused
 */
export function standsAgainst(
  type: OfferedAct,
  order: Order,
  actor: Actor,
  rules: Pick<Rules, 'pack' | 'calendar'>,
  nowMs: number,
): Failure | null {
  const { pack } = rules;
  const objection = objectionTo(type, order, actor) ?? cityObjection(type, order, actor, rules, nowMs);
  if (!objection) return null;
  const behind = objection.code === 'RECUSED' ? pack.secrecy : citationOf(pack, actOf(type).cites);
  return { ...objection, article: objection.article ?? behind?.article ?? null };
}

function cityObjection(
  type: OfferedAct,
  order: Order,
  actor: Actor,
  { pack, calendar }: Pick<Rules, 'pack' | 'calendar'>,
  nowMs: number,
): Failure | null {
  if (pack.acts[actOf(type).cites]?.offered === false) return failure('ACT_NOT_OFFERED');
  switch (type) {
    case 'order.requestReturn':
      return openReturn(order) && failure('WISH_PENDING');
    case 'order.decideReturn':
      return openReturn(order) ? null : failure('NO_WISH_PENDING');
    case 'order.requestExtension':
      return extensionObjection(order, { pack, calendar }, nowMs);
    case 'order.decideExtension':
      return openExtension(order) ? null : failure('NO_WISH_PENDING');
    case 'order.contactCaller':
      return sideObjection(order, actor);
    case 'order.replyCaller':
      return replyObjection(pack, order, actor);
    case 'order.reportResult':
      return callerFirstOwed(pack, order);
    case 'order.supervise':
      return pack.supervision ? null : failure('ACT_NOT_OFFERED');
    case 'order.answerSupervision':
      return order.life.supervisions.some(({ answer }) => answer === null) ? null : failure('NO_SUPERVISION');
    case 'order.submit':
    case 'order.instruct':
      return knowsInstructions(pack) ? null : failure('ACT_NOT_OFFERED');
    case 'order.askReview':
      return reviewObjection(pack, order);
    case 'order.close':
      return closingBarred(pack, order);
    case 'order.flagLiability':
      return pack.liabilityFlags.length > 0 ? null : failure('ACT_NOT_OFFERED');
    case 'order.supplement':
    case 'order.urge':
    case 'order.dispatch':
    case 'order.split':
    case 'order.nameLead':
    case 'order.meeting':
    case 'order.merge':
    case 'order.transfer':
    case 'order.sign':
    case 'order.reportProgress':
    case 'order.askColleague':
    case 'order.assist':
    case 'order.reviewResult':
    case 'order.inspect':
    case 'order.followUp':
    case 'order.redo':
    case 'order.decideReview':
    case 'order.archive':
    case 'order.reopen':
    case 'order.markSecret':
    case 'order.recuse':
    case 'order.correct':
    case 'order.print':
      return null;
  }
}

/** T9, Z8, Z9, H9: whether and until when more time may be asked for. */
function extensionObjection(
  order: Order,
  { pack, calendar }: Pick<Rules, 'pack' | 'calendar'>,
  nowMs: number,
): Failure | null {
  const { extensions } = pack;
  const { deadline, mode } = order;
  if (!extensions) return failure('ACT_NOT_OFFERED');
  const { article, onlyModes, max, afterLast } = extensions;
  if (onlyModes.length > 0 && !onlyModes.some((only) => only === mode)) {
    const names = onlyModes.map((only) => MODE_NAMES[only]).join('、');
    return failure('ACT_NOT_OFFERED', { article, detail: DETAILS.onlyFor(names) });
  }
  // Hours, a date in a statute, or no limit at all: working days can't be added to those.
  if (!deadline?.limit.endsWith('wd')) return failure('ACT_NOT_OFFERED', { article, detail: DETAILS.noLimit });
  if (openExtension(order)) return failure('WISH_PENDING', { article });
  const granted = thisTurn(order).extensions.filter(({ decision }) => decision?.agreed).length;
  if (granted >= max) return failure('EXTENSION_USED_UP', { article, detail: afterLast });
  const limit = extensionAskDue(pack, deadline, calendar);
  return limit && nowMs >= limit.dueMs ? failure('EXTENSION_TOO_LATE', { article }) : null;
}

/** The unit that has it answers, or the centre; where the text leaves it to the centre (A4), only the centre does. */
function replyObjection({ reply }: Pack, order: Order, actor: Actor): Failure | null {
  if (actor.grants.units !== 'all' && reply.order === 'centreOnly')
    return failure('NOT_YOUR_UNIT', { article: reply.orderCited?.article ?? null, detail: DETAILS.centreReplies });
  return sideObjection(order, actor);
}

/** Nobody speaks with the caller for another unit. */
function sideObjection({ unitId }: Order, { grants: { units } }: Actor): Failure | null {
  if (units === 'all' || units.some((unit) => unit === unitId)) return null;
  return failure('NOT_YOUR_UNIT', { detail: DETAILS.leadReplies });
}

/** A leader's word is asked for where the text knows it: as 呈办 (H10), 批办 (Z8) or 领导批示督办 (T13). */
function knowsInstructions({ acts }: Pack): boolean {
  return acts['submit'] !== undefined || acts['instruct'] !== undefined;
}

function reviewObjection(pack: Pack, order: Order): Failure | null {
  if (!pack.review) return failure('ACT_NOT_OFFERED');
  return nextReviewLevel(pack, order) === null ? failure('REVIEW_ORDER', { article: pack.review.article }) : null;
}
