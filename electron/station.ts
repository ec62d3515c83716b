import path from 'node:path';
import { MessageChannelMain, utilityProcess, type WebContents } from 'electron';
import type { StationWord } from '../shared/contract/shell.ts';
import { keepAlive, type Death } from '../station/hosting/keeper.ts';
import { stationEnvironment } from '../station/hosting/environment.ts';
import type { StationStart } from '../station/hosting/wire.ts';
import { TO_WINDOW } from './policy/channel-names.ts';
import { fromStationSchema, type ToStation } from './wire.ts';

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

/** Keeps one station alive as a utility process. */
export function keepStation({ start, tell, alarm, nowMs }: StationKeeperOptions): StationKeeper {
  const waiting = new Set<WebContents>();
  let word: StationWord = { up: false, failure: null };

  function hand(window: WebContents): void {
    if (window.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    keeper.life?.say({ type: 'port' }, [port1]);
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

  function launch(ended: (why: string) => void) {
    const child = utilityProcess.fork(path.join(import.meta.dirname, 'station-process.js'), [], {
      serviceName: '座席后台',
      env: stationEnvironment(process.env),
    });
    const say = (message: ToStation, ports?: Parameters<typeof child.postMessage>[1]): void =>
      child.postMessage(message, ports);
    child.on('message', receive);
    child.on('exit', (code) => ended(`退出码 ${code}`));
    say({ type: 'start', ...start });
    return { say, askToStop: () => say({ type: 'stop' }), kill: () => child.kill() };
  }

  function onEnd(death: Death | null): void {
    word = { up: false, failure: word.up ? null : word.failure };
    if (death === null) return;
    tell(word);
    if (death.alarm) alarm(`座席后台接连停止（${death.why}），${death.delayMs / 1000} 秒后再试。`);
  }

  const keeper = keepAlive({ launch, onEnd, nowMs });
  return {
    connect(window) {
      if (word.up) return hand(window);
      waiting.add(window);
      if (word.failure !== null) tell(word);
    },
    stop: () => keeper.stop(),
  };
}
