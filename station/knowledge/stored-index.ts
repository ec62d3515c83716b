import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Library } from '../../shared/search/index/library.ts';
import type { Volume } from '../../shared/search/index/volume.ts';
import { keyFor, readSealed, writeSealed } from './sealed-file.ts';
import { FORMAT, volumeBytes, volumeOf } from './stored-volume.ts';

const LIST = 'index.list';
const PURPOSE = 'hotline-desk knowledge index 1';

const listSchema = z.object({
  format: z.literal(FORMAT),
  volumes: z.array(
    z.object({
      file: z.string().regex(/^[0-9a-f]{16}\.volume$/),
      /** Articles replaced since the file was written. */
      dead: z.array(z.int().nonnegative()),
    }),
  ),
});

/** The index on the disk: each volume sealed in a file of its own that is written once, and the list of them. */
export interface StoredIndex {
  /**
   * Reads what there is. What cannot be read is left out, and its articles are taken in anew.
   * @param onBroken told of each file that is not what was written
   */
  open(onBroken: (file: string) => void): Volume[];
  /** Writes one volume that is not there yet, or at last the list. @returns true while there is more to write */
  save(library: Library): boolean;
}

/**
 * @param dir made where it is not there
 * @param key the desk's own, from which the index's is made
 */
export function storedIndex(dir: string, key: string): StoredIndex {
  const sealing = keyFor(key, PURPOSE);
  const files = new WeakMap<Volume, string>();
  let listed = '';

  function readList(onBroken: (file: string) => void): z.infer<typeof listSchema>['volumes'] {
    if (!existsSync(join(dir, LIST))) return [];
    try {
      const text = readSealed(join(dir, LIST), sealing, LIST).toString('utf8');
      listed = text;
      return listSchema.parse(JSON.parse(text)).volumes;
    } catch {
      onBroken(LIST);
      return [];
    }
  }

  return {
    open(onBroken) {
      return readList(onBroken).flatMap(({ file, dead }) => {
        try {
          const volume = volumeOf(readSealed(join(dir, file), sealing, file));
          for (const at of dead) volume.alive[at] = 0;
          files.set(volume, file);
          return [volume];
        } catch {
          onBroken(file);
          return [];
        }
      });
    },
    save(library) {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      library.bindLoose();
      const volumes = library.volumes();
      const fresh = volumes.find((volume) => !files.has(volume));
      if (fresh) {
        const file = `${randomBytes(8).toString('hex')}.volume`;
        writeSealed(join(dir, file), sealing, file, volumeBytes(fresh));
        files.set(fresh, file);
        return true;
      }
      const rows = volumes.flatMap((volume) => {
        const file = files.get(volume);
        return file === undefined ? [] : [{ file, dead: deadOf(volume) }];
      });
      const list = JSON.stringify({ format: FORMAT, volumes: rows });
      if (list === listed) return false;
      writeSealed(join(dir, LIST), sealing, LIST, Buffer.from(list));
      listed = list;
      const kept = new Set([LIST, ...rows.map(({ file }) => file)]);
      // What a crash has left over, and what has been bound into larger volumes. All of it can be made again.
      for (const name of readdirSync(dir)) if (!kept.has(name)) rmSync(join(dir, name), { force: true });
      return false;
    },
  };
}

function deadOf({ alive }: Volume): number[] {
  const dead: number[] = [];
  for (const [at, one] of alive.entries()) if (one === 0) dead.push(at);
  return dead;
}
