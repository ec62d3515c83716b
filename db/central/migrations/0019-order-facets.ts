import type { Migration } from '../migration.ts';

/** By what the orders behind the figures of a report are told apart; kept with them, and narrow, so that many are read fast. */
export const orderFacets: Migration = {
  id: 19,
  name: 'order facets',
  sql: `
CREATE TABLE order_facets (
  order_id uuid PRIMARY KEY,
  category text NOT NULL,
  channel text NOT NULL,
  mode text NOT NULL,
  urgent boolean NOT NULL,
  ending text NOT NULL,
  verdict text NOT NULL
);
`,
};
