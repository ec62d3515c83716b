import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const settingsSchema = z.object({
  centreUrl: z.url().default('http://127.0.0.1:8345'),
  deskName: z.string().min(1).default(os.hostname()),
});
export type DeskSettings = z.infer<typeof settingsSchema>;

/**
 * Where the centre is and what this desk is called: from the environment, else from `desk.json` in the program's data
 * folder, which an administrator lays there.
 * @throws where `desk.json` cannot be read: a desk that silently spoke to another centre would be worse
 */
export function readSettings(folder: string, env: Readonly<Record<string, string | undefined>>): DeskSettings {
  const file = path.join(folder, 'desk.json');
  const written: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const fromEnv = { centreUrl: env['HOTLINE_CENTRE'], deskName: env['HOTLINE_DESK_NAME'] };
  const named = Object.fromEntries(Object.entries(fromEnv).filter(([, value]) => value !== undefined));
  return settingsSchema.parse({ ...z.record(z.string(), z.unknown()).parse(written), ...named });
}
