import { beijingDate } from '../../instant.ts';
import type { Article } from '../article.ts';
import type { UnitId } from '../ids.ts';
import type { Actor } from '../people.ts';
import type { KnowledgePayload } from './commands.ts';
import { edits, owns, proposes, refuse, stampOf, type KnowledgeDecision, type KnowledgeOutcome } from './decision.ts';
import { filesProblem } from './files.ts';
import type { ArticleDraft, Deed, DeedEntry, Manuscript } from './manuscript.ts';

/** Entries of its course that a manuscript keeps. */
const COURSE_KEPT = 100;

/** The manuscript with one more thing done. */
export function noted(
  decision: Pick<KnowledgeDecision, 'actor' | 'nowMs'>,
  manuscript: Manuscript,
  entry: Pick<DeedEntry, 'deed' | 'text' | 'version'>,
): Manuscript {
  const course = [...manuscript.course, { ...stampOf(decision), ...entry }].slice(-COURSE_KEPT);
  return { ...manuscript, version: manuscript.version + 1, course };
}

/** The manuscript as it is, or a blank one of an article or a draft. */
export function manuscriptOf(
  { id, manuscript }: KnowledgeDecision,
  about: Pick<Article, 'id' | 'unitId' | 'title'>,
): Manuscript {
  return (
    manuscript ?? {
      id,
      version: 0,
      articleId: about.id,
      unitId: about.unitId,
      title: about.title,
      stage: 'idle',
      draft: null,
      review: null,
      supervision: null,
      course: [],
    }
  );
}

/** Whoever keeps the article of a unit may write about it: the centre's editors, and the unit's own people. */
export function mayWrite(actor: Actor, unitId: UnitId | null): boolean {
  return edits(actor) || owns(actor, unitId);
}

/** A unit's text is reviewed by that unit, the centre's own by another editor; never by whoever wrote it. */
export function mayReview(actor: Actor, { unitId, draft }: Pick<Manuscript, 'unitId' | 'draft'>): boolean {
  if (draft?.by.accountId === actor.accountId) return false;
  return unitId === null ? edits(actor) : owns(actor, unitId);
}

/** Why a draft cannot be written by this person from where they stand. */
function writingObjection(
  decision: KnowledgeDecision,
  { seen, base, text }: { seen: number; base: number; text: ArticleDraft },
): KnowledgeOutcome | null {
  const { actor, article, manuscript, rules } = decision;
  if (!mayWrite(actor, text.unitId)) return refuse('KNOWLEDGE_NOT_YOURS');
  // Nobody takes an article from the unit that keeps it by giving it to their own.
  if (article && !mayWrite(actor, article.unitId)) return refuse('KNOWLEDGE_NOT_YOURS');
  if (manuscript?.draft && !mayWrite(actor, manuscript.unitId)) return refuse('KNOWLEDGE_NOT_YOURS');
  if ((manuscript?.version ?? 0) !== seen) return refuse('MANUSCRIPT_CHANGED');
  if ((article?.version ?? 0) !== base) return refuse('MANUSCRIPT_CHANGED');
  if (text.unitId !== null && !rules.hasUnit(text.unitId)) return refuse('UNIT_NOT_FOUND');
  const problem = filesProblem(text.body, text.files ?? []);
  if (problem) return refuse('INVALID_INPUT', { detail: problem });
  return null;
}

/** 写稿. Writing again takes back what was submitted: nobody approves a text they have not seen. */
export function write(decision: KnowledgeDecision, payload: KnowledgePayload<'article.write'>): KnowledgeOutcome {
  const objection = writingObjection(decision, payload);
  if (objection) return objection;
  const { articleId, base, text, change } = payload;
  const before = manuscriptOf(decision, { ...text, id: articleId });
  const draft = { ...stampOf(decision), text, change, base };
  const title = decision.article?.title ?? text.title;
  const manuscript = { ...before, unitId: text.unitId, title, stage: 'draft', draft, review: null } as const;
  return { ok: true, manuscript: noted(decision, manuscript, { deed: 'written', text: change, version: null }) };
}

/** 起草. Only of an article there is none of yet, and the centre's own: nobody's text is taken out of their hands by it. */
export function propose(decision: KnowledgeDecision, payload: KnowledgePayload<'article.propose'>): KnowledgeOutcome {
  const { actor, article, manuscript } = decision;
  const { articleId, text, change } = payload;
  if (!proposes(actor)) return refuse('NOT_PERMITTED');
  if (article || manuscript) return refuse('MANUSCRIPT_CHANGED');
  if (text.unitId !== null) return refuse('KNOWLEDGE_NOT_YOURS');
  const problem = filesProblem(text.body, text.files ?? []);
  if (problem) return refuse('INVALID_INPUT', { detail: problem });
  const draft = { ...stampOf(decision), text, change, base: 0 };
  const proposed = { ...manuscriptOf(decision, { ...text, id: articleId }), stage: 'draft', draft } as const;
  return { ok: true, manuscript: noted(decision, proposed, { deed: 'proposed', text: change, version: null }) };
}

/** Who proposed what has just been published or dropped; null where it began otherwise. */
export function proposerOf({ course }: Pick<Manuscript, 'course'>): DeedEntry['by'] | null {
  const began = course.slice(0, -1).findLast(({ deed }) => BEGINNINGS.has(deed));
  return began?.deed === 'proposed' ? began.by : null;
}

