import { accountGrants } from '../../db/central/accounts.ts';
import type { Reader } from '../../db/central/database.ts';
import { hallSettingsRow } from '../../db/central/hall.ts';
import { holdersOf } from '../../db/central/scoring-plans.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Actor, Author, Permission } from '../../shared/domain/people.ts';
import { authorOf } from '../access/author.ts';
import { actorOf } from '../access/grants.ts';

/** People with what they may do and see now, in the order asked for; unknown ones are left out. */
export async function actorsOf(db: Reader, ids: readonly AccountId[]): Promise<Actor[]> {
  const rows = await accountGrants(db, ids);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    return row && !row.disabled ? [actorOf(row)] : [];
  });
}

/** Whoever in use may do something, by job number. */
export async function actorsWho(db: Reader, permission: Permission): Promise<Actor[]> {
  return actorsOf(db, await holdersOf(db, permission));
}

/** The team somebody is in by the hall's settings; null: in none. */
export async function teamOf(db: Reader, accountId: AccountId): Promise<string | null> {
  const settings = await hallSettingsRow.read(db);
  return settings?.teams.find(({ members }) => members.includes(accountId))?.id ?? null;
}

/** Who can be chosen where scores are planned and read. */
export async function scoringPeople(db: Reader): Promise<{
  inspectors: Author[];
  agents: (Author & { teamId: string | null })[];
  teams: { id: string; name: string }[];
}> {
  const [inspectors, agents, settings] = await Promise.all([
    actorsWho(db, 'scoring.score'),
    actorsWho(db, 'call.take'),
    hallSettingsRow.read(db),
  ]);
  const teams = settings?.teams ?? [];
  return {
    inspectors: inspectors.map(authorOf),
    agents: agents.map((actor) => ({
      ...authorOf(actor),
      teamId: teams.find(({ members }) => members.includes(actor.accountId))?.id ?? null,
    })),
    teams: teams.map(({ id, name }) => ({ id, name })),
  };
}
