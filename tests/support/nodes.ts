import type { Database } from '../../db/central/database.ts';
import { openCentralDatabase } from '../../db/central/open.ts';
import type { Service } from '../../server/service.ts';
import { testService } from './central.ts';
import { freshDatabase } from './postgres.ts';

/** Several services on one PostgreSQL of their own, as the nodes of a centre are. */
export interface TestNodes {
  readonly services: readonly Service[];
  /** The first of them. */
  readonly here: Service;
  readonly close: () => Promise<void>;
}

/** Opens `count` nodes whose clock is the given one; at least one. */
export async function openNodes(count: number, nowMs: () => number): Promise<TestNodes> {
  const database = await freshDatabase();
  const nodes: Database[] = [];
  const services: Service[] = [];
  for (let node = 0; node < count; node += 1) {
    const db = await openCentralDatabase({ databaseUrl: database.url, dataDir: '', onTrouble: () => undefined });
    nodes.push(db);
    services.push(await testService(db, nowMs));
  }
  const [here] = services;
  if (!here) throw new RangeError('a centre has one node at least');
  return {
    services,
    here,
    close: async () => {
      await Promise.all(nodes.map((db) => db.close()));
      await database.drop();
    },
  };
}
