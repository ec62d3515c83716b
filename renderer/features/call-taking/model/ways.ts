import type { DraftForm } from '../../../../shared/domain/draft.ts';
import { limitQueryOf } from '../../../../shared/domain/limit-query.ts';
import { callOutcomeSchema, categorySchema, type CallOutcome, type Citation } from '../../../../shared/domain/order.ts';
import type { Calendar } from '../../../../shared/policy/calendar.ts';
import { dueOf, type DueAnswer } from '../../../../shared/policy/deadline.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';

/** The ways a city lets a call end, in the order of their keys; all of them while the city is not known yet. */
export function waysOf(pack: Pack | null): readonly CallOutcome[] {
  return callOutcomeSchema.options.filter((way) => pack === null || offers(pack, way));
}

function offers(pack: Pack, way: CallOutcome): boolean {
  return way === 'refusal' ? pack.refusalGrounds.length > 0 : citationOfWay(pack, way) !== null;
}

/** The rule and article a way of ending a call stands on. */
export function citationOfWay(pack: Pack, way: CallOutcome): Citation | null {
  const found = pack.modes.find(({ mode }) => mode === way);
  return found ? { rule: found.rule, article: found.article } : null;
}

/** The way this request is usually ended: a question is answered, everything else goes to who is responsible. */
export function proposedWay(form: DraftForm, ways: readonly CallOutcome[]): CallOutcome {
  const usual = usualWay(form);
  return ways.includes(usual) ? usual : (ways[0] ?? usual);
}

function usualWay(form: DraftForm): CallOutcome {
  if (form.directAttempts.some(({ outcome }) => outcome === 'answered')) return 'direct';
  if (form.category === 'consultation' || form.category === 'praise') return 'immediate';
  return form.answerText.trim() ? 'immediate' : 'forward';
}

/** What of a form its limit depends on. */
export type Limited = Pick<DraftForm, 'channel' | 'category' | 'urgent'>;

/**
 * The limit a 转办 made now would get, with its article, or why there is none; the decision asks the same question.
 * @param startMs by the centre's clock
 * @returns null while no category is chosen and the limit depends on it
 */
export function forwardLimit(pack: Pack, calendar: Calendar, form: Limited, startMs: number): DueAnswer | null {
  const { channel, category, urgent } = form;
  const answers = (category === null ? categorySchema.options : [category]).map((each) =>
    dueOf(pack, limitQueryOf({ channel, category: each, urgent }, { mode: 'forward', startMs }), calendar),
  );
  const [first, ...others] = answers;
  if (!first) return null;
  return others.every((other) => isSame(first, other)) ? first : null;
}

function isSame(left: DueAnswer, right: DueAnswer): boolean {
  if (left.deadline === null || right.deadline === null) return left.deadline === right.deadline;
  return left.deadline.due === right.deadline.due && left.deadline.article === right.deadline.article;
}
