import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import { articleIdSchema, uuidV7, type ArticleId } from '../../../shared/domain/ids.ts';
import type { KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import { TEXT } from './text.ts';

/** A name nobody else gives to an article. */
export function newArticleId(): ArticleId {
  return articleIdSchema.parse(uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
}

/** What an article begins with that is to answer what many ask: the topic, and the orders that are its source. T13. */
export function draftAbout(topic: string, orders: readonly string[]): KeptDraft['draft'] {
  const source = orders.length === 0 ? '' : TEXT.fromOrders(orders.slice(0, SOURCES), orders.length);
  return { ...draftFor({ query: topic, unitId: null, note: '' }), source, change: TEXT.hotTopic(topic).slice(0, 500) };
}

/** Orders named as the source of an article; the others are counted. */
const SOURCES = 10;

/** What an article begins with that is to answer what nobody could: the question as it was asked. */
export function draftFor({ query, unitId, note }: Pick<FeedbackRow, 'query' | 'unitId' | 'note'>): KeptDraft['draft'] {
  return {
    title: query.slice(0, 120),
    kind: 'faq',
    unitId,
    body: null,
    asked: query === '' ? [] : [query.slice(0, 200)],
    source: '',
    validUntil: null,
    change: TEXT.respondsTo(note || query).slice(0, 500),
  };
}
