import { pendingKnowledge, type StoredCommand } from '../../db/desk/outbox/commands.ts';
import { readIdentity } from '../../db/desk/outbox/identity.ts';
import { readFeed } from '../../db/desk/replica/feed.ts';
import {
  findArticle,
  findFeedback,
  findManuscript,
  listFeedback,
  listManuscripts,
  readCentre,
} from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { KnowledgeRules } from '../../shared/domain/knowledge/decision.ts';
import type { Feedback } from '../../shared/domain/knowledge/feedback.ts';
import type { Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import { DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import { decideKnowledge } from '../../shared/domain/knowledge/transition.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import { msOf } from '../../shared/instant.ts';
import { knowledgeBodyOf } from '../../shared/sync/envelope.ts';

/** What a manuscript, a report and their article are on this desk: the centre's rows with what is on its way over them. */
export interface Overlaid {
  manuscript: Manuscript | null;
  feedback: Feedback | null;
  article: Article | null;
}

interface Files {
  readonly outbox: ReadableDb;
  readonly replica: ReadableDb;
}

/** The rules this desk decides about knowledge by. */
export function knowledgeRules(replica: ReadableDb, { pack, calendar, unit }: Rules): KnowledgeRules {
  const settings = readCentre(replica)?.knowledge ?? DEFAULT_KNOWLEDGE_SETTINGS;
  return { pack, calendar, settings, hasUnit: (id) => unit(id) !== null };
}

/** The article a command is about, as the replica has it. */
function articleAt(replica: ReadableDb, { payload }: KnowledgeCommand): Article | null {
  if ('articleId' in payload) return findArticle(replica, payload.articleId);
  const ref = 'article' in payload ? payload.article : null;
  return ref ? findArticle(replica, ref.articleId) : null;
}

/** One aggregate with what is on its way for it. */
export function overlaid({ outbox, replica }: Files, id: OrderId, rules: KnowledgeRules): Overlaid {
  const state: Overlaid = {
    manuscript: findManuscript(replica, id),
    feedback: findFeedback(replica, id),
    article: null,
  };
  for (const command of pending({ outbox, replica })) {
    if (command.envelope.aggregateId === id) step(replica, state, command, rules);
  }
  return state;
}

/** Everything with what is on its way: what was just written is in the lists before the centre has heard of it. */
export function overlaidAll(
  { outbox, replica }: Files,
  rules: KnowledgeRules | null,
): { manuscripts: Manuscript[]; feedback: Feedback[] } {
  const manuscripts = new Map(listManuscripts(replica).map((row) => [row.id, row]));
  const feedback = new Map(listFeedback(replica).map((row) => [row.id, row]));
  const articles = new Map<OrderId, Article | null>();
  for (const command of rules ? pending({ outbox, replica }) : []) {
    const { aggregateId } = command.envelope;
    const state: Overlaid = {
      manuscript: manuscripts.get(aggregateId) ?? null,
      feedback: feedback.get(aggregateId) ?? null,
      article: articles.get(aggregateId) ?? null,
    };
    if (!rules) continue;
    step(replica, state, command, rules);
    if (state.manuscript) manuscripts.set(aggregateId, state.manuscript);
    if (state.feedback) feedback.set(aggregateId, state.feedback);
    articles.set(aggregateId, state.article);
  }
  return { manuscripts: [...manuscripts.values()], feedback: [...feedback.values()] };
}

function pending({ outbox, replica }: Files): StoredCommand[] {
  const identity = readIdentity(outbox);
  return identity ? pendingKnowledge(outbox, identity, readFeed(replica).cursor) : [];
}

/** Replays one command with the same code that decided it; one that no longer stands is passed over. */
function step(
  replica: ReadableDb,
  state: Overlaid,
  { envelope, actor, receipt, again }: StoredCommand,
  rules: KnowledgeRules,
): void {
  const command = knowledgeBodyOf(envelope);
  if (!command) return;
  const version = state.manuscript?.version ?? state.feedback?.version ?? 0;
  // A row carries what there is when it is read: it may hold a command whose own place has not been pulled.
  if (receipt?.outcome.kind === 'accepted' && (again ? version > 0 : receipt.outcome.version <= version)) return;
  const outcome = decideKnowledge({
    id: envelope.aggregateId,
    manuscript: state.manuscript,
    feedback: state.feedback,
    article: state.article ?? articleAt(replica, command),
    command,
    actor,
    rules,
    nowMs: msOf(envelope.recordedAt) + (envelope.clockOffset ?? 0),
  });
  if (!outcome.ok) return;
  state.manuscript = outcome.manuscript ?? state.manuscript;
  state.feedback = outcome.feedback ?? state.feedback;
  state.article = outcome.version?.article ?? state.article;
}

/** The article as the desk would decide about it now. */
export function articleUnder(replica: ReadableDb, state: Overlaid, command: KnowledgeCommand): Article | null {
  return state.article ?? articleAt(replica, command);
}
