import { beijingDate } from '../../instant.ts';
import type { Article } from '../article.ts';
import type { KnowledgePayload } from './commands.ts';
import { edits, refuse, stampOf, type KnowledgeDecision, type KnowledgeOutcome } from './decision.ts';
import type { Deed } from './manuscript.ts';
import { checkStanding } from './settings.ts';
import { manuscriptOf, mayWrite, noted } from './writing.ts';

/** 核对无误: the owner has looked at it and it stands. What was supervised is thereby answered. T13. */
export function check(decision: KnowledgeDecision, { opinion }: KnowledgePayload<'article.check'>): KnowledgeOutcome {
  const { article, actor, nowMs } = decision;
  if (!article || article.state !== 'published') return refuse('ARTICLE_NOT_FOUND');
  if (!mayWrite(actor, article.unitId)) return refuse('KNOWLEDGE_NOT_YOURS');
  return changed(decision, article, { checkedOn: beijingDate(nowMs) }, { deed: 'checked', note: opinion });
}

/** 失效: no longer found; whoever comes to it by a link is told. */
export function expire(decision: KnowledgeDecision, { reason }: KnowledgePayload<'article.expire'>): KnowledgeOutcome {
  const { article, actor } = decision;
  if (!article || article.state !== 'published') return refuse('ARTICLE_NOT_FOUND');
  if (!mayWrite(actor, article.unitId)) return refuse('KNOWLEDGE_NOT_YOURS');
  return changed(decision, article, { state: 'expired' }, { deed: 'expired', note: reason });
}

/** 归档 by the centre's editors: kept for the record only. */
export function archive(
  decision: KnowledgeDecision,
  { reason }: KnowledgePayload<'article.archive'>,
): KnowledgeOutcome {
  const { article, actor } = decision;
  if (!edits(actor)) return refuse('NOT_PERMITTED');
  if (!article || article.state === 'archived') return refuse('ARTICLE_NOT_FOUND');
  return changed(decision, article, { state: 'archived' }, { deed: 'archived', note: reason });
}

/** 恢复: an expired or archived text is in force again, as checked today. */
export function restore(
  decision: KnowledgeDecision,
  { reason }: KnowledgePayload<'article.restore'>,
): KnowledgeOutcome {
  const { article, actor, nowMs } = decision;
  if (!edits(actor)) return refuse('NOT_PERMITTED');
  if (!article || article.state === 'published') return refuse('ARTICLE_NOT_FOUND');
  const today = beijingDate(nowMs);
  const ended = article.validUntil !== null && article.validUntil < today;
  const validUntil = ended ? null : article.validUntil;
  return changed(
    decision,
    article,
    { state: 'published', checkedOn: today, validUntil },
    { deed: 'restored', note: reason },
  );
}

/** 督办 of an article whose check is overdue, in one of the city's forms. T13: 第十八条, knowledge not kept up in time. */
export function supervise(
  decision: KnowledgeDecision,
  { form, text }: KnowledgePayload<'article.supervise'>,
): KnowledgeOutcome {
  const { article, actor, rules, nowMs } = decision;
  if (!actor.grants.permissions.includes('order.supervise')) return refuse('NOT_PERMITTED');
  if (!article || article.state !== 'published') return refuse('ARTICLE_NOT_FOUND');
  if (checkStanding(article, rules.settings, nowMs) !== 'late') return refuse('CHECK_NOT_LATE');
  const known = rules.pack.supervision?.forms.find(({ id }) => id === form);
  if (!known) return refuse('SUPERVISION_UNKNOWN');
  const before = manuscriptOf(decision, article);
  if (before.supervision) return refuse('ALREADY_SUPERVISED');
  const manuscript = { ...before, supervision: { ...stampOf(decision), form, text } };
  return {
    ok: true,
    manuscript: noted(decision, manuscript, { deed: 'supervised', text: `${known.name}：${text}`, version: null }),
  };
}

/** A new version with another state or day; a draft under way goes on from it, because the text is the same. */
function changed(
  decision: KnowledgeDecision,
  before: Article,
  change: Partial<Pick<Article, 'state' | 'checkedOn' | 'validUntil'>>,
  { deed, note }: { deed: Deed; note: string },
): KnowledgeOutcome {
  const article = { ...before, ...change, version: before.version + 1 };
  const old = manuscriptOf(decision, before);
  const draft = old.draft && { ...old.draft, base: article.version };
  const manuscript = { ...old, draft, supervision: null };
  return {
    ok: true,
    manuscript: noted(decision, manuscript, { deed, text: note, version: article.version }),
    version: { article, deed, note, ...stampOf(decision) },
  };
}
