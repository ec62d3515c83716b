import type { ElectronBridge } from '../shared/contract/shell.ts';
import { connectElectron } from './host/electron.ts';
import type { Host } from './host/host-types.ts';
import { connectWeb } from './host/web.ts';

export type { DeskClient, Host } from './host/host-types.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in the web host. */
    readonly hotline?: ElectronBridge;
  }
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
