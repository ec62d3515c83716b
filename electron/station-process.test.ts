import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker, type MessagePort } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectElectron } from '../renderer/host/electron.ts';
import { PORT_MESSAGE, type ElectronBridge, type StationWord } from '../shared/contract/shell.ts';
import { failureOf } from '../renderer/data/failure-of.ts';
import { fromStationSchema, type FromStation, type ToStation } from './wire.ts';

// Electron's part in this is small and its binary is not everywhere: it gives the station process a parent port and
// carries message ports. A worker thread has both, so station, protocol and window are here what they are there.
const AS_UTILITY_PROCESS = `
  import { parentPort } from 'node:worker_threads';
  process.parentPort = {
    on: (_event, listener) => parentPort.on('message', ({ data, ports }) => listener({ data, ports: ports.map(asMain) })),
    postMessage: (message) => parentPort.postMessage(message),
  };
  const asMain = (port) => ({
    on: (event, listener) => port.on(event, (data) => listener({ data })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
  });
  await import(${JSON.stringify(new URL('station-process.ts', import.meta.url).href)});
`;

interface Station {
  readonly heard: (type: FromStation['type']) => Promise<FromStation>;
  readonly say: (message: ToStation, ports?: readonly MessagePort[]) => void;
  readonly worker: Worker;
}

let folder = '';
const running: Worker[] = [];
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hotline-utility-'));
});
afterEach(async () => {
  for (const worker of running.splice(0)) await worker.terminate();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function launch(): Station {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(AS_UTILITY_PROCESS)}`));
  running.push(worker);
  const said: FromStation[] = [];
  worker.on('message', (raw) => said.push(fromStationSchema.parse(raw)));
  return {
    worker,
    say: (data, ports = []) => worker.postMessage({ data, ports }, [...ports]),
    heard: async (type) => {
      await expect.poll(() => said.map((message) => message.type)).toContain(type);
      const found = said.find((message) => message.type === type);
      if (found === undefined) throw new Error(`no ${type} was said`);
      return found;
    },
  };
}

function start(name: string, key = 'ab'.repeat(32)): ToStation {
  return {
    type: 'start',
    key,
    dataDir: path.join(folder, name),
    centreUrl: 'http://127.0.0.1:9',
    deskName: '测试座席',
    version: '0.0.0',
    logFile: path.join(folder, 'station.log'),
  };
}

/** A Node port as a window knows one. */
function asWindowPort(port: MessagePort) {
  return {
    addEventListener: (type: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      port.on(type, (data: unknown) => listener({ data })),
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

type Hearer = Parameters<Parameters<typeof connectElectron>[0]['addEventListener']>[1];

/** The window's side: the bridge that the preload gives it, with the main process's part played by the test. */
function openWindow(handPort: () => MessagePort | null) {
  const hearers = new Set<Hearer>();
  const page = { addEventListener: (_type: 'message', hearer: Hearer) => hearers.add(hearer) };
  const listeners = new Set<(word: StationWord) => void>();
  const bridge: ElectronBridge = {
    requestPort() {
      const port = handPort();
      if (port === null) return;
      for (const hearer of hearers) hearer({ data: PORT_MESSAGE, ports: [asWindowPort(port)], source: page });
    },
    incomingCall: () => undefined,
    callEnded: () => undefined,
    notify: () => undefined,
    onAnswer: () => () => undefined,
    onStation(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (word: StationWord): void => {
    for (const listener of listeners) listener(word);
  };
  return { host: connectElectron(page, bridge), tell };
}

function handFrom(station: () => Station) {
  return (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    station().say({ type: 'port' }, [port1]);
    return port2;
  };
}

describe('the station as a utility process', () => {
  it('serves each port it is handed', async () => {
    const station = launch();
    station.say(start('serve'));
    await station.heard('up');
    const first = await openWindow(handFrom(() => station)).host;
    const second = await openWindow(handFrom(() => station)).host;
    expect((await first.desk.session.current()).deskName).toBe('测试座席');
    expect((await second.desk.session.current()).version).toBe('0.0.0');
  });

  it('is replaced after its end, and the window goes on with the next one', async () => {
    let station = launch();
    station.say(start('replace'));
    await station.heard('up');
    const { host, tell } = openWindow(handFrom(() => station));
    const window = await host;
    const states: boolean[] = [];
    window.onStation((up) => states.push(up));
    const events = await window.desk.events();
    const interrupted = (async () => {
      for await (const event of events) void event;
    })().catch((error: unknown) => error);

    await station.worker.terminate();
    tell({ up: false, failure: null });
    expect(await interrupted).toBeInstanceOf(Error);
    expect(await window.desk.session.current().catch(failureOf)).toMatchObject({ code: 'STATION_DOWN' });

    station = launch();
    station.say(start('replace'));
    await station.heard('up');
    tell({ up: true, failure: null });
    await expect.poll(() => states).toEqual([false, true]);
    expect((await window.desk.session.current()).deskName).toBe('测试座席');
  });

  it('says why it cannot open its data, and the window is told', async () => {
    const before = launch();
    before.say(start('wrong-key'));
    await before.heard('up');
    before.say({ type: 'stop' });
    await new Promise((resolve) => before.worker.once('exit', resolve));

    const station = launch();
    station.say(start('wrong-key', 'cd'.repeat(32)));
    const word = await station.heard('failed');
    expect(word).toMatchObject({ failure: { code: 'STORE_WRONG_KEY' } });
    const { host, tell } = openWindow(() => null);
    tell({ up: false, failure: word.type === 'failed' ? word.failure : null });
    expect(await host.catch(failureOf)).toMatchObject({ code: 'STORE_WRONG_KEY' });
  });
});
