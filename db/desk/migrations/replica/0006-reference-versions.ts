import type { Migration } from '../../migrate.ts';

/** What there is in which version, without reading the articles themselves: a hundred thousand of them are 150 MB. */
export const referenceVersions: Migration = {
  name: 'reference versions',
  sql: `CREATE INDEX reference_versions ON reference (entity, id, version);`,
};
