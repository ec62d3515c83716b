import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { putUnits } from '../../db/central/reference.ts';
import { countStanding } from '../../db/central/standing.ts';
import { unitSchema } from '../../shared/domain/unit.ts';
import { instant } from '../../shared/instant.ts';
import { addPerson, memoryDatabase, testService } from '../../tests/support/central.ts';
import type { Service } from '../service.ts';
import { createOverview } from './overview.ts';

const START_MS = Date.UTC(2026, 10, 21, 2);
const HOUR_MS = 3_600_000;

describe('the overview by county and department', () => {
  let db: Database;
  let service: Service;
  let nowMs = START_MS;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, () => nowMs);
  }, 60_000);
  afterAll(() => db.close());

  it('H17: a township’s running orders count for its county; closed and replied ones count for nobody', async () => {
    const unit = (id: string, level: string, parentId: string | null) =>
      unitSchema.parse({
        id,
        parentId,
        name: `${id}人民政府`,
        shortName: id,
        level,
        duties: '',
        contacts: [],
        open: true,
        version: 1,
      });
    await putUnits(db, [unit('u-county', 'county', null), unit('u-town', 'township', 'u-county')]);
    const { id: by } = await addPerson(service);
    let n = 0;
    const order = (unitId: string, state: string, dueHours: number) =>
      db.write(
        `INSERT INTO orders (id, number, version, state, sensitivity, unit_id, created_by, created_at, due, data)
         VALUES (gen_random_uuid(), $1, 1, $2, 'normal', $3, $4, now(), $5, '{}')`,
        [`HB-${(n += 1)}`, state, unitId, by, instant(START_MS + dueHours * HOUR_MS)],
      );
    await order('u-county', 'handling', 48);
    await order('u-town', 'handling', 3);
    await order('u-town', 'handling', -3);
    await order('u-town', 'closed', -3);
    await order('u-one', 'handling', 100);
    await countStanding(db);
    const overview = createOverview(service);
    const rows = [
      { unitId: 'u-county', name: 'u-county', kind: 'county', open: 3, near: 1, overdue: 1 },
      { unitId: 'u-one', name: 'u-one', kind: 'department', open: 1, near: 0, overdue: 0 },
    ];
    expect(await overview()).toEqual({ at: instant(START_MS), rows });
    await order('u-one', 'handling', 100);
    await countStanding(db);
    expect((await overview()).rows).toEqual(rows);
    nowMs += 60_000;
    expect((await overview()).rows[1]).toMatchObject({ open: 2 });
  });
});
