import { pino } from 'pino';
import { z } from 'zod';
import { openCentralDatabase } from '../db/central/open.ts';
import { packOf } from '../shared/policy/packs.ts';
import type { Service } from './service.ts';

/** Where commands beside the service find the centre's database: as `main.ts` finds it. */
export const databaseSettings = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  HOTLINE_DATA: z.string().min(1).default('data/centre'),
  HOTLINE_CITY: z.string().min(1).default('hebi'),
  HOTLINE_DEMO: z.enum(['0', '1']).default('0'),
});

/**
 * Does one thing with the centre's database, without serving anybody, and closes it.
 * @throws CENTRE_FOLDER_IN_USE, DATABASE_UNREACHABLE, STORE_FROM_FUTURE; RangeError for an unknown city
 */
export async function withService<T>(
  settings: z.infer<typeof databaseSettings>,
  work: (service: Service) => Promise<T>,
): Promise<T> {
  const log = pino({ level: 'warn' });
  const db = await openCentralDatabase({
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: settings.HOTLINE_DATA,
    onTrouble: (error, where) => log.warn({ err: error, where }, 'database connection lost'),
  });
  try {
    const pack = packOf(settings.HOTLINE_CITY);
    return await work({ db, log, pack, demo: settings.HOTLINE_DEMO === '1', nowMs: Date.now });
  } finally {
    await db.close();
  }
}
