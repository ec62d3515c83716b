import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { openWritable } from '../../db/desk/open.ts';
import type { Cipher } from '../../db/desk/cipher.ts';

/** What the durable save is made of, each by itself on the same disk. */
export interface RawDisk {
  /** Appends 4 KB and waits until they are on the disk. */
  readonly sync: () => void;
  /** One row into an encrypted database with the outbox's durability, on this thread. */
  readonly insert: (id: string, body: string) => void;
  /** To a thread and back. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const BLOCK = Buffer.alloc(4096, 1);
const TABLE = { name: 'bare', sql: 'CREATE TABLE bare (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID' };
const INSERT = 'INSERT INTO bare (id, body) VALUES (?, ?)';

export function openRawDisk(folder: string, key: string, cipher: Cipher): RawDisk {
  const file = openSync(path.join(folder, 'raw'), 'a');
  const db = openWritable(
    { path: path.join(folder, 'bare.db'), key, cipher },
    { durability: 'full', migrations: [TABLE], check: false },
  );
  const worker = new Worker(new URL('./echo.worker.ts', import.meta.url));
  let answered = (): void => {};
  worker.on('message', () => answered());
  return {
    sync() {
      writeSync(file, BLOCK);
      fdatasyncSync(file);
    },
    insert(id, body) {
      db.transaction(() => {
        db.run(INSERT, [id, body]);
      });
    },
    ping: () =>
      new Promise((resolve) => {
        answered = resolve;
        worker.postMessage({ ping: true });
      }),
    close: async () => {
      await worker.terminate();
      db.close();
      closeSync(file);
    },
  };
}
