import type { Migration } from '../migration.ts';

/** How many orders stand where: the hall's overview and the hand-over come from it without the orders. */
export const standing: Migration = {
  id: 25,
  name: 'standing',
  sql: `
CREATE TABLE standing (
  -- '' where no unit of ours has them.
  unit_id text NOT NULL,
  state text NOT NULL,
  -- infinity where they have no limit.
  due timestamptz NOT NULL,
  -- One count lies in several, as the sums of the figures do.
  slot smallint NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (unit_id, state, due, slot)
);
INSERT INTO standing
SELECT coalesce(unit_id, ''), state, coalesce(due, 'infinity'), 0, count(*) FROM orders WHERE closed_at IS NULL
GROUP BY 1, 2, 3;
`,
};
