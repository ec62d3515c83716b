import { accountGrants } from '../../db/central/accounts.ts';
import { actorOf } from '../../server/access/grants.ts';
import type { Service } from '../../server/service.ts';
import type { Actor, RoleId } from '../../shared/domain/people.ts';
import { addDesk, addPerson, type TestDesk } from './central.ts';

/** People by the names of a test, each signed in at a desk of their own. */
export interface Keepers<Who extends string> {
  readonly desk: (who: Who) => TestDesk;
  /** What somebody says of a manuscript or a report, delivered; what became of it or the code of its refusal. */
  readonly say: (who: Who, type: string, payload: object, aggregate: string) => Promise<string>;
  /** Somebody as the centre knows them now. */
  readonly actor: (who: Who) => Promise<Actor>;
}

/** Who keeps, uses or oversees knowledge in a test. */
export async function keepersOf<Who extends string>(
  service: Service,
  people: Readonly<Record<Who, { readonly roles: readonly RoleId[]; readonly unit?: string }>>,
): Promise<Keepers<Who>> {
  const desks = new Map<string, TestDesk>();
  for (const [who, options] of Object.entries<(typeof people)[Who]>(people))
    desks.set(who, await addDesk(service, await addPerson(service, options)));
  const desk = (who: Who): TestDesk => {
    const found = desks.get(who);
    if (!found) throw new Error(`nobody is ${who}`);
    return found;
  };
  return {
    desk,
    say: async (who, type, payload, aggregate) => {
      const at = desk(who);
      const answer = await at.push(at.say({ type, payload, orderId: aggregate }));
      if ('failure' in answer) return answer.failure.code;
      const outcome = answer.receipts.at(-1)?.outcome;
      return outcome?.kind === 'refused' ? outcome.failure.code : (outcome?.kind ?? 'none');
    },
    actor: async (who) => {
      const [row] = await accountGrants(service.db, [desk(who).person.id]);
      if (!row) throw new Error('no account');
      return actorOf(row);
    },
  };
}