const BEGINNINGS: ReadonlySet<Deed> = new Set(['proposed', 'published', 'corrected', 'discarded']);

/** The manuscript, where it stands as whoever acts has seen it. */
function standing(
  { manuscript }: KnowledgeDecision,
  seen: number,
  stages: readonly Manuscript['stage'][],
): { readonly manuscript: Manuscript & { readonly draft: NonNullable<Manuscript['draft']> } } | KnowledgeOutcome {
  if (!manuscript?.draft) return refuse('MANUSCRIPT_STAGE');
  if (manuscript.version !== seen) return refuse('MANUSCRIPT_CHANGED');
  if (!stages.includes(manuscript.stage)) return refuse('MANUSCRIPT_STAGE');
  return { manuscript: { ...manuscript, draft: manuscript.draft } };
}

export function discard(decision: KnowledgeDecision, { seen }: KnowledgePayload<'article.discard'>): KnowledgeOutcome {
  const found = standing(decision, seen, ['draft', 'returned', 'reviewing', 'approved']);
  if ('ok' in found) return found;
  const { manuscript } = found;
  if (!mayWrite(decision.actor, manuscript.unitId)) return refuse('KNOWLEDGE_NOT_YOURS');
  // Without its draft it is the article's again, with the article's owner.
  const unitId = decision.article ? decision.article.unitId : manuscript.unitId;
  const idle = { ...manuscript, unitId, stage: 'idle', draft: null, review: null } as const;
  return { ok: true, manuscript: noted(decision, idle, { deed: 'discarded', text: '', version: null }) };
}

export function submit(decision: KnowledgeDecision, { seen }: KnowledgePayload<'article.submit'>): KnowledgeOutcome {
  const found = standing(decision, seen, ['draft', 'returned']);
  if ('ok' in found) return found;
  if (!mayWrite(decision.actor, found.manuscript.unitId)) return refuse('KNOWLEDGE_NOT_YOURS');
  const manuscript = { ...found.manuscript, stage: 'reviewing', review: null } as const;
  return { ok: true, manuscript: noted(decision, manuscript, { deed: 'submitted', text: '', version: null }) };
}

export function review(decision: KnowledgeDecision, payload: KnowledgePayload<'article.review'>): KnowledgeOutcome {
  const { seen, approve, opinion } = payload;
  const found = standing(decision, seen, ['reviewing']);
  if ('ok' in found) return found;
  const { draft } = found.manuscript;
  if (draft.by.accountId === decision.actor.accountId) return refuse('OWN_MANUSCRIPT');
  if (!mayReview(decision.actor, found.manuscript)) return refuse('KNOWLEDGE_NOT_YOURS');
  if (!approve && opinion === '') return refuse('REASON_REQUIRED');
  const stage = approve ? 'approved' : 'returned';
  const manuscript = { ...found.manuscript, stage, review: { ...stampOf(decision), opinion } } as const;
  const deed = approve ? 'approved' : 'returned';
  return { ok: true, manuscript: noted(decision, manuscript, { deed, text: opinion, version: null }) };
}

/** 发布 of what has been approved, by the centre's editors. */
export function publish(decision: KnowledgeDecision, { seen }: KnowledgePayload<'article.publish'>): KnowledgeOutcome {
  const found = standing(decision, seen, ['approved']);
  if ('ok' in found) return found;
  if (!edits(decision.actor)) return refuse('NOT_PERMITTED');
  const { draft } = found.manuscript;
  if ((decision.article?.version ?? 0) !== draft.base) return refuse('MANUSCRIPT_CHANGED');
  return released(decision, found.manuscript, draft.text, { deed: 'published', note: draft.change });
}

/** 更正: an editor mends at once what is being read out wrong; the unit that owns it is told and can write again. */
export function correct(decision: KnowledgeDecision, payload: KnowledgePayload<'article.correct'>): KnowledgeOutcome {
  const { article } = decision;
  if (!edits(decision.actor)) return refuse('NOT_PERMITTED');
  if (!article) return refuse('ARTICLE_NOT_FOUND');
  const objection = writingObjection(decision, payload);
  if (objection) return objection;
  const before = manuscriptOf(decision, article);
  return released(decision, before, payload.text, { deed: 'corrected', note: payload.reason });
}

/** The text becomes the article's next version, checked today. Whatever was being written from an older one is over. */
function released(
  decision: KnowledgeDecision,
  before: Manuscript,
  text: ArticleDraft,
  { deed, note }: { deed: Deed; note: string },
): KnowledgeOutcome {
  const version = (decision.article?.version ?? 0) + 1;
  const checkedOn = beijingDate(decision.nowMs);
  const article: Article = { ...text, id: before.articleId, version, checkedOn, state: 'published' };
  const manuscript: Manuscript = {
    ...before,
    unitId: text.unitId,
    title: text.title,
    stage: 'idle',
    draft: null,
    review: null,
    supervision: null,
  };
  return {
    ok: true,
    manuscript: noted(decision, manuscript, { deed, text: note, version }),
    version: { article, deed, note, ...stampOf(decision) },
  };
}
