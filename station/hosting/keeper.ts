import { afterDeath } from './restart.ts';

/** One life of a station's process, as its host holds it. */
export interface StationLife {
  askToStop(): void;
  kill(): void;
}

export interface Death {
  /** How it ended, in Chinese. */
  readonly why: string;
  readonly delayMs: number;
  /** It keeps dying: somebody should know. */
  readonly alarm: boolean;
}

export interface KeeperOptions<Life extends StationLife> {
  /** Begins a life. @param ended to be called once it is over */
  readonly launch: (ended: (why: string) => void) => Life;
  /** A life is over. @param death null where it was asked to end */
  readonly onEnd: (death: Death | null) => void;
  readonly nowMs: () => number;
}

export interface Keeper<Life extends StationLife> {
  /** The present life; null between two. */
  readonly life: Life | null;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** After this a station that was asked to stop is ended, ms. */
const STOP_MS = 10_000;

/** Keeps one station's process alive until it is to stop. */
export function keepAlive<Life extends StationLife>({ launch, onEnd, nowMs }: KeeperOptions<Life>): Keeper<Life> {
  let life: Life | null = null;
  let deaths: readonly number[] = [];
  let timer: NodeJS.Timeout | null = null;
  let stopping: Promise<void> | null = null;
  let over = (): void => undefined;

  function begin(): void {
    timer = null;
    life = launch(ended);
  }

  function ended(why: string): void {
    life = null;
    over();
    if (stopping !== null) return onEnd(null);
    const decision = afterDeath(deaths, nowMs());
    deaths = decision.deaths;
    onEnd({ why, delayMs: decision.delayMs, alarm: decision.alarm });
    timer = setTimeout(begin, decision.delayMs);
  }

  async function end(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    const last = life;
    if (last === null) return;
    const gone = new Promise<void>((resolve) => (over = resolve));
    last.askToStop();
    const impatience = setTimeout(() => last.kill(), STOP_MS);
    await gone;
    clearTimeout(impatience);
  }

  begin();
  return {
    get life() {
      return life;
    },
    stop: () => (stopping ??= end()),
  };
}
