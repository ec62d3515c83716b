import type { Migration } from '../../migrate.ts';

/**
 * Whom an answered order waits for is the city's to say now, and the places in queues are written with the order: a fresh
 * copy writes them anew. Until then the rows stay in sight as they were.
 */
export const asking: Migration = {
  name: 'asking',
  sql: `
UPDATE feed SET audience = NULL, snapshot = NULL;
UPDATE orders SET server_version = -1 WHERE server_version IS NOT NULL;
`,
};
