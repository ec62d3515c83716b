import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { WebSocket } from 'ws';
import type { Failure } from '../shared/failure.ts';
import { afterDeath } from '../station/hosting/restart.ts';
import { fromStationSchema, type StationStart, type ToStation } from './wire.ts';

export interface StationState {
  readonly up: boolean;
  /** Why it could not open its data, where that is what keeps it down. */
  readonly failure: Failure | null;
}

export interface StationSupervisor {
  readonly state: () => StationState;
  /** Process id while one runs; for whoever must find it, such as a test that kills it. */
  readonly pid: () => number | null;
  /** Joins an admitted browser connection to the station; closes it where none is up. */
  readonly join: (socket: WebSocket) => void;
  readonly stop: () => Promise<void>;
}

export interface SupervisorOptions {
  readonly start: StationStart;
  /** Tells the terminal, in Chinese. */
  readonly tell: (line: string) => void;
  readonly nowMs: () => number;
}

/** WebSocket close codes of this host: 1012 says that the service restarts and coming again is worth it. */
const RESTARTING = 1012;
const GOING_AWAY = 1001;
/** After this a station that was asked to stop is ended, ms. */
const STOP_MS = 10_000;

/** Keeps one station process alive and carries frames between it and the browser's connections. */
export function superviseStation({ start, tell, nowMs }: SupervisorOptions): StationSupervisor {
  const sockets = new Map<number, WebSocket>();
  let child: ChildProcess | null = null;
  let state: StationState = { up: false, failure: null };
  let deaths: readonly number[] = [];
  let nextConnection = 0;
  let timer: NodeJS.Timeout | null = null;
  let stopping: Promise<void> | null = null;

  function say(message: ToStation): void {
    // A station that has just died is reported by its exit, which closes every connection.
    if (child?.connected === true) child.send(message, () => undefined);
  }

  function dropAll(code: number): void {
    for (const socket of sockets.values()) socket.close(code);
    sockets.clear();
  }

  function receive(raw: unknown): void {
    const message = fromStationSchema.parse(raw);
    switch (message.type) {
      case 'up':
        state = { up: true, failure: null };
        break;
      case 'failed':
        state = { up: false, failure: message.failure };
        break;
      case 'frame':
        sockets.get(message.connection)?.send(message.data);
        break;
    }
  }

  function buried(code: number | null, signal: NodeJS.Signals | null): void {
    child = null;
    state = { up: false, failure: state.up ? null : state.failure };
    dropAll(stopping === null ? RESTARTING : GOING_AWAY);
    if (stopping !== null) return;
    const decision = afterDeath(deaths, nowMs());
    deaths = decision.deaths;
    const why = signal ?? `退出码 ${code ?? '不明'}`;
    tell(
      decision.alarm
        ? `座席后台接连停止（${why}），${decision.delayMs / 1000} 秒后再试。日志：${start.logFile}`
        : `座席后台停止（${why}），正在重新启动；已保存的内容不受影响。`,
    );
    timer = setTimeout(launch, decision.delayMs);
  }

  function launch(): void {
    timer = null;
    const started = fork(path.join(import.meta.dirname, 'station-process.ts'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = started;
    started.on('message', receive);
    started.on('exit', buried);
    started.on('error', (error) => tell(`座席后台无法启动：${error.message}`));
    say({ type: 'start', ...start });
  }

  function join(socket: WebSocket): void {
    if (!state.up) return socket.close(RESTARTING);
    const connection = nextConnection;
    nextConnection += 1;
    sockets.set(connection, socket);
    say({ type: 'open', connection });
    socket.on('message', (data: Buffer, isBinary) =>
      say({ type: 'frame', connection, data: isBinary ? new Uint8Array(data) : data.toString('utf8') }),
    );
    socket.on('close', () => {
      if (sockets.delete(connection)) say({ type: 'close', connection });
    });
    socket.on('error', () => socket.terminate());
  }

  async function stop(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    const last = child;
    if (last === null) return;
    const gone = new Promise<void>((resolve) => {
      last.once('exit', () => resolve());
    });
    say({ type: 'stop' });
    const impatience = setTimeout(() => last.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(impatience);
  }

  launch();
  return {
    state: () => state,
    pid: () => child?.pid ?? null,
    join,
    stop: () => (stopping ??= stop()),
  };
}
