import { may } from '../../shared/domain/people.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import { isLinkFailure } from '../sync/link-failure.ts';
import type { Backend, Procedures } from './context.ts';

/** Wording is read from the desk's own copy and changed at the centre alone. */
export function wordingRoutes(os: Procedures, { sessions, reader, client }: Backend) {
  function requireKeeper(): void {
    const actor = sessions.require('knowledge.read');
    if (!may(actor, 'knowledge.edit') && !may(actor, 'order.inspect')) fail('NOT_PERMITTED');
  }

  /** @throws NOT_PERMITTED_OFFLINE while the centre cannot be asked */
  async function atCentre<T>(ask: () => Promise<T>): Promise<T> {
    requireKeeper();
    if (sessions.current?.kind === 'offline') fail('NOT_PERMITTED_OFFLINE');
    try {
      return await ask();
    } catch (error) {
      if (error instanceof FailureError && isLinkFailure(error.failure)) fail('NOT_PERMITTED_OFFLINE');
      throw error;
    }
  }

  return {
    ties: os.wording.ties.handler(({ input }) => {
      requireKeeper();
      return reader.call('ties', input);
    }),
    synonyms: os.wording.synonyms.handler(() => {
      requireKeeper();
      return reader.call('synonyms');
    }),
    setTie: os.wording.setTie.handler(({ input }) => atCentre(() => client.wording.setTie(input))),
    setSynonyms: os.wording.setSynonyms.handler(({ input }) => atCentre(() => client.wording.setSynonyms(input))),
  };
}
