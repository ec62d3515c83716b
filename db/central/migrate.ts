import { fail } from '../../shared/failure.ts';
import type { Database } from './database.ts';
import type { Migration } from './migration.ts';
import { people } from './migrations/0001-people.ts';
import { reference } from './migrations/0002-reference.ts';
import { orders } from './migrations/0003-orders.ts';
import { sync } from './migrations/0004-sync.ts';
import { audit } from './migrations/0005-audit.ts';
import { callsAndAttachments } from './migrations/0006-calls-and-attachments.ts';
import { life } from './migrations/0007-life.ts';
import { calls } from './migrations/0008-calls.ts';
import { packVersions } from './migrations/0009-pack-versions.ts';
import { knowledge } from './migrations/0010-knowledge.ts';
import { models } from './migrations/0011-models.ts';
import { wording } from './migrations/0012-wording.ts';
import { figures } from './migrations/0013-figures.ts';
import { hall } from './migrations/0014-hall.ts';
import { alarms } from './migrations/0015-alarms.ts';
import { ownWork } from './migrations/0016-own-work.ts';
import { handovers } from './migrations/0017-handovers.ts';
import { figureSlots } from './migrations/0018-figure-slots.ts';
import { orderFacets } from './migrations/0019-order-facets.ts';
import { scoring } from './migrations/0020-scoring.ts';
import { articleFiles } from './migrations/0021-article-files.ts';
import { draftHandovers } from './migrations/0022-draft-handovers.ts';
import { grievanceCallers } from './migrations/0023-grievance-callers.ts';
import { orderTopics } from './migrations/0024-order-topics.ts';
import { standing } from './migrations/0025-standing.ts';
import { drawCandidates } from './migrations/0026-draw-candidates.ts';

/** Every step there is, in order. */
export const MIGRATIONS: readonly Migration[] = [
  people,
  reference,
  orders,
  sync,
  audit,
  callsAndAttachments,
  life,
  calls,
  packVersions,
  knowledge,
  models,
  wording,
  figures,
  hall,
  alarms,
  ownWork,
  handovers,
  figureSlots,
  orderFacets,
  scoring,
  articleFiles,
  draftHandovers,
  grievanceCallers,
  orderTopics,
  standing,
  drawCandidates,
];

/** Any constant will do, as long as every process uses the same. */
const MIGRATION_LOCK = 12345;

const CREATE_MIGRATIONS = `
CREATE TABLE IF NOT EXISTS migrations (
  id int PRIMARY KEY,
  name text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`;

/**
 * Brings the database forward, one transaction per step. Processes that start together take turns under an advisory lock.
 * @param steps for tests
 * @returns the names of the steps that this call has made
 * @throws STORE_FROM_FUTURE where the database has steps this program does not know
 */
export async function migrate(database: Database, steps: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  const made: string[] = [];
  for (;;) {
    const step = await database.transaction(async (tx) => {
      await tx.write('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      await tx.script(CREATE_MIGRATIONS);
      const applied = new Set((await tx.read<{ id: number }>('SELECT id FROM migrations')).map(({ id }) => id));
      const unknown = [...applied].find((id) => !steps.some((known) => known.id === id));
      if (unknown !== undefined) fail('STORE_FROM_FUTURE', { detail: `数据库含有本程序不认识的第 ${unknown} 步变更` });
      const next = steps.find(({ id }) => !applied.has(id));
      if (!next) return null;
      await tx.script(next.sql);
      await tx.write('INSERT INTO migrations (id, name) VALUES ($1, $2)', [next.id, next.name]);
      return next;
    });
    if (!step) return made;
    made.push(step.name);
  }
}
