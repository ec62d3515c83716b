/** What the desktop shell tells the window of the station; `failure` is a failure as data, where it could not open. */
export interface StationWord {
  readonly up: boolean;
  readonly failure: unknown;
}

/** What Electron's preload puts on the window as `hotline`: exactly these functions. */
export interface ElectronBridge {
  /** Asks the shell for a fresh port to the station; it arrives as a {@link PORT_MESSAGE} window message with the port. */
  readonly requestPort: () => void;
  /** Tells the shell of an incoming call, so that it may notify and bring the window forward. */
  readonly incomingCall: (title: string, body: string) => void;
  readonly callEnded: () => void;
  /** Shows something outside the window, where that is not the one in front. */
  readonly notify: (title: string, body: string) => void;
  /** The global hot key and the notification's button say: answer. */
  readonly onAnswer: (listener: () => void) => () => void;
  /** The station came up, went, or could not open. */
  readonly onStation: (listener: (word: StationWord) => void) => () => void;
}

/** The window message that brings the port. */
export const PORT_MESSAGE = 'hotline:port';
