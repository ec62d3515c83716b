import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { phoneAddress, policySource } from './phone-address.ts';

let server: Server | null = null;
afterEach(() => server?.close());

function centre(answer: () => string): Promise<string> {
  server = createServer((_request, response) => response.end(answer()));
  return new Promise((resolve) => {
    server?.listen(0, '127.0.0.1', () => {
      const bound = server?.address();
      resolve(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`);
    });
  });
}

describe('the address a page may reach as a phone', () => {
  it.each([
    ['wss://pbx.example.cn:8089/ws', 'wss://pbx.example.cn:8089/ws'],
    ['ws://127.0.0.1:8088/ws', 'ws://127.0.0.1:8088/ws'],
    ['WSS://PBX.example.cn/ws', 'wss://pbx.example.cn/ws'],
  ])('%s stands in the policy as %s', (said, source) => {
    expect(policySource(said)).toBe(source);
  });

  it.each([
    null,
    '',
    'wss://*',
    'wss://*.example.cn/ws',
    'https://example.cn/',
    'wss://a.cn/ws; script-src *',
    "wss://a.cn/ws 'unsafe-inline'",
    'wss://user:secret@a.cn/ws',
    'wss://a.cn/ws?x=1',
    'data:text/html,x',
  ])('%j never does', (said) => {
    expect(policySource(said)).toBeNull();
  });

  it('is what the centre says, and stays so while the centre is away', async () => {
    let said = JSON.stringify({ phoneUrl: 'wss://pbx.example.cn/ws' });
    const address = phoneAddress(await centre(() => said));
    expect(await address.current()).toBe('wss://pbx.example.cn/ws');
    said = 'not json';
    expect(await address.current()).toBe('wss://pbx.example.cn/ws');
    said = '{}';
    expect(await address.current()).toBeNull();
  });

  it('is none where the centre was never heard', async () => {
    expect(await phoneAddress('http://127.0.0.1:9').current()).toBeNull();
  });
});
