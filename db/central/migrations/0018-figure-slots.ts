import type { Migration } from '../migration.ts';

/** Sums of past days that still lie in slots are found by it, and put together. */
export const figureSlots: Migration = {
  id: 18,
  name: 'figure slots',
  sql: `CREATE INDEX figure_days_slots ON figure_days (day) WHERE slot <> 0;`,
};
