import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { sumFigures } from '../../db/central/figures.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { maintain } from '../maintenance.ts';

const NOW = Date.parse('2026-11-21T06:00:00.000Z');

let db: Database;
beforeAll(async () => {
  db = await memoryDatabase();
});
afterAll(() => db.close());

it('sums of past days come to lie in one row each, those of today stay as they are, and no figure changes', async () => {
  const service = await testService(db, testClock(NOW).nowMs);
  await db.write(
    `INSERT INTO figure_days (figure, day, unit_id, subject_id, slot, n)
     SELECT 'received', day::date, unit, 's', slot, slot + 1
     FROM unnest(ARRAY['2026-10-02', '2026-11-20', '2026-11-21']) day, unnest(ARRAY['a', 'b']) unit, generate_series(0, 5) slot`,
  );
  await db.write(
    `INSERT INTO topic_days (day, subject_id, place, unit_id, slot, n)
     SELECT day::date, 's', '', unit, slot, slot + 1
     FROM unnest(ARRAY['2026-10-02', '2026-11-20', '2026-11-21']) day, unnest(ARRAY['a', 'b']) unit, generate_series(0, 5) slot`,
  );
  const period = { from: '2026-10-01', to: '2026-11-30', units: null, subjects: null };
  const before = await sumFigures(db, 'unit', period);
  await maintain(service);
  expect(await sumFigures(db, 'unit', period)).toEqual(before);
  for (const table of ['figure_days', 'topic_days']) {
    const rows = await db.read<{ day: string; rows: number; n: number }>(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, count(*)::int AS rows, sum(n)::int AS n FROM ${table} GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { day: '2026-10-02', rows: 2, n: 42 },
      { day: '2026-11-20', rows: 2, n: 42 },
      { day: '2026-11-21', rows: 12, n: 42 },
    ]);
  }
});
