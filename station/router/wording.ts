import { may } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { asking } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** Wording is read from the desk's own copy and changed at the centre alone. */
export function wordingRoutes(os: Procedures, backend: Backend) {
  const { sessions, reader, client } = backend;
  function requireKeeper(): void {
    const actor = sessions.require('knowledge.read');
    if (!may(actor, 'knowledge.edit') && !may(actor, 'order.inspect')) fail('NOT_PERMITTED');
  }

  const atCentre = asking(backend);
  return {
    ties: os.wording.ties.handler(({ input }) => {
      requireKeeper();
      return reader.call('ties', input);
    }),
    synonyms: os.wording.synonyms.handler(() => {
      requireKeeper();
      return reader.call('synonyms');
    }),
    setTie: os.wording.setTie.handler(({ input }) => {
      requireKeeper();
      return atCentre(() => client.wording.setTie(input));
    }),
    setSynonyms: os.wording.setSynonyms.handler(({ input }) => {
      requireKeeper();
      return atCentre(() => client.wording.setSynonyms(input));
    }),
  };
}
