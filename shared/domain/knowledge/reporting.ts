import { instant } from '../../instant.ts';
import { addWorkingDays } from '../../policy/calendar.ts';
import { may, type Actor } from '../people.ts';
import type { KnowledgePayload } from './commands.ts';
import { edits, owns, refuse, stampOf, type KnowledgeDecision, type KnowledgeOutcome } from './decision.ts';
import type { Feedback } from './feedback.ts';

/** Numbers long enough to be a telephone, an identity card or an account. */
const LONG_NUMBER = /\d[\d -]{5,}[\dXx]/g;

/** What was asked, without numbers that name somebody: it is read by people who have nothing to do with the call. T17. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(LONG_NUMBER, '****');
}

/** Whose it is to answer. */
export function mayAnswer(actor: Actor, { unitId }: Pick<Feedback, 'unitId'>): boolean {
  return edits(actor) || owns(actor, unitId);
}

/** An operator reports in mid-call; it goes to whoever keeps the article, a question to the centre's editors. */
export function report(decision: KnowledgeDecision, payload: KnowledgePayload<'feedback.report'>): KnowledgeOutcome {
  const { id, feedback, article, actor, rules, nowMs } = decision;
  if (feedback) return refuse('FEEDBACK_SETTLED');
  if (!may(actor, 'knowledge.read')) return refuse('NOT_PERMITTED');
  const { kind } = payload;
  const isAbout = kind === 'wrong' || kind === 'outdated';
  if (isAbout && !payload.article) return refuse('ARTICLE_NOT_FOUND');
  if (!isAbout && payload.query === '') return refuse('INVALID_INPUT', { detail: '没有要找的问题' });
  const { dueMs } = addWorkingDays(nowMs, rules.settings.feedbackDays, rules.calendar);
  return {
    ok: true,
    feedback: {
      id,
      version: 1,
      kind,
      article: payload.article,
      query: withoutNumbers(payload.query),
      note: withoutNumbers(payload.note),
      unitId: isAbout ? (article?.unitId ?? null) : null,
      ...stampOf(decision),
      byUnitId: actor.grants.units === 'all' ? null : actor.unitId,
      due: instant(dueMs),
      state: 'open',
      takenBy: null,
      settled: null,
    },
  };
}

/** What is reported and not yet answered, by whoever may answer it. */
function open({ feedback, actor }: KnowledgeDecision): { readonly feedback: Feedback } | KnowledgeOutcome {
  if (!feedback) return refuse('FEEDBACK_NOT_FOUND');
  if (!mayAnswer(actor, feedback)) return refuse('KNOWLEDGE_NOT_YOURS');
  return feedback.state === 'settled' ? refuse('FEEDBACK_SETTLED') : { feedback };
}

/** To the unit that has to answer, or back to the centre. A unit gives back what is not its own, no more. */
export function assign(decision: KnowledgeDecision, payload: KnowledgePayload<'feedback.assign'>): KnowledgeOutcome {
  const found = open(decision);
  if ('ok' in found) return found;
  const { unitId, note } = payload;
  if (unitId !== null && !edits(decision.actor)) return refuse('NOT_PERMITTED');
  if (unitId !== null && !decision.rules.hasUnit(unitId)) return refuse('UNIT_NOT_FOUND');
  const { feedback } = found;
  const said = [feedback.note, note]
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 500);
  return {
    ok: true,
    feedback: { ...feedback, version: feedback.version + 1, unitId, note: said, state: 'open', takenBy: null },
  };
}

export function take(decision: KnowledgeDecision): KnowledgeOutcome {
  const found = open(decision);
  if ('ok' in found) return found;
  const { feedback } = found;
  const { by } = stampOf(decision);
  return { ok: true, feedback: { ...feedback, version: feedback.version + 1, state: 'taken', takenBy: by } };
}

/** The answer goes to the operator who reported it. */
export function settle(decision: KnowledgeDecision, payload: KnowledgePayload<'feedback.settle'>): KnowledgeOutcome {
  const found = open(decision);
  if ('ok' in found) return found;
  const { feedback } = found;
  const settled = { ...stampOf(decision), ...payload };
  return {
    ok: true,
    feedback: {
      ...feedback,
      version: feedback.version + 1,
      state: 'settled',
      takenBy: feedback.takenBy ?? settled.by,
      settled,
    },
  };
}
