import { RPCLink } from '@orpc/client/websocket';
import { z } from 'zod';
import { failure, FailureError, failureSchema, type Failure } from '../../shared/failure.ts';
import type { Host } from './host-types.ts';
import { createStationLink, type StationLink } from './station-link.ts';
import { createWebNotices, type NoticePage } from './web-notices.ts';

/** What of the browser window this needs. */
export interface WebPage extends NoticePage {
  readonly location: { readonly origin: string; readonly hash: string; readonly pathname: string };
  readonly history: { replaceState(state: null, unused: string, address: string): void };
  /** Kept apart by origin, port included, which cookies are not: no other local server is ever sent the token. */
  readonly sessionStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
}

const TOKEN_KEY = 'hotline.token';
const sessionSchema = z.object({ token: z.string() });
const statusSchema = z.object({ up: z.boolean(), failure: failureSchema.nullable() });

/** While the station starts again it is asked often at first: most come back within half a second. */
const RETRY_MS = [100, 200, 400, 800, 1600, 2000] as const;

/** The window's token: from the one-time ticket in its address, or from its earlier life before a reload. */
async function takeToken(page: WebPage): Promise<string> {
  const ticket = new URLSearchParams(page.location.hash.slice(1)).get('ticket');
  if (ticket !== null) {
    page.history.replaceState(null, '', page.location.pathname);
    const answer = await fetch(`${page.location.origin}/host/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket }),
    });
    if (answer.ok) {
      const { token } = sessionSchema.parse(await answer.json());
      page.sessionStorage.setItem(TOKEN_KEY, token);
      return token;
    }
  }
  const kept = page.sessionStorage.getItem(TOKEN_KEY);
  if (kept === null) throw new FailureError(failure('HOST_REFUSED'));
  return kept;
}

type Status =
  | { readonly known: true; readonly up: boolean; readonly failure: Failure | null }
  | { readonly known: false };

/** Asks before each connection, because a browser does not tell a page why a WebSocket was refused. */
async function askStatus(page: WebPage, token: string): Promise<Status> {
  try {
    const answer = await fetch(`${page.location.origin}/host/status`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (answer.status === 401) return { known: true, up: false, failure: failure('HOST_REFUSED') };
    if (!answer.ok) return { known: false };
    return { known: true, ...statusSchema.parse(await answer.json()) };
  } catch (error) {
    console.warn('the host does not answer', error);
    return { known: false };
  }
}

/** Opens one connection; answers when it has ended, true where it had been open. */
function holdConnection(page: WebPage, token: string, station: StationLink, opened: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${page.location.origin.replace(/^http/, 'ws')}/station`, ['hotline', token]);
    let open = false;
    socket.addEventListener('open', () => {
      open = true;
      station.attach(new RPCLink({ websocket: socket }), () => socket.readyState === WebSocket.OPEN);
      opened();
    });
    socket.addEventListener('close', () => {
      if (open) station.detach(null);
      resolve(open);
    });
  });
}

/** Connects through the loopback WebSocket, and again whenever the station has been replaced. */
export async function connectWeb(page: WebPage): Promise<Host> {
  const token = await takeToken(page);
  const station = createStationLink();
  const host: Host = {
    kind: 'web',
    desk: station.desk,
    ...createWebNotices(page),
    onStation: station.onStation,
  };

  return new Promise((resolve, reject) => {
    async function follow(): Promise<void> {
      for (let attempt = 0; ; attempt += 1) {
        const status = await askStatus(page, token);
        if (status.known && status.up) {
          if (await holdConnection(page, token, station, () => resolve(host))) attempt = -1;
        } else {
          const cause = status.known ? status.failure : failure('HOST_GONE');
          station.detach(cause);
          // Before the first connection the caller still waits; afterwards this is settled and does nothing.
          if (cause !== null) reject(new FailureError(cause));
          if (cause?.code === 'HOST_REFUSED') return;
        }
        await pause(RETRY_MS[Math.min(attempt + 1, RETRY_MS.length - 1)] ?? 2000);
      }
    }
    follow().catch(reject);
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
