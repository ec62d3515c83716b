// The web host's station: a process of its own, so that its end takes nothing else with it. Started by
// station-supervisor.ts; everything it needs comes over the process channel.
import { hostStation } from '../station/hosting/hosted.ts';
import { toStationSchema, type Frame, type FromStation } from './wire.ts';

interface Served {
  receive(data: Frame): void;
  close(): void;
}

const served = new Map<number, Served>();
const hosted = hostStation(say);

function say(message: FromStation): void {
  // Gone while the host stops: then nobody is left to hear it.
  if (process.connected) process.send?.(message);
}

/** Makes a port of one browser connection, whose other end is the host's WebSocket. */
function open(connection: number): void {
  const receivers: ((data: Frame) => void)[] = [];
  const closers: (() => void)[] = [];
  hosted.serve({
    onMessage: { addListener: (receive) => receivers.push(receive) },
    onDisconnect: { addListener: (closer) => closers.push(closer) },
    postMessage: (data: Frame) => say({ type: 'frame', connection, data }),
  });
  served.set(connection, {
    receive: (data) => {
      for (const receive of receivers) receive(data);
    },
    close: () => {
      for (const closer of closers) closer();
    },
  });
}

function close(connection: number): void {
  served.get(connection)?.close();
  served.delete(connection);
}

async function stop(): Promise<void> {
  for (const connection of served.keys()) close(connection);
  await hosted.stop();
}

process.on('message', (raw) => {
  const message = toStationSchema.parse(raw);
  switch (message.type) {
    case 'start':
      void hosted.start(message);
      break;
    case 'open':
      open(message.connection);
      break;
    case 'frame':
      served.get(message.connection)?.receive(message.data);
      break;
    case 'close':
      close(message.connection);
      break;
    case 'stop':
      void stop();
      break;
  }
});
process.on('disconnect', () => void stop());
// Ctrl+C reaches the whole process group; the host decides when the station stops.
process.on('SIGINT', () => undefined);
