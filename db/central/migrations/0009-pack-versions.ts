import type { Migration } from '../migration.ts';

/**
 * Every version of the city's rules this centre has worked by, whole: a deadline names the version that set it, and what
 * changed since can be read field by field.
 */
export const packVersions: Migration = {
  id: 9,
  name: 'pack versions',
  sql: `
CREATE TABLE pack_versions (
  city text NOT NULL,
  version int NOT NULL,
  first_at timestamptz NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (city, version)
);
`,
};
