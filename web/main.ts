// The web host's command line. Environment:
//   HOTLINE_CENTRE      address of the centre, default http://127.0.0.1:8345
//   HOTLINE_DESK_DATA   folder of the databases, default .data/desk
//   HOTLINE_DESK_STATE  folder of key, log and browser profile, default .data/desk-state
//   HOTLINE_DESK_NAME   name under which the centre lists this desk, default the machine's name
//   HOTLINE_DESK_PORT   loopback port, default any free one
//   HOTLINE_OPEN=0      only print the address
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { describeFailure, FailureError } from '../shared/failure.ts';
import { startWebHost, type WebHost } from './host.ts';
import { AlreadyRunning } from './instance.ts';
import { openWindow } from './open.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Tells whoever started this that another start is not worth it. */
const NOT_WORTH_RETRYING = 3;

const settings = z
  .object({
    HOTLINE_CENTRE: z.url().default('http://127.0.0.1:8345'),
    HOTLINE_DESK_DATA: z.string().default(path.join(ROOT, '.data/desk')),
    HOTLINE_DESK_STATE: z.string().default(path.join(ROOT, '.data/desk-state')),
    HOTLINE_DESK_NAME: z.string().min(1).default(os.hostname()),
    HOTLINE_DESK_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  })
  .parse(process.env);
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

function tell(line: string): void {
  console.log(`[座席] ${line}`);
}

async function show(address: string): Promise<void> {
  const why = await openWindow(address, path.join(settings.HOTLINE_DESK_STATE, 'browser'));
  tell(
    why === null ? '座席窗口已打开。' : `请在本机浏览器打开（${why}；地址只能用一次，按回车可取新地址）：\n${address}`,
  );
}

function explain(error: unknown): string {
  if (error instanceof FailureError) {
    const { sentence, next } = describeFailure(error.failure);
    return `${sentence}${next}`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `端口 ${settings.HOTLINE_DESK_PORT} 已被占用。请改设 HOTLINE_DESK_PORT，或不设它以自动选用空闲端口。`;
  }
  return `座席无法启动：${error instanceof Error ? error.message : String(error)}`;
}

async function start(): Promise<WebHost | null> {
  try {
    return await startWebHost({
      dataDir: settings.HOTLINE_DESK_DATA,
      stateDir: settings.HOTLINE_DESK_STATE,
      rendererDir: path.join(ROOT, 'build/out/renderer'),
      port: settings.HOTLINE_DESK_PORT,
      centreUrl: settings.HOTLINE_CENTRE,
      deskName: settings.HOTLINE_DESK_NAME,
      version,
      tell,
    });
  } catch (error) {
    if (error instanceof AlreadyRunning) {
      tell('本座席已在运行，不再另开一个；改为打开它的窗口。');
      await show(error.address);
    } else {
      tell(explain(error));
    }
    process.exitCode = NOT_WORTH_RETRYING;
    return null;
  }
}

const host = await start();
if (host !== null) {
  await show(host.address());
  if (process.stdin.isTTY) {
    process.stdin.on('data', () => tell(host.address()));
    process.stdin.unref();
  }

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void host.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}
