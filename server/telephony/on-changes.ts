import { setTimeout as pause } from 'node:timers/promises';

/** What there is to tell now, or nothing new, or that the reader is told no more. */
export type Told<T> = { readonly now: T } | 'nothing' | 'over';

export interface ChangesOptions<T> {
  readonly read: () => Promise<Told<T>>;
  readonly onChange: (listener: () => void) => () => void;
  /** Between two readings at least this long, ms. */
  readonly apartMs: number;
  /** Reads also without a change after this long, ms, so that the reader's rights are looked at again. */
  readonly idleMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Reads at once and then for each change, those that follow each other fast gathered into one; ends with `signal`. */
export async function* onChanges<T>(options: ChangesOptions<T>): AsyncGenerator<T, void, void> {
  const { read, onChange, apartMs, idleMs, signal } = options;
  let changed = true;
  let wake = (): void => undefined;
  const note = (): void => {
    changed = true;
    wake();
  };
  const unlisten = onChange(note);
  const stop = (): void => wake();
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      if (signal?.aborted) return;
      changed = false;
      const told = await read();
      if (told === 'over') return;
      if (told !== 'nothing') yield told.now;
      await pause(apartMs);
      if (changed || signal?.aborted) continue;
      const idle = setTimeout(note, idleMs);
      await new Promise<void>((resolve) => (wake = resolve));
      clearTimeout(idle);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    unlisten();
  }
}
