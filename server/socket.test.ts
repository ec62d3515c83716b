import { os } from '@orpc/server';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { serveSockets } from './socket.ts';

it('a desk that comes back while the centre stops is turned away, and the centre stops all the same', async () => {
  const server = createServer();
  const sockets = serveSockets(server, { ask: os.handler(() => null) }, { log: pino({ level: 'silent' }) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/ws`;
  const slow = new WebSocket(url);
  await once(slow, 'open');
  // It does not read the goodbye, so that the centre waits for it while another comes.
  slow.pause();

  const closing = sockets.close();
  const late = new WebSocket(url);
  const answer = await Promise.race([
    once(late, 'unexpected-response').then(([, { statusCode }]) => Number(statusCode)),
    once(late, 'open').then(() => 'open'),
  ]);
  await closing;
  expect(answer).toBe(503);
  expect(sockets.count()).toBe(0);
  server.close();
  await once(server, 'close');
  slow.terminate();
});
