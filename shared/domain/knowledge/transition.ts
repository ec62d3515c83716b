import type { OrderId } from '../ids.ts';
import type { KnowledgeCommand } from './commands.ts';
import type { KnowledgeDecision, KnowledgeOutcome } from './decision.ts';
import { archive, check, expire, restore, supervise } from './keeping.ts';
import { manuscriptIdOf } from './manuscript.ts';
import { assign, report, settle, take } from './reporting.ts';
import { correct, discard, propose, publish, review, submit, write } from './writing.ts';
import { refuse } from './decision.ts';

/** Decides a command about knowledge, without any effect: the same code on the desk and at the centre. */
export function decideKnowledge(decision: KnowledgeDecision): KnowledgeOutcome {
  const { command } = decision;
  if ('articleId' in command.payload && manuscriptIdOf(command.payload.articleId) !== decision.id)
    return refuse('INVALID_INPUT', { detail: '稿件编号与知识不符' });
  switch (command.type) {
    case 'article.write':
      return write(decision, command.payload);
    case 'article.propose':
      return propose(decision, command.payload);
    case 'article.discard':
      return discard(decision, command.payload);
    case 'article.submit':
      return submit(decision, command.payload);
    case 'article.review':
      return review(decision, command.payload);
    case 'article.publish':
      return publish(decision, command.payload);
    case 'article.correct':
      return correct(decision, command.payload);
    case 'article.check':
      return check(decision, command.payload);
    case 'article.expire':
      return expire(decision, command.payload);
    case 'article.archive':
      return archive(decision, command.payload);
    case 'article.restore':
      return restore(decision, command.payload);
    case 'article.supervise':
      return supervise(decision, command.payload);
    case 'feedback.report':
      return report(decision, command.payload);
    case 'feedback.assign':
      return assign(decision, command.payload);
    case 'feedback.take':
      return take(decision);
    case 'feedback.settle':
      return settle(decision, command.payload);
    case 'knowledge.usage':
      // Counts are added up where they arrive; there is nothing to decide.
      return { ok: true };
  }
}

/** The aggregate a command is about: the article's manuscript; otherwise what the sender has named. */
export function aggregateOf(command: KnowledgeCommand, named: OrderId): OrderId {
  return 'articleId' in command.payload ? manuscriptIdOf(command.payload.articleId) : named;
}
