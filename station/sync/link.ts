import { createORPCClient, ORPCError, type ClientContext, type ClientLink, type ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Central } from '../../shared/contract/central.ts';
import { FailureError, failure, failureSchema, type Failure } from '../../shared/failure.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import { backoffMs } from './backoff.ts';
import { linkFailure } from './link-failure.ts';

export type CentralClient = ContractRouterClient<Central>;

export type LinkState =
  | { readonly up: true }
  /** `tried` false: the first attempt is still under way. */
  | { readonly up: false; readonly tried: boolean; readonly cause: Failure; readonly since: Instant };

/** The desk's one connection to the centre, made again whenever it is gone. */
export interface Link {
  /** Calls fail with the true cause while the link is down. Every error is a {@link FailureError}. */
  readonly client: CentralClient;
  readonly state: LinkState;
  /** Waits for the outcome of the attempt under way; at most `ms`. */
  settled(ms: number): Promise<LinkState>;
  retryNow(): void;
  stop(): void;
}

export interface LinkOptions {
  /** http(s) or ws(s), without the path. */
  readonly centreUrl: string;
  /** What each call bears: the session's and the desk's own token. */
  readonly headers: () => Record<string, string>;
  readonly onState: (state: LinkState) => void;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly networkUp: () => boolean;
}

/** A centre that lets a call hang this long is as good as gone, ms. */
const CALL_TIMEOUT_MS = 20_000;
const HANDSHAKE_TIMEOUT_MS = 5_000;
/** Streams, which last as long as the link. */
const LASTING: ReadonlySet<string> = new Set([
  'live.events',
  'floor.watch',
  'floor.helps',
  'hall.watch',
  'hall.alarms',
]);
/** A silent socket is asked for life this often, and given this long to show it, ms. */
const PING_MS = 10_000;

export function openLink(options: LinkOptions): Link {
  const url = new URL(options.centreUrl);
  const socketUrl = new URL('/ws', url);
  socketUrl.protocol = url.protocol === 'https:' || url.protocol === 'wss:' ? 'wss:' : 'ws:';

  let state: LinkState = {
    up: false,
    tried: false,
    cause: failure('CENTRE_UNREACHABLE'),
    since: instant(options.nowMs()),
  };
  let rpc: RPCLink<ClientContext> | null = null;
  let socket: WebSocket | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const waiting = new Set<() => void>();

  function connect(): void {
    timer = null;
    const attempt = new WebSocket(socketUrl, { handshakeTimeout: HANDSHAKE_TIMEOUT_MS, perMessageDeflate: false });
    socket = attempt;
    let error: unknown = null;
    let stopPings = (): void => undefined;
    attempt.on('error', (seen) => {
      error ??= seen;
    });
    attempt.on('open', () => {
      failures = 0;
      rpc = new RPCLink({ websocket: socketForOrpc(attempt), headers: () => options.headers() });
      stopPings = keepAlive(attempt);
      become({ up: true });
    });
    attempt.on('close', () => {
      stopPings();
      if (socket !== attempt || stopped) return;
      rpc = null;
      lost(linkFailure(error, url, options.networkUp));
    });
  }

  function lost(cause: Failure): void {
    failures += 1;
    timer = setTimeout(connect, backoffMs(failures, options.random(), null));
    const since = state.up ? instant(options.nowMs()) : state.since;
    become({ up: false, tried: true, cause, since });
  }

  function become(next: LinkState): void {
    const before = state;
    state = next;
    for (const wake of waiting) wake();
    waiting.clear();
    const same = !before.up && !next.up && before.tried && before.cause.code === next.cause.code;
    if (!same) options.onState(next);
  }

  const delegating: ClientLink<ClientContext> = {
    call: async (path, input, call) => {
      if (!rpc) throw new FailureError(state.up ? failure('CENTRE_UNREACHABLE') : state.cause);
      try {
        return await rpc.call(path, input, withTimeout(path, call));
      } catch (error) {
        throw asFailure(error, () => linkFailure(error, url, options.networkUp));
      }
    },
  };

  connect();
  return {
    client: createORPCClient<CentralClient>(delegating),
    get state() {
      return state;
    },
    settled: async (ms) => {
      if (state.up || state.tried) return state;
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, ms);
        waiting.add(() => {
          clearTimeout(limit);
          resolve();
        });
      });
      return state;
    },
    retryNow: () => {
      if (!timer) return;
      clearTimeout(timer);
      failures = 0;
      connect();
    },
    stop: () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      rpc = null;
      socket?.terminate();
    },
  };
}

/** Turns whatever a call threw into a failure: the centre's own, or why it was not reached. */
function asFailure(error: unknown, unreached: () => Failure): FailureError {
  if (error instanceof FailureError) return error;
  if (!(error instanceof ORPCError)) return new FailureError(unreached(), { cause: error });
  const said = error.code === 'FAILURE' ? failureSchema.safeParse(error.data) : null;
  if (said?.success) return new FailureError(said.data, { cause: error });
  return new FailureError(failure('UNEXPECTED', { detail: `中心返回 ${error.status}` }), { cause: error });
}

function withTimeout(path: readonly string[], call: ClientOptions<ClientContext>): ClientOptions<ClientContext> {
  if (LASTING.has(path.join('.'))) return call;
  const limit = AbortSignal.timeout(CALL_TIMEOUT_MS);
  return { ...call, signal: call.signal ? AbortSignal.any([call.signal, limit]) : limit };
}

/** A half-open connection looks alive for minutes: a peer that does not answer a ping is cut off, so that the operator sees the truth. */
function keepAlive(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) {
      socket.terminate();
      return;
    }
    alive = false;
    socket.ping();
  }, PING_MS);
  return () => {
    clearInterval(timer);
  };
}

type SocketForOrpc = ConstructorParameters<typeof RPCLink>[0]['websocket'];

/** `ws` follows the browser's interface; the two declarations differ only in their event types. */
function socketForOrpc(socket: WebSocket): SocketForOrpc {
  return socket as unknown as SocketForOrpc;
}
