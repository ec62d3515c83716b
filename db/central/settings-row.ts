import type { ZodType } from 'zod';
import type { Reader, Writer } from './database.ts';

/** Settings that a centre keeps whole in the one row of a table of their own, each change one version on. */
export interface SettingsRow<T> {
  /** Null before the first start. */
  read(db: Reader): Promise<T | null>;
  /** Does nothing where there are settings already. */
  insert(db: Writer, settings: T): Promise<void>;
  /** @returns false where somebody else has changed them since `settings.version - 1` */
  update(db: Writer, settings: T): Promise<boolean>;
}

/** @param table one with the columns id, version and data */
export function settingsRow<T extends { readonly version: number }>(
  table: 'hall_settings' | 'call_settings',
  schema: ZodType<T>,
): SettingsRow<T> {
  const READ = `SELECT data FROM ${table} WHERE id = 'settings'`;
  const INSERT = `INSERT INTO ${table} (id, version, data) VALUES ('settings', $1, $2::jsonb) ON CONFLICT DO NOTHING`;
  const UPDATE = `UPDATE ${table} SET version = $1, data = $2::jsonb WHERE id = 'settings' AND version = $1 - 1 RETURNING id`;
  return {
    async read(db) {
      const [row] = await db.read<{ data: unknown }>(READ);
      return row ? schema.parse(row.data) : null;
    },
    async insert(db, settings) {
      await db.write(INSERT, [settings.version, JSON.stringify(settings)]);
    },
    async update(db, settings) {
      const rows = await db.write(UPDATE, [settings.version, JSON.stringify(settings)]);
      return rows.length > 0;
    },
  };
}
