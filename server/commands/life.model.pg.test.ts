import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyPack } from '../../shared/policy/packs.ts';
import { cityOf, lifeArbitrary } from '../../shared/domain/testing/life-model.ts';
import { openCentralDatabase } from '../../db/central/open.ts';
import { freshDatabase } from '../../tests/support/postgres.ts';
import { openLifeAtCentre } from './testing/life-at-centre.ts';

const SEED = Number(process.env['HOTLINE_MODEL_SEED'] ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env['HOTLINE_MODEL_RUNS'] ?? 8);
const MOVES = 40;

describe(`random lives at the centre on PostgreSQL (seed ${SEED})`, () => {
  it.each(everyPack().map((pack) => [cityOf(pack), pack.city]))(
    'J5, T17: the centre of %s decides as the model does, and lets nobody see more than is theirs',
    async (_, city) => {
      const database = await freshDatabase();
      const db = await openCentralDatabase({ databaseUrl: database.url, dataDir: '', onTrouble: () => undefined });
      try {
        const centre = await openLifeAtCentre(db, city);
        await fc.assert(
          fc.asyncProperty(lifeArbitrary(MOVES), async (life) => {
            expect(await centre.live(life)).toEqual([]);
          }),
          { seed: SEED, numRuns: RUNS, endOnFailure: true },
        );
      } finally {
        await db.close();
        await database.drop();
      }
    },
    600_000,
  );
});
