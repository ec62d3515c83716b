import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scratch } from '../testing/desk-for-tests.ts';
import { linkFailure } from './link-failure.ts';
import { openLink, type Link, type LinkState } from './link.ts';

vi.setConfig({ testTimeout: 60_000 });

let link: Link | null;
let states: LinkState[];
let servers: Server[];

beforeEach(() => {
  link = null;
  states = [];
  servers = [];
});

afterEach(() => {
  link?.stop();
  for (const server of servers) server.close();
});

function open(centreUrl: string, networkUp = true): Link {
  link = openLink({
    centreUrl,
    headers: () => ({}),
    onState: (state) => states.push(state),
    nowMs: Date.now,
    random: () => 1,
    networkUp: () => networkUp,
  });
  return link;
}

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('why the centre is not reached', () => {
  it('is the centre where nobody listens there', async () => {
    const port = await listening(createServer());
    servers.pop()?.close();
    const state = await open(`http://127.0.0.1:${port}`).settled(10_000);
    expect(state).toMatchObject({ up: false, cause: { code: 'CENTRE_UNREACHABLE' } });
  });

  it('is the certificate where it does not stand', async () => {
    const folder = scratch();
    const [key, cert] = [join(folder.dir, 'key.pem'), join(folder.dir, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=centre',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    const port = await listening(createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }));
    const state = await open(`https://127.0.0.1:${port}`).settled(10_000);
    folder.remove();
    expect(state).toMatchObject({ up: false, cause: { code: 'CERTIFICATE_REJECTED' } });
  });

  it('is the network where this machine has none, unless the centre is on it', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ENETUNREACH' });
    const far = new URL('https://centre.example');
    expect(linkFailure(refused, far, () => false).code).toBe('NO_NETWORK');
    expect(linkFailure(refused, far, () => true).code).toBe('CENTRE_UNREACHABLE');
    expect(linkFailure(refused, new URL('http://127.0.0.1:8345'), () => false).code).toBe('CENTRE_UNREACHABLE');
  });

  it('is told to whoever calls meanwhile', async () => {
    const port = await listening(createServer());
    servers.pop()?.close();
    const { client } = open(`http://127.0.0.1:${port}`);
    await expect(client.system.info()).rejects.toMatchObject({ failure: { code: 'CENTRE_UNREACHABLE' } });
  });
});
