import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NONCE_PLACE, PHONE_PLACE } from './content-security.ts';
import { rendererFile } from './renderer-files.ts';

let outer = '';
let folder = '';
beforeAll(() => {
  outer = mkdtempSync(path.join(os.tmpdir(), 'hotline-files-'));
  folder = path.join(outer, 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(outer, 'secret.js'), 'secret');
  writeFileSync(
    path.join(folder, 'index.html'),
    `<style nonce="${NONCE_PLACE}"></style><meta content="${PHONE_PLACE}" />`,
  );
  writeFileSync(path.join(folder, 'assets/a.js'), 'a');
  writeFileSync(path.join(folder, 'assets/odd.exe'), 'x');
});
afterAll(() => rmSync(outer, { recursive: true }));

const text = (body: Uint8Array): string => new TextDecoder().decode(body);

describe('files of the renderer', () => {
  it('are served with their type and kept by the browser', async () => {
    const { status, headers, body } = await rendererFile(folder, '/assets/a.js', []);
    expect([status, text(body)]).toEqual([200, 'a']);
    expect(headers['content-type']).toContain('text/javascript');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('put a fresh nonce into each page, the same in its policy', async () => {
    const answers = await Promise.all([rendererFile(folder, '/', []), rendererFile(folder, '/', [])]);
    const nonces = answers.map(({ body }) => /nonce="([^"]+)"/.exec(text(body))?.[1]);
    expect(nonces[0]).not.toBe(NONCE_PLACE);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(answers[0].headers['content-security-policy']).toContain(`'nonce-${nonces[0] ?? '?'}'`);
    expect(answers[0].headers['cache-control']).toBe('no-cache');
  });

  it('allow no script but their own files, and no connection but the one named', async () => {
    const { headers } = await rendererFile(folder, '/', ['ws://127.0.0.1:4711']);
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((part) => {
        const [name = '', ...sources] = part.split(' ');
        return [name, sources];
      }),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'", 'ws://127.0.0.1:4711']);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect([...policy.values()].flat()).not.toContain("'unsafe-inline'");
    expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
  });

  it('name the phone’s address in the policy and in the page, and leave the place empty where there is none', async () => {
    const phone = 'wss://pbx.example.cn/ws';
    const at = await rendererFile(folder, '/', [], phone);
    expect(at.headers['content-security-policy']).toContain(`connect-src 'self' ${phone};`);
    expect(text(at.body)).toContain(`content="${phone}"`);
    expect(text((await rendererFile(folder, '/', [])).body)).toContain('content=""');
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/../../secret.js',
    '/..%2fsecret.js',
    String.raw`/..\secret.js`,
    '/%00',
    '/%',
    '/assets',
    '/assets/odd.exe',
    '/missing.js',
    '//etc/passwd',
  ])('are never anything else: %s', async (address) => {
    expect((await rendererFile(folder, address, [])).status).toBe(404);
  });
});
