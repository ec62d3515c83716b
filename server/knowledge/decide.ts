import type { KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { KnowledgeOutcome } from '../../shared/domain/knowledge/decision.ts';
import { decideKnowledge } from '../../shared/domain/knowledge/transition.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { noteBug, writerRefusal, type Decided, type Facts } from '../commands/decide.ts';
import type { FreshCommand } from '../commands/sort-out.ts';
import { articleOf, type InHand, type KnowledgeFacts } from './facts.ts';
import { tellingsOf } from './tellings.ts';

/** Decides one command about knowledge and notes its effect on what the batch has in hand. */
export function decideAboutKnowledge(
  command: FreshCommand,
  body: KnowledgeCommand,
  facts: Facts,
  known: KnowledgeFacts,
): Decided {
  const { aggregateId } = command.envelope;
  const refusal = attempt(command, body, facts, known);
  const version =
    known.manuscripts.get(aggregateId)?.now?.version ?? known.feedback.get(aggregateId)?.now?.version ?? 0;
  return { command, refusal, version, effect: null, hidden: false };
}

function attempt(command: FreshCommand, body: KnowledgeCommand, facts: Facts, known: KnowledgeFacts): Failure | null {
  const { envelope } = command;
  const objection = writerRefusal(command, facts);
  if (objection) return objection;
  const actor = facts.writers.get(envelope.actor)?.actor;
  if (!actor) return failure('NOT_PERMITTED');
  const articleId = articleOf(body);
  try {
    const outcome = decideKnowledge({
      id: envelope.aggregateId,
      manuscript: known.manuscripts.get(envelope.aggregateId)?.now ?? null,
      article: articleId === null ? null : (known.articles.get(articleId)?.now ?? null),
      feedback: known.feedback.get(envelope.aggregateId)?.now ?? null,
      command: body,
      actor,
      rules: known.rules,
      nowMs: facts.nowMs,
    });
    if (!outcome.ok) return outcome.failure;
    known.tellings.push(...tellingsOf(body, outcome, known.rules));
    note(outcome, known);
    return null;
  } catch (error) {
    return failure('UNEXPECTED', { reference: noteBug(facts.log, error, envelope) });
  }
}

function note({ manuscript, feedback, version }: Extract<KnowledgeOutcome, { ok: true }>, known: KnowledgeFacts): void {
  if (manuscript) keep(known.manuscripts, manuscript);
  if (feedback) keep(known.feedback, feedback);
  if (!version) return;
  keep(known.articles, version.article);
  known.versions.push(version);
}

function keep<T extends { readonly id: K }, K>(hands: Map<K, InHand<T>>, row: T): void {
  hands.set(row.id, { before: hands.get(row.id)?.before ?? null, now: row });
}
