import type { UnitId } from '../../shared/domain/ids.ts';
import type { KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { KnowledgeOutcome, KnowledgeRules } from '../../shared/domain/knowledge/decision.ts';
import {
  FEEDBACK_KIND_NAMES,
  FEEDBACK_OUTCOME_NAMES,
  type Feedback,
  type FeedbackOutcome,
} from '../../shared/domain/knowledge/feedback.ts';
import type { Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import { proposerOf } from '../../shared/domain/knowledge/writing.ts';
import type { NoticeKind } from '../../shared/domain/notice.ts';
import type { Telling } from '../notices/make.ts';
import { formName } from '../notices/text.ts';

/** Whom a command about knowledge tells what. */
export function tellingsOf(
  command: KnowledgeCommand,
  { manuscript, feedback }: Extract<KnowledgeOutcome, { ok: true }>,
  { pack }: Pick<KnowledgeRules, 'pack'>,
): Telling[] {
  switch (command.type) {
    case 'article.propose':
      return manuscript ? [toOwner('articleProposed', manuscript)] : [];
    case 'article.discard':
      return manuscript ? toProposer(manuscript, 'declined') : [];
    case 'article.submit':
      return manuscript ? [toOwner('articleReview', manuscript)] : [];
    case 'article.review':
      if (!manuscript) return [];
      if (command.payload.approve) return [{ ...toOwner('articleApproved', manuscript), ...EDITORS }];
      return [toOwner('articleReturned', manuscript), ...(manuscript.unitId ? [toEditors(manuscript)] : [])];
    case 'article.publish':
    case 'article.correct':
      if (!manuscript) return [];
      return [
        ...(manuscript.unitId ? [toOwner('articlePublished', manuscript)] : []),
        ...toProposer(manuscript, 'added'),
      ];
    case 'article.supervise': {
      if (!manuscript) return [];
      const form = formName(pack, command.payload.form);
      return [{ ...toOwner('articleSupervised', manuscript), what: `${form}，《${manuscript.title}》` }];
    }
    case 'feedback.report':
    case 'feedback.assign':
      return feedback ? [ofFeedback(feedback)] : [];
    case 'feedback.settle':
      return feedback ? [toReporter(feedback)] : [];
    case 'article.write':
    case 'article.check':
    case 'article.expire':
    case 'article.archive':
    case 'article.restore':
    case 'feedback.take':
    case 'knowledge.usage':
      return [];
  }
}

const EDITORS = { unitId: null, permission: 'knowledge.edit' } as const;

/** The people who keep what is a unit's, or the centre's own. */
export function ownersOf(unitId: UnitId | null): Pick<Telling, 'unitId' | 'permission'> {
  return unitId === null ? EDITORS : { unitId, permission: 'order.handle' };
}

function toOwner(kind: NoticeKind, { unitId, title, articleId }: Manuscript): Telling {
  return { kind, order: null, what: title, articleId, ...ownersOf(unitId) };
}

function toEditors({ title, articleId }: Manuscript): Telling {
  return { kind: 'articleReturned', order: null, what: title, articleId, ...EDITORS };
}

function ofFeedback({ kind, article, query, unitId, due }: Feedback): Telling {
  const what = `${FEEDBACK_KIND_NAMES[kind]}（${article ? `《${article.title}》` : query}）`;
  return {
    kind: 'articleFeedback',
    order: null,
    what,
    due,
    ...(article && { articleId: article.articleId }),
    ...ownersOf(unitId),
  };
}

/** Whoever began the text, where that was not an editor: what became of it. */
function toProposer(manuscript: Manuscript, outcome: FeedbackOutcome): Telling[] {
  const by = proposerOf(manuscript);
  if (!by) return [];
  const { articleId, title } = manuscript;
  const what = `《${title}》${FEEDBACK_OUTCOME_NAMES[outcome]}`;
  const to = { unitId: null, permission: 'knowledge.read', accountId: by.accountId } as const;
  return [{ kind: 'articleAnswered', order: null, what, ...(outcome === 'added' && { articleId }), ...to }];
}

function toReporter({ article, query, settled, by, byUnitId }: Feedback): Telling {
  const about = article ? `《${article.title}》` : query;
  return {
    kind: 'articleAnswered',
    order: null,
    unitId: byUnitId,
    permission: 'knowledge.read',
    accountId: by.accountId,
    what: settled ? `${about}${FEEDBACK_OUTCOME_NAMES[settled.outcome]}` : about,
  };
}
