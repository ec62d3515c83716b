import { fork } from 'node:child_process';
import path from 'node:path';
import type { WebSocket } from 'ws';
import type { Failure } from '../shared/failure.ts';
import { stationEnvironment } from '../station/hosting/environment.ts';
import { keepAlive, type Death } from '../station/hosting/keeper.ts';
import type { StationStart } from '../station/hosting/wire.ts';
import { fromStationSchema, type ToStation } from './wire.ts';

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

/** Keeps one station process alive and carries frames between it and the browser's connections. */
export function superviseStation({ start, tell, nowMs }: SupervisorOptions): StationSupervisor {
  const sockets = new Map<number, WebSocket>();
  let state: StationState = { up: false, failure: null };
  let nextConnection = 0;

  const say = (message: ToStation): void => keeper.life?.say(message);

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

  function launch(ended: (why: string) => void) {
    const child = fork(path.join(import.meta.dirname, 'station-process.ts'), [], {
      env: stationEnvironment(process.env),
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const tellIt = (message: ToStation): void => {
      // A station that has just died is reported by its exit, which closes every connection.
      if (child.connected) child.send(message, () => undefined);
    };
    child.on('message', receive);
    child.on('exit', (code, signal) => ended(signal ?? `退出码 ${code ?? '不明'}`));
    child.on('error', (error) => tell(`座席后台无法启动：${error.message}`));
    tellIt({ type: 'start', ...start });
    return {
      pid: child.pid ?? null,
      say: tellIt,
      askToStop: () => tellIt({ type: 'stop' }),
      kill: () => child.kill('SIGKILL'),
    };
  }

  function onEnd(death: Death | null): void {
    state = { up: false, failure: state.up ? null : state.failure };
    dropAll(death ? RESTARTING : GOING_AWAY);
    if (!death) return;
    tell(
      death.alarm
        ? `座席后台接连停止（${death.why}），${death.delayMs / 1000} 秒后再试。日志：${start.logFile}`
        : `座席后台停止（${death.why}），正在重新启动；已保存的内容不受影响。`,
    );
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

  const keeper = keepAlive({ launch, onEnd, nowMs });
  return {
    state: () => state,
    pid: () => keeper.life?.pid ?? null,
    join,
    stop: () => keeper.stop(),
  };
}
