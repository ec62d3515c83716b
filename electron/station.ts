import path from 'node:path';
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { StationWord } from '../shared/contract/shell.ts';
import { afterDeath } from '../station/hosting/restart.ts';
import { TO_WINDOW } from './policy/channel-names.ts';
import { fromStationSchema, type StationStart, type ToStation } from './wire.ts';

export interface StationKeeper {
  /** Hands the window a port to the station, now or as soon as one is up. */
  readonly connect: (window: WebContents) => void;
  readonly stop: () => Promise<void>;
}

export interface StationKeeperOptions {
  readonly start: StationStart;
  /** Tells every window how the station is. */
  readonly tell: (word: StationWord) => void;
  /** It keeps dying: somebody should know. `why` in Chinese. */
  readonly alarm: (why: string) => void;
  readonly nowMs: () => number;
}

const STOP_MS = 10_000;

/** Keeps one station alive as a utility process. Its key travels in a message, never in arguments or environment. */
export function keepStation({ start, tell, alarm, nowMs }: StationKeeperOptions): StationKeeper {
  const waiting = new Set<WebContents>();
  let child: UtilityProcess | null = null;
  let word: StationWord = { up: false, failure: null };
  let deaths: readonly number[] = [];
  let timer: NodeJS.Timeout | null = null;
  let stopping: Promise<void> | null = null;

  function say(message: ToStation): void {
    child?.postMessage(message);
  }

  function hand(window: WebContents): void {
    if (window.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    child?.postMessage({ type: 'port' } satisfies ToStation, [port1]);
    window.postMessage(TO_WINDOW.port, null, [port2]);
  }

  function receive(raw: unknown): void {
    const message = fromStationSchema.parse(raw);
    word = message.type === 'up' ? { up: true, failure: null } : { up: false, failure: message.failure };
    tell(word);
    if (!word.up) return;
    for (const window of waiting) hand(window);
    waiting.clear();
  }

  function buried(code: number): void {
    child = null;
    word = { up: false, failure: word.up ? null : word.failure };
    if (stopping !== null) return;
    tell(word);
    const decision = afterDeath(deaths, nowMs());
    deaths = decision.deaths;
    if (decision.alarm) alarm(`座席后台接连停止（退出码 ${code}），${decision.delayMs / 1000} 秒后再试。`);
    timer = setTimeout(launch, decision.delayMs);
  }

  function launch(): void {
    timer = null;
    const started = utilityProcess.fork(path.join(import.meta.dirname, 'station-process.js'), [], {
      serviceName: '座席后台',
    });
    child = started;
    started.on('message', receive);
    started.on('exit', buried);
    say({ type: 'start', ...start });
  }

  async function stop(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    const last = child;
    if (last === null) return;
    const gone = new Promise<void>((resolve) => {
      last.once('exit', () => resolve());
    });
    say({ type: 'stop' });
    const impatience = setTimeout(() => last.kill(), STOP_MS);
    await gone;
    clearTimeout(impatience);
  }

  launch();
  return {
    connect(window) {
      if (word.up) return hand(window);
      waiting.add(window);
      if (word.failure !== null) tell(word);
    },
    stop: () => (stopping ??= stop()),
  };
}
