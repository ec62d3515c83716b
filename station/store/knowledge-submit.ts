import { releaseArticleFiles } from '../../db/desk/outbox/article-files.ts';
import { insertCommand } from '../../db/desk/outbox/commands.ts';
import { dropArticleDraft, saveArticleDraft } from '../../db/desk/outbox/article-drafts.ts';
import { shelveOpened } from '../../db/desk/outbox/shelf.ts';
import { countAsked, countOpened, forgetUsage, readUsage } from '../../db/desk/outbox/usage-counts.ts';
import {
  commandIdSchema,
  orderIdSchema,
  type AccountId,
  type ArticleId,
  type OrderId,
} from '../../shared/domain/ids.ts';
import { KNOWLEDGE_TYPE_VERSION, type KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { KeptDraft } from '../../shared/domain/knowledge/kept-draft.ts';
import { withoutNumbers } from '../../shared/domain/knowledge/reporting.ts';
import { aggregateOf, decideKnowledge } from '../../shared/domain/knowledge/transition.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import { beijingDate, instant, type Instant } from '../../shared/instant.ts';
import { envelopeOf, identityOf, newId, type WriterContext } from './context.ts';
import { articleUnder, knowledgeRules, overlaid } from './knowledge-overlay.ts';
import type { Submitted } from './submit.ts';

/** What somebody at this desk says about knowledge. */
export interface KnowledgeSubmission {
  /** The report it is about; null: a new one, or an article's own manuscript. */
  readonly id: OrderId | null;
  readonly command: KnowledgeCommand;
  readonly actor: Actor;
}

/**
 * Decides a command about knowledge by what this desk knows and commits it to the outbox; what was half-written of the
 * article ends in the same transaction.
 * @throws the refusal; RESYNC_REQUIRED before the desk knows its city's rules
 */
export function submitKnowledge(context: WriterContext, submission: KnowledgeSubmission): Submitted & { id: OrderId } {
  const { outbox, replica, rules } = context;
  const { command, actor } = submission;
  if (!rules) fail('RESYNC_REQUIRED');
  const identity = identityOf(context);
  const at = context.nowMs();
  const id = aggregateOf(command, submission.id ?? orderIdSchema.parse(newId(at)));
  const known = knowledgeRules(replica, rules);
  const state = overlaid({ outbox, replica }, id, known);
  const outcome = decideKnowledge({
    id,
    manuscript: state.manuscript,
    feedback: state.feedback,
    article: articleUnder(replica, state, command),
    command,
    actor,
    rules: known,
    nowMs: at + (identity.clockOffset ?? 0),
  });
  if (!outcome.ok) throw new FailureError(outcome.failure);
  const commandId = commandIdSchema.parse(newId(at));
  const said = {
    commandId,
    aggregateId: id,
    baseVersion: state.manuscript?.version ?? state.feedback?.version ?? 0,
    type: command.type,
    typeVersion: KNOWLEDGE_TYPE_VERSION,
    payload: command.payload,
    actor: actor.accountId,
  };
  outbox.transaction(() => {
    insertCommand(outbox, {
      envelope: envelopeOf(context, said, at),
      actor,
      provisionalNumber: null,
      summary: outcome.manuscript?.title ?? outcome.feedback?.article?.title ?? outcome.feedback?.query ?? '',
    });
    if (command.type === 'article.write' || command.type === 'article.correct' || command.type === 'article.discard')
      dropArticleDraft(outbox, actor.accountId, command.payload.articleId);
    if (command.type === 'article.write' || command.type === 'article.correct')
      releaseArticleFiles(
        outbox,
        (command.payload.text.files ?? []).map(({ id: fileId }) => fileId),
      );
    if (command.type === 'knowledge.usage') forgetUsage(outbox, command.payload);
  });
  context.changed(['outbox', 'manuscripts', 'feedback', 'drafts']);
  return { commandId, savedAt: instant(at), id };
}

/** Keeps what stands in the editor. */
export function keepArticleDraft(
  context: WriterContext,
  account: AccountId,
  kept: Omit<KeptDraft, 'savedAt'>,
): { savedAt: Instant } {
  const savedAt = instant(context.nowMs());
  context.outbox.transaction(() => saveArticleDraft(context.outbox, account, { ...kept, savedAt }));
  return { savedAt };
}

export function leaveArticleDraft(context: WriterContext, account: AccountId, articleId: ArticleId): void {
  context.outbox.transaction(() => dropArticleDraft(context.outbox, account, articleId));
  context.changed(['drafts']);
}

/** Something that happened with knowledge at this desk. */
export type Happened =
  | { readonly what: 'opened'; readonly articleId: ArticleId }
  | { readonly what: 'asked'; readonly words: string; readonly notFound: boolean; readonly used: boolean };

/** Counts are told in one command every few minutes: one command for each would fill the outbox of a busy desk. */
const TELL_EVERY_MS = 5 * 60_000;
/** Characters of a question that are kept: more would be a caller's story. */
const WORDS_KEPT = 40;

/** Counts what happens as it happens, durably, and tells the centre now and then. */
export function makeCounter(context: () => WriterContext) {
  let toldMs = 0;
  return (happened: Happened, actor: Actor): void => {
    const current = context();
    const { outbox } = current;
    const nowMs = current.nowMs();
    const day = beijingDate(nowMs);
    outbox.transaction(() => {
      if (happened.what === 'opened') {
        countOpened(outbox, happened.articleId, day);
        shelveOpened(outbox, actor.accountId, happened.articleId, instant(nowMs));
      } else countAsked(outbox, withoutNumbers(happened.words).slice(0, WORDS_KEPT), day, happened);
    });
    if (toldMs === 0) toldMs = nowMs;
    if (nowMs - toldMs < TELL_EVERY_MS || !current.rules) return;
    toldMs = nowMs;
    const usage = readUsage(outbox);
    if (usage) submitKnowledge(current, { id: null, command: { type: 'knowledge.usage', payload: usage }, actor });
  };
}
