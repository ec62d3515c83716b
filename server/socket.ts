import { RequestHeadersPlugin } from '@orpc/server/plugins';
import { RPCHandler } from '@orpc/server/ws';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { BODY_LIMIT } from './http.ts';
import type { CallContext } from './router/context.ts';
import type { Service } from './service.ts';

const PATH = '/ws';
const HEARTBEAT_MS = 20_000;
/** Above this a desk reads more slowly than it asks. */
const BUFFER_BYTES = 1024 * 1024;
const CLOSE_MS = 2000;
const GOING_AWAY = 1001;

type Answers = ConstructorParameters<typeof RPCHandler<CallContext>>[0];

/** The desks' sockets of this process. */
export interface Sockets {
  count(): number;
  /** Says goodbye, then ends whoever does not answer it. Whoever comes from now on is turned away. */
  close(): Promise<void>;
}

/** Serves oRPC over WebSocket at `/ws` of a server. Session and desk come as headers of each call. */
export function serveSockets(server: Server, router: Answers, { log }: Pick<Service, 'log'>): Sockets {
  const handler = new RPCHandler(router, { plugins: [new RequestHeadersPlugin<CallContext>()] });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: BODY_LIMIT, perMessageDeflate: false });
  const answered = new WeakSet<WebSocket>();
  let closing = false;

  server.on('upgrade', (request, stream, head) => {
    // A desk that is told goodbye comes back at once: let in, nobody would ever end its socket, and the stop would wait.
    const refusal = closing ? 503 : refusalOf(request);
    if (refusal) return turnAway(stream, refusal);
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
  });

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const context: CallContext = { address: request.socket.remoteAddress ?? '', requestId: randomUUID() };
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('error', (error) => log.info({ err: error, requestId: context.requestId }, 'socket failed'));
    void handler.upgrade(paced(socket), { context });
  });

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, HEARTBEAT_MS);

  return {
    count: () => sockets.clients.size,
    close: async () => {
      closing = true;
      clearInterval(heartbeat);
      const gone = [...sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of sockets.clients) socket.close(GOING_AWAY);
      const deadline = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, CLOSE_MS);
      await Promise.all(gone);
      clearTimeout(deadline);
      sockets.close();
    },
  };
}

/** Desks are programs and send no Origin; a page of another site in somebody's browser does. */
function refusalOf({ url, headers }: IncomingMessage): 403 | 404 | null {
  if (url?.split('?').at(0) !== PATH) return 404;
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host) ? null : 403;
}

function turnAway(stream: Duplex, status: 403 | 404 | 503): void {
  // Nobody else listens to this stream any more: without this a reset by the other side would end the process.
  stream.once('error', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`);
}

/** The socket as the handler sees it: a desk that does not read its answers is not asked for more questions. */
function paced(socket: WebSocket): Pick<WebSocket, 'addEventListener' | 'send'> {
  return {
    addEventListener: socket.addEventListener.bind(socket),
    send: (data: Parameters<WebSocket['send']>[0]) => {
      socket.send(data, () => {
        if (socket.isPaused && socket.bufferedAmount < BUFFER_BYTES) socket.resume();
      });
      if (socket.bufferedAmount >= BUFFER_BYTES) socket.pause();
    },
  };
}
