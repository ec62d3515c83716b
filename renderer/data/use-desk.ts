import { createContext, useContext } from 'react';
import type { DeskClient, Host } from '../host.ts';

const HostContext = createContext<Host | null>(null);

/** Gives everything below it the host it runs in. */
export const HostProvider = HostContext.Provider;

/** The shell around this window: Electron or the web host. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost is used outside HostProvider');
  return host;
}

/** The station's procedures. They throw; read what they throw with `failureOf`. */
export function useDesk(): DeskClient {
  return useHost().desk;
}
