import { RPCLink, type BrowserPortLike } from '@orpc/client/message-port';
import { PORT_MESSAGE, type ElectronBridge } from '../../shared/contract/shell.ts';
import { FailureError, failureSchema, type Failure } from '../../shared/failure.ts';
import type { Host } from './host-types.ts';
import { createStationLink } from './station-link.ts';

/** What of a MessagePort this needs; told apart from the DOM's so that a Node port can take its place. */
interface StationPort {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** What of the window this needs. */
interface PortWindow {
  addEventListener(
    type: 'message',
    listener: (event: {
      readonly source: unknown;
      readonly data: unknown;
      readonly ports: readonly StationPort[];
    }) => void,
  ): void;
}

function asLinkPort(port: StationPort): BrowserPortLike {
  return {
    onMessage: { addListener: (listener) => port.addEventListener('message', ({ data }) => listener(data)) },
    onDisconnect: { addListener: (listener) => port.addEventListener('close', listener) },
    postMessage: (message) => port.postMessage(message),
  };
}

/** Connects through the preload's bridge. */
export function connectElectron(page: PortWindow, bridge: ElectronBridge): Promise<Host> {
  const station = createStationLink();
  let present: StationPort | null = null;

  const gone = (port: StationPort | null, cause: Failure | null): void => {
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
      const link = new RPCLink({ port: asLinkPort(port) });
      port.start();
      station.attach(link);
      resolve({
        kind: 'electron',
        desk: station.desk,
        incomingCall: bridge.incomingCall,
        callEnded: bridge.callEnded,
        allowNotices: () => undefined,
        notify: bridge.notify,
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
