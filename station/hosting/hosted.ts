import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { startStation, type Station } from '../station.ts';
import { openLogFile, type LogFile } from './log-file.ts';
import { describeStartFailure } from './start-failure.ts';
import type { StationSign, StationStart } from './wire.ts';

/** The station of this process, whichever host it belongs to. */
export interface Hosted {
  /** Says `up`, or why not; then the process ends. */
  start(options: StationStart): Promise<void>;
  /** Answers whoever is behind the port; nobody while no station is up. */
  serve(port: SupportedMessagePort): void;
  /** Ends the station, and the process with it. */
  stop(): Promise<void>;
}

interface Running {
  readonly station: Station;
  readonly serve: (port: SupportedMessagePort) => void;
  readonly log: LogFile;
}

export function hostStation(say: (sign: StationSign) => void): Hosted {
  let running: Running | null = null;
  return {
    start: async ({ logFile, ...options }) => {
      const log = openLogFile(logFile);
      try {
        const station = await startStation({ ...options, log: log.write });
        const handler = new RPCHandler(station.router);
        running = { station, serve: (port) => handler.upgrade(port), log };
        say({ type: 'up' });
      } catch (error) {
        say({ type: 'failed', failure: describeStartFailure(error, log) });
        await log.flush();
        process.exit(1);
      }
    },
    serve: (port) => running?.serve(port),
    stop: async () => {
      await running?.station.stop();
      await running?.log.flush();
      process.exit(0);
    },
  };
}
