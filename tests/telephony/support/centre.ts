import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { scratchFolder } from '../../support/folder.ts';
import { APP, type TestAsterisk } from './asterisk.ts';
import { freePorts } from './free-ports.ts';

/** The central service as it is started in earnest, with demo people, on a real Asterisk. */
export interface ExchangeCentre {
  readonly url: string;
  /** Stops as an administrator stops it. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts again on the same data and address. */
  restart(): Promise<void>;
  /** Stands still with all its connections open, and goes on. */
  freeze(): void;
  thaw(): void;
  output(): string;
  /** Stops, and removes its data. */
  remove(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const START_MS = 120_000;
const STARTED = 'centre started';

/** @param city key of the rule pack */
export async function startExchangeCentre(asterisk: TestAsterisk, city = 'hebi'): Promise<ExchangeCentre> {
  const folder = scratchFolder('exchange-centre');
  const [port] = await freePorts(1);
  let child: ChildProcess | null = null;
  let output = '';

  async function start(): Promise<void> {
    const started = spawn(process.execPath, ['server/main.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOTLINE_DATA: folder.path,
        HOTLINE_PORT: String(port),
        HOTLINE_CITY: city,
        HOTLINE_DEMO: '1',
        HOTLINE_ARI_URL: asterisk.ari.url,
        HOTLINE_ARI_USER: asterisk.ari.user,
        HOTLINE_ARI_PASSWORD: asterisk.ari.password,
        HOTLINE_ARI_APP: APP,
        HOTLINE_PHONE_URL: asterisk.phoneUrl,
        HOTLINE_PHONE_MEDIA: '127.0.0.1',
      },
    });
    child = started;
    const seen = output.length;
    const gather = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    started.stdout.on('data', gather);
    started.stderr.on('data', gather);
    const begun = Date.now();
    while (!output.slice(seen).includes(STARTED)) {
      if (started.exitCode !== null || Date.now() - begun > START_MS)
        throw new Error(`the centre did not start\n${output.slice(-3000)}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  }

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    output: () => output,
    async remove() {
      child?.kill('SIGCONT');
      await end('SIGTERM');
      folder.remove();
    },
  };
}
