import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { readOrMakeKey } from '../station/hosting/key-file.ts';
import { phoneAddress } from '../station/hosting/phone-address.ts';
import { rendererFile } from '../station/hosting/renderer-files.ts';
import { bearer, createAccess, isForUs, offeredToken, sameSecret, secret } from './access.ts';
import { takePlace } from './instance.ts';

import { superviseStation } from './station-supervisor.ts';

export interface WebHostOptions {
  /** The databases' folder. */
  readonly dataDir: string;
  /** Key, instance file and browser profile: a folder apart from the databases. */
  readonly stateDir: string;
  /** Vite's build of the renderer. */
  readonly rendererDir: string;
  /** Loopback port; 0 takes any free one. */
  readonly port: number;
  readonly centreUrl: string;
  readonly deskName: string;
  readonly version: string;
  /** Tells the terminal, in Chinese. */
  readonly tell: (line: string) => void;
  readonly nowMs?: () => number;
}

export interface WebHost {
  /** Address for one more window: good once, for ten minutes. */
  readonly address: () => string;
  readonly port: number;
  /** The station's process id while one runs. */
  readonly stationPid: () => number | null;
  readonly stop: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const LARGEST_REQUEST = 4_096;
/** An attachment of 20 MB as base64 with its envelope. */
const LARGEST_FRAME = 32_000_000;
const ticketSchema = z.object({ ticket: z.string().max(200) });

/**
 * Serves the renderer and the station to this machine's browser, and to nobody else.
 * @throws AlreadyRunning, FailureError STORE_WRONG_KEY or STORE_UNWRITABLE, or the system's error for a taken port
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const nowMs = options.nowMs ?? Date.now;
  const control = secret();
  const access = createAccess(nowMs);
  const server = createServer();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    handleProtocols: (offered) => (offered.has('hotline') ? 'hotline' : false),
  });

  const port = await listen(server, options.port);
  const authority = `${LOOPBACK}:${port}`;
  const giveUpPlace = await takePlace(path.join(options.stateDir, 'host.json'), {
    pid: process.pid,
    authority,
    control,
  }).catch((error: unknown) => {
    server.close();
    throw error;
  });

  const station = superviseStation({
    start: {
      dataDir: options.dataDir,
      key: readOrMakeKey(path.join(options.stateDir, 'desk.key')),
      centreUrl: options.centreUrl,
      deskName: options.deskName,
      version: options.version,
      logFile: path.join(options.stateDir, 'station.log'),
    },
    tell: options.tell,
    nowMs,
  });

  const phone = phoneAddress(options.centreUrl);
  /** Only the page itself names it; everything else the page loads must not wait for the centre. */
  const phoneFor = (url: string): Promise<string | null> =>
    url === '/' || url.startsWith('/index.html') ? phone.current() : Promise.resolve(null);

  const address = (): string => `http://${authority}/#ticket=${access.issueTicket()}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '/', headers } = request;
    const isPost = method === 'POST';
    const route = `${method} ${url.split('?')[0]}`;
    // The control request comes from a start of ours, not from a browser, and carries its own secret.
    const fromBrowser = route !== 'POST /host/ticket';
    if (!isForUs({ host: headers.host, origin: headers.origin }, authority, isPost && fromBrowser)) {
      return void response.writeHead(403).end();
    }
    switch (route) {
      case 'POST /host/session': {
        const parsed = ticketSchema.safeParse(await readJson(request));
        const token = parsed.success ? access.redeem(parsed.data.ticket) : null;
        return token === null ? void response.writeHead(401).end() : sendJson(response, { token });
      }
      case 'GET /host/status':
        return access.isToken(bearer(headers.authorization))
          ? sendJson(response, station.state())
          : void response.writeHead(401).end();
      case 'POST /host/ticket':
        return sameSecret(control, bearer(headers.authorization) ?? '')
          ? sendJson(response, { address: address() })
          : void response.writeHead(401).end();
      default: {
        if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405).end();
        const file = await rendererFile(
          options.rendererDir,
          url.split('?')[0] ?? '/',
          [`ws://${authority}`],
          await phoneFor(url),
        );
        response.writeHead(file.status, file.headers).end(method === 'HEAD' ? undefined : file.body);
      }
    }
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { headers, url } = request;
    const admitted =
      url === '/station' &&
      isForUs({ host: headers.host, origin: headers.origin }, authority, true) &&
      access.isToken(offeredToken(headers['sec-websocket-protocol']));
    if (!admitted) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, station.join);
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.tell(`网页请求出错：${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on('upgrade', upgrade);

  return {
    address,
    port,
    stationPid: station.pid,
    async stop() {
      server.close();
      await station.stop();
      server.closeAllConnections();
      giveUpPlace();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      const bound = server.address();
      if (bound === null || typeof bound === 'string') return reject(new Error('a TCP address was expected'));
      resolve(bound.port);
    });
  });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    .end(JSON.stringify(value));
}

/** A small JSON body; undefined for anything else, which no schema takes. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) return undefined;
    size += chunk.length;
    if (size > LARGEST_REQUEST) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
