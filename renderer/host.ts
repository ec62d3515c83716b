import { createORPCClient } from '@orpc/client';
import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Desk } from '../shared/contract/desk.ts';

export type DeskClient = ContractRouterClient<Desk>;

/** What Electron's preload puts on the window; absent in the web host. */
interface ElectronBridge {
  /** Asks the shell for a fresh port to the station; it arrives as a `hotline:port` window message with the port. */
  requestPort(): void;
  /** Tells the shell of an incoming call, so that it may notify and bring the window forward. */
  incomingCall(title: string, body: string): void;
  callEnded(): void;
  /** The global hot key and the notification's button say: answer. */
  onAnswer(listener: () => void): () => void;
}

declare global {
  interface Window {
    readonly hotline?: ElectronBridge;
  }
}

export interface Host {
  readonly kind: 'electron' | 'web';
  readonly desk: DeskClient;
  /** Tells the shell that the call-taking window should come forward. */
  incomingCall(title: string, body: string): void;
  callEnded(): void;
  onAnswer(listener: () => void): () => void;
  /** Called whenever the station behind `desk` has gone and a new one has taken its place, or is gone (`up` false). */
  onStation(listener: (up: boolean) => void): () => void;
}
