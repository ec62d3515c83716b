import type { NewChange } from '../../db/central/feed.ts';
import type { Writer } from '../../db/central/database.ts';
import { forgetTies, learnTies } from '../../db/central/wording.ts';
import type { Order } from '../../shared/domain/order.ts';
import { wordingOf } from '../../shared/domain/tie-words.ts';
import { tieIdOf, type Tie } from '../../shared/domain/wording.ts';
import { instant } from '../../shared/instant.ts';
import type { Decided } from '../commands/decide.ts';

/** Wordings of one article that desks carry; the least used make room. */
const MOST_OF_ARTICLE = 40;
/** An answer that rests on more articles than this says nothing of any of them. */
const MOST_ARTICLES = 2;

const SCOPE = { sensitivity: 'normal', unitId: null } as const;

/**
 * Ties the callers' words to the articles that answered them (即办), in the transaction that closes their orders.
 * Nothing is learned of what is 保密, nor anything that tells who called. H19.
 * @returns what the feed has to say of it
 */
export async function learnWording(tx: Writer, decided: readonly Decided[], nowMs: number): Promise<NewChange[]> {
  const ties = new Map<string, Tie>();
  for (const { command, effect } of decided) {
    if (command.body?.type !== 'order.answerImmediately' || !effect) continue;
    for (const tie of tiesOf(effect.after, nowMs)) ties.set(tie.id, tie);
  }
  // In one order at every node, so that two of them never wait for each other.
  const sorted = [...ties.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const learned = await learnTies(tx, sorted);
  const articles = [...new Set(sorted.map(({ articleId }) => articleId))];
  const forgotten = await forgetTies(tx, articles, MOST_OF_ARTICLE);
  const gone = new Set(forgotten.map(({ id }) => id));
  return [
    ...learned.filter(({ id }) => !gone.has(id)).map((tie): NewChange => change('put', tie)),
    ...forgotten.map(({ id, version }): NewChange => change('drop', { id, version: version + 1 })),
  ];
}

function tiesOf({ request, answer }: Order, nowMs: number): Tie[] {
  if (!answer || answer.articles.length > MOST_ARTICLES || request.sensitivity === 'secret') return [];
  const words = wordingOf(request.content, request.caller);
  if (words === null) return [];
  return answer.articles.map(({ articleId }) => ({
    id: tieIdOf(articleId, words),
    version: 1,
    articleId,
    words,
    learnedAt: instant(nowMs),
    uses: 1,
    state: 'active',
  }));
}

function change(op: 'put' | 'drop', { id, version }: { id: string; version: number }): NewChange {
  return { entity: 'tie', id, version, op, scope: SCOPE };
}
