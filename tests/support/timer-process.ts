// The centre's clock as a process of its own, at a time that the test sets: one turn of its timers, or one that stops
// short of its commit and waits to be killed.
import { pino } from 'pino';
import { z } from 'zod';
import type { Database, Migrator } from '../../db/central/database.ts';
import { openPglite } from '../../db/central/pglite.ts';
import type { Service } from '../../server/service.ts';
import { fireTimers } from '../../server/timers/fire.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { obey } from './obey.ts';

const settings = z.object({ TEST_DATA: z.string(), TEST_NOW_MS: z.coerce.number() }).parse(process.env);

/** Its transactions do all their work, and then never come to their commit. */
function neverCommitting(db: Database, reached: () => void): Database {
  return {
    ...db,
    transaction: (work) =>
      db.transaction(async (tx: Migrator) => {
        await work(tx);
        reached();
        return new Promise<never>(() => undefined);
      }),
  };
}

await obey(async () => {
  const db = await openPglite(settings.TEST_DATA);
  const service: Service = {
    db,
    log: pino({ level: 'silent' }),
    pack: packOf('hebi'),
    demo: false,
    nowMs: () => settings.TEST_NOW_MS,
  };
  return {
    ready: null,
    carryOut: async (raw) => {
      const { type } = z.object({ type: z.enum(['fire', 'fireWithoutCommit', 'stop']) }).parse(raw);
      switch (type) {
        case 'fire':
          return await fireTimers(service);
        case 'fireWithoutCommit':
          await new Promise<void>((resolve, reject) => {
            fireTimers({ ...service, db: neverCommitting(db, resolve) }).catch(reject);
          });
          return null;
        case 'stop':
          await db.close();
          return null;
      }
    },
  };
});
