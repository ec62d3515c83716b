// Electron's station: a utility process that serves every port it is handed. Nothing of Electron's windows reaches it.
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { describeStartFailure } from '../station/hosting/start-failure.ts';
import { openLogFile, type LogFile } from '../station/hosting/log-file.ts';
import { startStation, type Station } from '../station/station.ts';
import { toStationSchema, type FromStation, type StationStart } from './wire.ts';

interface Running {
  readonly station: Station;
  readonly serve: (port: SupportedMessagePort) => void;
  readonly log: LogFile;
}

let running: Running | null = null;

function say(message: FromStation): void {
  process.parentPort.postMessage(message);
}

async function start({ logFile, ...options }: StationStart): Promise<void> {
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
}

async function stop(): Promise<void> {
  await running?.station.stop();
  await running?.log.flush();
  process.exit(0);
}

process.parentPort.on('message', ({ data, ports }) => {
  const message = toStationSchema.parse(data);
  switch (message.type) {
    case 'start':
      void start(message);
      break;
    case 'port':
      for (const port of ports) {
        running?.serve(port);
        port.start();
      }
      break;
    case 'stop':
      void stop();
      break;
  }
});
