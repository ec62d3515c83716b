import type { ContractRouterClient } from '@orpc/contract';
import type { Desk } from '../shared/contract/desk.ts';
import type { ElectronBridge } from '../shared/contract/shell.ts';
import type { Failure } from '../shared/failure.ts';
import { connectElectron } from './host/electron.ts';
import { connectWeb } from './host/web.ts';

export type DeskClient = ContractRouterClient<Desk>;

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in the web host. */
    readonly hotline?: ElectronBridge;
  }
}

export interface Host {
  readonly kind: 'electron' | 'web';
  /** Stays the same object for the life of the window; calls made while no station stands behind it fail at once. */
  readonly desk: DeskClient;
  /** Tells the shell that the call-taking window should come forward. */
  incomingCall(title: string, body: string): void;
  callEnded(): void;
  onAnswer(listener: () => void): () => void;
  /**
   * Called whenever the station behind `desk` is gone (`up` false, with the cause where it is known) or a new one has
   * taken its place. Calls under way when it goes fail with STATION_DOWN and may be made again.
   */
  onStation(listener: (up: boolean, cause: Failure | null) => void): () => void;
}

/**
 * Connects this window to its station, whichever shell it runs in. Answers once the station does.
 * @throws FailureError where the host does not let the window in, or the station cannot open its data
 */
export function connectHost(): Promise<Host> {
  const bridge = window.hotline;
  return bridge === undefined ? connectWeb(window) : connectElectron(window, bridge);
}

/** The style nonce of this page, which styles written at run time need under the content security policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
