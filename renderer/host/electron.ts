import { RPCLink } from '@orpc/client/message-port';
import { PORT_MESSAGE, type ElectronBridge } from '../../shared/contract/shell.ts';
import { FailureError, failureSchema, type Failure } from '../../shared/failure.ts';
import type { Host } from '../host.ts';
import { createStationLink } from './station-link.ts';

type PortWindow = Pick<Window, 'addEventListener'>;

/** Connects through the preload's bridge. */
export function connectElectron(page: PortWindow, bridge: ElectronBridge): Promise<Host> {
  const station = createStationLink();
  let present: MessagePort | null = null;

  const gone = (port: MessagePort | null, cause: Failure | null): void => {
    if (port !== present) return;
    present = null;
    station.detach(cause);
  };

  return new Promise((resolve, reject) => {
    page.addEventListener('message', (event) => {
      const [port] = event.ports;
      if (event.source !== page || event.data !== PORT_MESSAGE || port === undefined) return;
      present?.close();
      present = port;
      port.addEventListener('close', () => gone(port, null));
      const link = new RPCLink({ port });
      port.start();
      station.attach(link);
      resolve({
        kind: 'electron',
        desk: station.desk,
        incomingCall: bridge.incomingCall,
        callEnded: bridge.callEnded,
        onAnswer: bridge.onAnswer,
        onStation: station.onStation,
      });
    });
    bridge.onStation(({ up, failure }) => {
      if (up) return bridge.requestPort();
      const cause = failureSchema.safeParse(failure);
      gone(present, cause.success ? cause.data : null);
      // Before the first port the caller still waits; afterwards this is settled and does nothing.
      if (cause.success) reject(new FailureError(cause.data));
    });
    bridge.requestPort();
  });
}
