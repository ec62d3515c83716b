import { mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket as Socket } from 'ws';
import { z } from 'zod';
import { failureOf } from '../renderer/data/failure-of.ts';
import { connectWeb, type WebPage } from '../renderer/host/web.ts';
import { startWebHost, type WebHost } from './host.ts';
import { AlreadyRunning } from './instance.ts';

let folder = '';
let host: WebHost;
let authority = '';
const told: string[] = [];

function options() {
  return {
    dataDir: path.join(folder, 'desk'),
    stateDir: path.join(folder, 'state'),
    rendererDir: path.join(folder, 'renderer'),
    port: 0,
    // Nobody listens there: this desk is offline, which is all that is needed here.
    centreUrl: 'http://127.0.0.1:9',
    deskName: '测试座席',
    version: '0.0.0',
    tell: (line: string) => told.push(line),
  };
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hotline-web-'));
  mkdirSync(path.join(folder, 'renderer'));
  writeFileSync(path.join(folder, 'renderer/index.html'), '<!doctype html>');
  host = await startWebHost(options());
  authority = `127.0.0.1:${host.port}`;
});
afterEach(() => vi.unstubAllGlobals());
afterAll(async () => {
  await endPages(() => host.stop());
  rmSync(folder, { recursive: true });
});

/** Pages that have reached their station: each looks for it for as long as the page lives. */
let pages = 0;

/** A page gives up once it is refused: none of them goes on looking while other files run in this process. */
async function endPages(stop: () => Promise<void>): Promise<void> {
  let refused = 0;
  vi.stubGlobal('fetch', () => {
    refused += 1;
    return Promise.resolve(new Response(null, { status: 401 }));
  });
  await stop();
  await vi.waitUntil(() => refused >= pages, { timeout: 55_000 });
  vi.unstubAllGlobals();
}

async function openPage(address: string, kept: Map<string, string>): ReturnType<typeof connectWeb> {
  const window = await connectWeb(pageAt(address, kept));
  pages += 1;
  return window;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request such as programs outside a browser send, with headers that a page could not set. */
function ask(
  target: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `http://${authority}${target}`,
      { method, headers: { host: authority, ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const ownOrigin = (): string => `http://${authority}`;

function ticketOf(address: string): string {
  return new URLSearchParams(new URL(address).hash.slice(1)).get('ticket') ?? '';
}

async function takeToken(): Promise<string> {
  const body = JSON.stringify({ ticket: ticketOf(host.address()) });
  const { text } = await ask('/host/session', { method: 'POST', headers: { origin: ownOrigin() }, body });
  return z.object({ token: z.string() }).parse(JSON.parse(text)).token;
}

/** Tries to open the station's socket; tells how it went. */
function knock(headers: { origin?: string; host?: string }, protocols: string[]): Promise<string> {
  return new Promise((resolve) => {
    const { origin, ...rest } = headers;
    const socket = new Socket(`ws://${authority}/station`, protocols, {
      ...(origin === undefined ? {} : { origin }),
      headers: rest,
    });
    socket.on('open', () => {
      resolve('open');
      socket.terminate();
    });
    socket.on('unexpected-response', (_request, answer) => resolve(`refused ${answer.statusCode}`));
    socket.on('error', (error) => resolve(error.message));
  });
}

/** Gives this process the two things of a browser that send an Origin. */
function beBrowser(): void {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) =>
    fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), origin: ownOrigin() } }),
  );
  vi.stubGlobal(
    'WebSocket',
    class extends Socket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { origin: ownOrigin() });
      }
    },
  );
}

function pageAt(address: string, kept: Map<string, string>): WebPage {
  const { hash, pathname } = new URL(address);
  return {
    location: { origin: ownOrigin(), hash, pathname },
    history: { replaceState: () => undefined },
    sessionStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    focus: () => undefined,
    document: { hasFocus: () => true },
  };
}

async function stationUp(): Promise<void> {
  const token = await takeToken();
  await expect
    .poll(async () => (await ask('/host/status', { headers: { authorization: `Bearer ${token}` } })).text)
    .toContain('"up":true');
}

