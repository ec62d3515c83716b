import { may } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { requirePermission, requireSession } from '../router/context.ts';
import type { Procedures } from '../router/procedures.ts';
import type { Service } from '../service.ts';
import { setSynonyms, setTie } from './keep.ts';

/** What callers say for what the articles say, kept by whoever keeps the knowledge. */
export function wordingRoutes(os: Procedures, service: Service) {
  return {
    setTie: os.wording.setTie.handler(async ({ input, context }) => {
      const session = await requireSession(service, context);
      // Whoever listens to calls for their quality sees first which words lead astray.
      if (!may(session.actor, 'knowledge.edit') && !may(session.actor, 'order.inspect')) fail('NOT_PERMITTED');
      return setTie(service, session, input);
    }),
    setSynonyms: os.wording.setSynonyms.handler(async ({ input, context }) =>
      setSynonyms(service, await requirePermission(service, context, 'knowledge.edit'), input),
    ),
  };
}
