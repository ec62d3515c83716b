import type { Migration } from '../migration.ts';

/** Sums for the reports, kept with every change of an order, and which orders stand behind them. */
export const figures: Migration = {
  id: 13,
  name: 'figures',
  sql: `
-- One sum lies in several slots, so that commands of one day and unit do not wait for each other.
CREATE TABLE figure_days (
  figure text NOT NULL,
  day date NOT NULL,
  unit_id text NOT NULL,
  subject_id text NOT NULL,
  slot smallint NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (figure, day, unit_id, subject_id, slot)
);
CREATE TABLE figure_rows (
  figure text NOT NULL,
  day date NOT NULL,
  unit_id text NOT NULL,
  order_id uuid NOT NULL,
  subject_id text NOT NULL,
  n int NOT NULL,
  PRIMARY KEY (figure, day, unit_id, order_id)
);
-- By which version of the definitions the figures were counted; a program with another counts them anew.
CREATE TABLE figure_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version int NOT NULL
);

CREATE INDEX orders_due ON orders (due, id) WHERE closed_at IS NULL AND due IS NOT NULL;

UPDATE roles SET permissions = array_append(permissions, 'report.read')
WHERE id IN ('shiftSupervisor', 'overseer', 'leader', 'reviewer', 'unitLeader', 'administrator')
  AND NOT 'report.read' = ANY (permissions);
`,
};
