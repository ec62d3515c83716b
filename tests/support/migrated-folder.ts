import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrate, MIGRATIONS } from '../../db/central/migrate.ts';
import { openPglite } from '../../db/central/pglite.ts';
import { ROOT } from '../../build/scripts/tools.ts';
import { scratchFolder } from './folder.ts';

const PLACE = path.join(ROOT, 'build/out/databases');

/**
 * An empty database of today's shape, as PGlite packs a folder. Making one takes seconds of a processor and opening a
 * copy a fifth of it, so it is made once for each shape and kept.
 */
export async function migratedFolder(): Promise<Blob> {
  const file = path.join(PLACE, `${shape()}.tar`);
  if (!existsSync(file)) await makeAt(file);
  return openAsBlob(file);
}

/** Differs where the steps or the engine differ. */
function shape(): string {
  const steps = MIGRATIONS.map(({ id, sql }) => `${id}\0${sql}`).join('\0');
  const engine = readFileSync(path.join(ROOT, 'node_modules/@electric-sql/pglite/package.json'));
  return createHash('sha256').update(steps).update(engine).digest('hex').slice(0, 16);
}

/** Several test processes may make it at once: each writes beside its place and moves it there whole. */
async function makeAt(file: string): Promise<void> {
  const folder = scratchFolder('shape');
  const db = await openPglite(folder.path);
  await migrate(db);
  await db.close();
  const engine = await PGlite.create({ dataDir: path.join(folder.path, 'pglite') });
  const packed = await engine.dumpDataDir('none');
  await engine.close();
  folder.remove();
  await mkdir(PLACE, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, Buffer.from(await packed.arrayBuffer()));
  await rename(draft, file);
}
