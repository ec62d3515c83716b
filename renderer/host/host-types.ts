import type { ContractRouterClient } from '@orpc/contract';
import type { Desk } from '../../shared/contract/desk.ts';
import type { Failure } from '../../shared/failure.ts';

export type DeskClient = ContractRouterClient<Desk>;

/** The shell around this window: Electron, or the web host's browser window. */
export interface Host {
  readonly kind: 'electron' | 'web';
  /** Stays the same object for the life of the window; calls made while no station stands behind it fail at once. */
  readonly desk: DeskClient;
  /** Tells the shell that the call-taking window should come forward. */
  incomingCall(title: string, body: string): void;
  callEnded(): void;
  /** Asks the person, where the shell has to, whether it may show anything outside this window. Called on their click. */
  allowNotices(): void;
  /** Shows something outside the window, where that is not the one in front and it may. */
  notify(title: string, body: string): void;
  onAnswer(listener: () => void): () => void;
  /**
   * Called whenever the station behind `desk` is gone (`up` false, with the cause where it is known) or a new one has
   * taken its place. Calls under way when it goes fail with STATION_DOWN and may be made again.
   */
  onStation(listener: (up: boolean, cause: Failure | null) => void): () => void;
}
