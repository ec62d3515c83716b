import { seesTopics } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { persistentMatters } from '../topics/persistent.ts';
import { hotTopics, topicRows } from '../topics/topics.ts';
import { requireSession, type CallContext } from './context.ts';
import type { Procedures } from './procedures.ts';

/** 热点, and who has to ask again and again. */
export function topicRoutes(os: Procedures, service: Service) {
  /** @throws NOT_PERMITTED */
  async function reader(context: CallContext): Promise<LiveSession['actor']> {
    const { actor } = await requireSession(service, context);
    return seesTopics(actor) ? actor : fail('NOT_PERMITTED');
  }
  return {
    list: os.topics.list.handler(async ({ input, context }) => hotTopics(service, await reader(context), input.window)),
    rows: os.topics.rows.handler(async ({ input, context }) => topicRows(service, await reader(context), input)),
    persistent: os.topics.persistent.handler(async ({ context }) => persistentMatters(service, await reader(context))),
  };
}
