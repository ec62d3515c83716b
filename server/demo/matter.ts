import type { Category } from '../../shared/domain/order.ts';
import { articleRows } from './articles.ts';
import type { ArticleRow } from './articles/table.ts';
import type { Question } from './question.ts';
import { at, weighted, type Random } from './random.ts';
import { REFUSALS, SCENARIOS } from './scenarios.ts';
import type { RefusalScenario, Scenario } from './scenarios/table.ts';

/** What a call is about: a question that an article answers, a trouble, or something not taken. */
export type Matter =
  | { readonly kind: 'question'; readonly question: Question; readonly subject: string }
  | { readonly kind: 'trouble'; readonly scenario: Scenario }
  | { readonly kind: 'refusal'; readonly refusal: RefusalScenario };

const QUESTION_SHARE = 0.43;
const REFUSAL_SHARE = 0.017;
/** A matter out of its months. */
const OFF_SEASON = 0.06;

const questions = articleRows().flatMap((article) =>
  article.subject !== null && article.asked.length > 0 ? [{ article, subject: article.subject }] : [],
);

// Some questions are asked far more often than others: a falling weight over a fixed shuffle.
const pickQuestion = weighted(
  questions.map((question, index) => ({ ...question, weight: 1 / (1 + ((index * 53) % questions.length) / 18) })),
  ({ weight }) => weight,
);
const pickRefusal = weighted(REFUSALS, ({ weight }) => weight);
const pickTrouble = Array.from({ length: 12 }, (_, index) =>
  weighted(SCENARIOS, ({ weight, months }) => (!months || months.includes(index + 1) ? weight : weight * OFF_SEASON)),
);

/** What the next call is about. @param month 1-12 */
export function nextMatter(random: Random, month: number): Matter {
  const drawn = random.next();
  if (drawn < REFUSAL_SHARE) return { kind: 'refusal', refusal: pickRefusal(random) };
  if (drawn < REFUSAL_SHARE + QUESTION_SHARE) {
    const { article, subject } = pickQuestion(random);
    return { kind: 'question', question: { article, asked: random.pick(article.asked) }, subject };
  }
  return { kind: 'trouble', scenario: at(pickTrouble, month - 1)(random) };
}

/** Troubles that drag on: somebody calls about them month after month. */
export const LASTING: readonly Scenario[] = SCENARIOS.filter(
  ({ category, months, ways }) => !months && ways[2] >= 0.7 && (category === 'complaint' || category === 'help'),
);

const bySubject = Map.groupBy(questions, ({ subject }) => subject);

/** The articles an operator would find on this matter; none for some. */
export function articlesOn(subject: string): readonly ArticleRow[] {
  return (bySubject.get(subject) ?? []).map(({ article }) => article);
}

export function categoryOf(matter: Matter): Category {
  switch (matter.kind) {
    case 'question':
      return 'consultation';
    case 'trouble':
      return matter.scenario.category;
    case 'refusal':
      return matter.refusal.category;
  }
}
