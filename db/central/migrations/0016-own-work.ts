import type { Migration } from '../migration.ts';

/** What one person has written down, for their own page. */
export const ownWork: Migration = {
  id: 16,
  name: 'own work',
  sql: `
CREATE INDEX orders_created_by ON orders (created_by, created_at);
`,
};
