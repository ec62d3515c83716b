/** What of the browser's locks this needs. */
export interface Locks {
  request(
    name: string,
    options: { readonly signal: AbortSignal } | { readonly steal: true },
    hold: () => Promise<void>,
  ): Promise<unknown>;
}

const NAME = 'hotline-phone';

export interface PhoneLock {
  /** Takes the phone from whichever window has it. */
  readonly steal: () => void;
  readonly release: () => void;
}

/**
 * The desk's one phone and its microphone: of several windows only one has them, the others wait until they are free or
 * take them. @param on told whether this window has them, at once and at each change
 */
export function holdPhone(locks: Locks, on: (mine: boolean) => void): PhoneLock {
  const now = { stealing: false, over: false };
  let turn = new AbortController();
  let letGo = (): void => undefined;

  const hold = (): Promise<void> => {
    if (now.over) return Promise.resolve();
    on(true);
    return new Promise((resolve) => (letGo = resolve));
  };

  async function queue(): Promise<void> {
    while (!now.over) {
      turn = new AbortController();
      const options = now.stealing ? ({ steal: true } as const) : { signal: turn.signal };
      now.stealing = false;
      try {
        await locks.request(NAME, options, hold);
      } catch (error) {
        // Taken by another window, or this one no longer waits for its turn; anything else would repeat for ever.
        if (!(error instanceof DOMException) || error.name !== 'AbortError') now.over = true;
      }
      on(false);
    }
  }

  on(false);
  void queue();
  return {
    steal: () => {
      now.stealing = true;
      turn.abort();
    },
    release: () => {
      now.over = true;
      turn.abort();
      letGo();
    },
  };
}
