// npm start: the centre and a desk on this machine, until Ctrl+C.
//   --desk=electron|web   forces the desk's host
//   --only=server|desk    runs one part; the desk finds its centre by HOTLINE_CENTRE
// Environment: HOTLINE_CITY, HOTLINE_PORT, HOTLINE_DATA, HOTLINE_DEMO, DATABASE_URL (centre); HOTLINE_CENTRE, HOTLINE_DESK_*,
// HOTLINE_OPEN (desk); the parts' own main files describe them.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import { buildElectron, buildRenderer } from './bundles.ts';
import { startChild, type Child } from './children.ts';
import { chooseDesk, findElectron } from './electron-binary.ts';
import { isCentre, isFree, nextFree } from './ports.ts';
import { ROOT, TOOL_ENV } from './tools.ts';

const DEFAULT_PORT = 8345;
/** A database belongs to one city, and a desk to one centre: each city's lie in folders of their own. */
const city = process.env['HOTLINE_CITY'] ?? 'hebi';
const OF_CITY = city === 'hebi' ? '' : `-${city}`;
/** The web host's word that another start is not worth it. */
const NOT_WORTH_RETRYING = 3;
/** After this, silence would look like standing still, ms. */
const PATIENCE_MS = 4_000;

const { values } = parseArgs({ options: { desk: { type: 'string' }, only: { type: 'string' } } });
const wanted = z
  .object({ desk: z.enum(['electron', 'web']).nullish(), only: z.enum(['server', 'desk']).nullish() })
  .parse(values);

const children: Child[] = [];
let stopping: Promise<void> | null = null;

/** The desk first: what it has just said may still reach the centre. */
async function stopAll(code: number): Promise<void> {
  for (const child of children.toReversed()) await child.stop();
  process.exit(code);
}

function stop(code: number): Promise<void> {
  return (stopping ??= stopAll(code));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

async function choosePort(): Promise<{ readonly port: number; readonly running: boolean }> {
  const named = process.env['HOTLINE_PORT'];
  const port = z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .parse(named ?? DEFAULT_PORT);
  if (await isFree(port)) return { port, running: false };
  const ownData =
    process.env['HOTLINE_DATA'] !== undefined || process.env['DATABASE_URL'] !== undefined || OF_CITY !== '';
  if (!ownData && (await isCentre(`http://127.0.0.1:${port}`))) return { port, running: true };
  if (named !== undefined) throw new Error(`端口 ${port} 已被占用。请停止占用它的程序，或改设 HOTLINE_PORT。`);
  const free = await nextFree(port + 1);
  console.log(`端口 ${port} 已被占用，中心改用 ${free}。`);
  return { port: free, running: false };
}

/** Starts the centre, or finds the one that runs. Answers its address once it is healthy. */
async function startCentre(alone: boolean): Promise<string> {
  const { port, running } = await choosePort();
  const url = `http://127.0.0.1:${port}`;
  if (running) {
    console.log(`[中心] 已在 ${url} 运行，直接使用。`);
    return url;
  }
  const demo = process.env['HOTLINE_DEMO'] ?? (process.env['DATABASE_URL'] === undefined ? '1' : '0');
  const centre = startChild({
    title: '中心',
    command: process.execPath,
    args: [path.join(ROOT, 'server/main.ts')],
    env: {
      HOTLINE_DATA: path.join(ROOT, `.data/centre${OF_CITY}`),
      ...TOOL_ENV,
      HOTLINE_DEMO: demo,
      HOTLINE_PORT: String(port),
    },
    logFile: alone ? null : path.join(ROOT, '.data/logs/centre.log'),
    finalCodes: [],
  });
  children.push(centre);
  let dead: number | null = null;
  void centre.ended.then((code) => {
    dead = code;
  });
  const begun = performance.now();
  let told = false;
  while (!(await isCentre(url))) {
    if (dead !== null) throw new Error(`中心无法启动（退出码 ${String(dead)}）。\n${centre.tail()}`);
    if (!told && performance.now() - begun > PATIENCE_MS) {
      console.log('[中心] 正在准备数据库，首次启动要稍等片刻…');
      told = true;
    }
    await pause(100);
  }
  centre.keepAlive();
  console.log(`[中心] 已启动：${url}（接口文档 ${url}/api/docs）`);
  if (demo === '1')
    console.log(`[演示] 用工号 1001（话务员）或 1101（班长）登录，密码 ${DEMO_PASSWORD}。数据都是虚构的。`);
  return url;
}

async function startDesk(centreUrl: string): Promise<Child> {
  const electron = findElectron();
  const { kind, why } = chooseDesk({
    forced: wanted.desk ?? null,
    electron,
    platform: process.platform,
    hasDisplay: Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']),
  });
  console.log(`[座席] ${kind === 'electron' ? '桌面程序（Electron）' : '网页方式'}：${why}。`);
  if (kind === 'electron') await buildElectron();
  const desk = startChild({
    title: '座席',
    command: kind === 'electron' && electron !== null ? electron : process.execPath,
    args: kind === 'electron' ? [ROOT] : [path.join(ROOT, 'web/main.ts')],
    env: {
      ...(kind === 'electron'
        ? { HOTLINE_DESK_STATE: path.join(ROOT, `.data/desk-electron${OF_CITY}`) }
        : {
            HOTLINE_DESK_DATA: path.join(ROOT, `.data/desk${OF_CITY}`),
            HOTLINE_DESK_STATE: path.join(ROOT, `.data/desk-state${OF_CITY}`),
          }),
      ...TOOL_ENV,
      HOTLINE_CENTRE: centreUrl,
    },
    logFile: null,
    finalCodes: [0, NOT_WORTH_RETRYING],
  });
  desk.keepAlive();
  children.push(desk);
  return desk;
}

async function start(): Promise<void> {
  if (wanted.desk === 'electron' && findElectron() === null) {
    throw new Error(
      '没有 Electron 的程序文件。能访问其下载源时执行 node_modules/.bin/install-electron，否则请用 npm run start:web。',
    );
  }
  const withCentre = wanted.only !== 'desk';
  const withDesk = wanted.only !== 'server';
  if (withDesk) await buildRenderer();
  const given = process.env['HOTLINE_CENTRE'] ?? `http://127.0.0.1:${process.env['HOTLINE_PORT'] ?? DEFAULT_PORT}`;
  const centreUrl = withCentre ? await startCentre(!withDesk) : given;
  if (withDesk) {
    const desk = await startDesk(centreUrl);
    console.log('按 Ctrl+C 停止。');
    await stop(await desk.ended);
  } else {
    console.log('按 Ctrl+C 停止。');
    const code = await children[0]?.ended;
    await stop(code ?? 0);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

if (!existsSync(path.join(ROOT, 'node_modules'))) throw new Error('请先执行 npm install。');
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await stop(1);
}