describe('who gets in', () => {
  it('listens on 127.0.0.1 alone', async () => {
    const outside = Object.values(os.networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal);
    for (const address of ['[::1]', ...(outside === undefined ? [] : [outside.address])]) {
      await expect(fetch(`http://${address}:${host.port}/`)).rejects.toThrow('fetch failed');
    }
  });

  it('shows the page to whoever names the right host, and to nobody else', async () => {
    expect((await ask('/')).status).toBe(200);
    expect((await ask('/', { headers: { host: `localhost:${host.port}` } })).status).toBe(403);
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(403);
  });

  it('gives the token once for a ticket, to its own page only', async () => {
    const body = JSON.stringify({ ticket: ticketOf(host.address()) });
    const post = (headers: Record<string, string>) => ask('/host/session', { method: 'POST', headers, body });
    expect((await post({})).status).toBe(403);
    expect((await post({ origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await post({ origin: ownOrigin() })).status).toBe(200);
    expect((await post({ origin: ownOrigin() })).status).toBe(401);
  });

  it.each(['', '{}', '{"ticket":""}', '{"ticket":1}', 'x'.repeat(5_000)])(
    'gives nothing for the body %.20j',
    async (body) => {
      const asked = { method: 'POST', headers: { origin: ownOrigin() }, body };
      expect((await ask('/host/session', asked)).status).toBe(401);
    },
  );

  it('tells the status and gives tickets only to those who know the secret', async () => {
    expect((await ask('/host/status')).status).toBe(401);
    expect((await ask('/host/status', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await ask('/host/ticket', { method: 'POST' })).status).toBe(401);
    const token = await takeToken();
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask('/host/ticket', { method: 'POST', headers })).status).toBe(401);
  });

  it('opens the station to the token with the right origin and host, and to nothing less', async () => {
    await stationUp();
    const token = await takeToken();
    const origin = ownOrigin();
    expect(await knock({ origin }, ['hotline', token])).toBe('open');
    expect(await knock({ origin }, ['hotline'])).toBe('refused 403');
    expect(await knock({ origin }, ['hotline', 'wrong'])).toBe('refused 403');
    expect(await knock({}, ['hotline', token])).toBe('refused 403');
    expect(await knock({ origin: 'http://evil.example' }, ['hotline', token])).toBe('refused 403');
    expect(await knock({ origin, host: 'evil.example' }, ['hotline', token])).toBe('refused 403');
  });
});

describe('the window and its station', () => {
  it('talk, also after a reload, when the ticket is used up', async () => {
    beBrowser();
    const kept = new Map<string, string>();
    const address = host.address();
    const window = await openPage(address, kept);
    expect((await window.desk.session.current()).deskName).toBe('测试座席');
    const reloaded = await openPage(address, kept);
    expect((await reloaded.desk.session.current()).version).toBe('0.0.0');
  });

  it('refuse a window that was never let in, and say how to get in', async () => {
    beBrowser();
    const refused = await connectWeb(pageAt(`http://${authority}/`, new Map())).catch(failureOf);
    expect(refused).toMatchObject({ code: 'HOST_REFUSED' });
  });

  it('find each other again after kill -9 of the station', async () => {
    beBrowser();
    const window = await openPage(host.address(), new Map());
    const states: boolean[] = [];
    window.onStation((up) => states.push(up));
    const events = await window.desk.events();
    const first = host.stationPid();
    if (first === null) throw new Error('the station was up');

    const interrupted = (async () => {
      for await (const event of events) void event;
    })().catch((error: unknown) => error);
    process.kill(first, 'SIGKILL');
    expect(await interrupted).toBeInstanceOf(Error);
    const during = await window.desk.session.current().catch(failureOf);
    expect(during).toMatchObject({ code: 'STATION_DOWN' });

    await expect.poll(() => states).toEqual([false, true]);
    expect(host.stationPid()).not.toBe(first);
    expect((await window.desk.session.current()).deskName).toBe('测试座席');
    expect(told.some((line) => line.includes('正在重新启动'))).toBe(true);
  });
});

describe('one host for one desk', () => {
  it('a second start is sent to the window of the first, and changes nothing', async () => {
    const second = await startWebHost(options()).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(AlreadyRunning);
    const address = second instanceof AlreadyRunning ? second.address : '';
    expect(address).toContain(authority);
    const body = JSON.stringify({ ticket: ticketOf(address) });
    const answer = await ask('/host/session', { method: 'POST', headers: { origin: ownOrigin() }, body });
    expect(answer.status).toBe(200);
  });

  it('keeps key and instance file from others, outside the databases', () => {
    for (const file of ['desk.key', 'host.json']) {
      expect(statSync(path.join(folder, 'state', file)).mode & 0o077).toBe(0);
    }
  });
});
