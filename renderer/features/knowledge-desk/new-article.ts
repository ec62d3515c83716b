import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import type { Topic } from '../../../shared/contract/topics.ts';
import { articleIdSchema, uuidV7, type ArticleId } from '../../../shared/domain/ids.ts';
import type { KnowledgePayload } from '../../../shared/domain/knowledge/commands.ts';
import type { KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import { blocksOfPlain } from '../../../shared/domain/knowledge/plain-text.ts';
import type { RichText } from '../../../shared/domain/knowledge/rich-text.ts';
import { TEXT } from './text.ts';

/** A name nobody else gives to an article. */
export function newArticleId(): ArticleId {
  return articleIdSchema.parse(uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
}

type About = Pick<Topic, 'place' | 'subjectName' | 'n' | 'usual'>;

/**
 * What an article begins with that is to answer what many ask: the topic, how often it comes, and the orders that are its
 * source. The answer itself is left to be written. T13.
 */
export function draftAbout(topic: About, orders: readonly string[]): KeptDraft['draft'] & { readonly body: RichText } {
  const about = [topic.place, topic.subjectName].filter(Boolean).join(' ').slice(0, 200);
  const source = orders.length === 0 ? '' : TEXT.fromOrders(orders.slice(0, SOURCES), orders.length);
  const body = { blocks: blocksOfPlain(TEXT.topicBody(about, topic.n, Math.round(topic.usual * 10) / 10)) };
  const rest = draftFor({ query: about, unitId: null, note: '' });
  return { ...rest, body, source, change: TEXT.hotTopic(about).slice(0, 500) };
}

/** The same as it is handed to the editors by somebody who keeps no knowledge. T13. */
export function proposalAbout(topic: About, orders: readonly string[]): KnowledgePayload<'article.propose'> {
  const { change, ...text } = draftAbout(topic, orders);
  return { articleId: newArticleId(), text, change };
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
