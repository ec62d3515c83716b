import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The configuration administrators are given: what the suite runs on is made from the same files. */
const TEMPLATES = path.resolve(import.meta.dirname, '../../../server/telephony/asterisk/config');

/** Writes each template with its `@NAMES@` filled. @throws where a name has no value */
export function renderConfig(folder: string, values: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(TEMPLATES).filter((name) => name.endsWith('.conf'))) {
    const text = readFileSync(path.join(TEMPLATES, file), 'utf8');
    const filled = text.replaceAll(/@([A-Z_]+)@/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${file}: nothing given for @${name}@`);
      return value;
    });
    writeFileSync(path.join(folder, file), filled);
  }
}
