import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { createLink, type AriLink } from './link.ts';
import type { AriEvent } from './messages.ts';

const askedSchema = z.object({ request_id: z.string(), uri: z.string() });

/** The other end of the link: answers every command, and says whatever a test has it say. */
async function exchange() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const said: AriEvent[] = [];
  const warned: object[] = [];
  const socket = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
  void socket.then((open) =>
    open.on('message', (data: Buffer) => {
      const { request_id, uri } = askedSchema.parse(JSON.parse(data.toString('utf8')));
      const body = uri.startsWith('asterisk/info') ? { status: { startup_time: 'now' } } : null;
      const answer = { type: 'RESTResponse', request_id, status_code: 200, reason_phrase: 'OK' };
      const message_body = uri === 'channels/broken' ? '{"half":' : JSON.stringify(body);
      open.send(JSON.stringify({ ...answer, ...(uri === 'channels/broken' || body ? { message_body } : {}) }));
    }),
  );
  let isUp: () => void = () => undefined;
  const up = new Promise<void>((resolve) => (isUp = resolve));
  const link: AriLink = createLink({
    url: `http://127.0.0.1:${port}`,
    user: 'hotline',
    password: 'secret',
    app: 'hotline',
    onUp: () => Promise.resolve(isUp()),
    onDown: () => undefined,
    onEvent: (event) => said.push(event),
    log: { warn: (what) => warned.push(what) },
  });
  link.start();
  await up;
  const open = await socket;
  return {
    link,
    said,
    warned,
    tell: (text: string) => open.send(text),
    stop: async () => {
      await link.stop();
      server.close();
    },
  };
}

let stop: () => Promise<void> = () => Promise.resolve();
afterEach(() => stop());

it('words of the exchange that cannot be read end nothing: they are noted without what they say, and the next are heard', async () => {
  const given = await exchange();
  stop = given.stop;
  given.tell('{"type":"StasisEnd", "channel": 138000');
  given.tell('{"type":"ChannelDestroyed","timestamp":"2026-11-22T05:01:49.481+0000","cause":"13800005521"}');
  given.tell('{"type":"BridgeVideoSourceChanged"}');
  given.tell('{"type":"ApplicationReplacedByNobody"}');
  given.tell(
    '{"type":"PlaybackFinished","timestamp":"2026-11-22T05:01:49.481+0000","playback":{"id":"p1","target_uri":"channel:c1"}}',
  );
  // Commands go on the same socket: an answer to one comes after all of this.
  expect(await given.link.request('GET', 'channels/broken')).toBeNull();
  expect(given.said).toMatchObject([{ type: 'PlaybackFinished', playback: { id: 'p1' } }]);
  expect(given.warned).toEqual([{ bytes: 38 }, { kind: 'ChannelDestroyed', fields: ['cause', 'channel'] }]);
  expect(JSON.stringify(given.warned)).not.toContain('13800005521');
  expect(given.link.isUp()).toBe(true);
});
