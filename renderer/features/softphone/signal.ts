import { startRinging } from './ring-tone.ts';

/** Something that somebody has to be told of, wherever they look. */
export interface Signalled {
  /** The same for as long as it is the same. */
  readonly id: string;
  readonly title: string;
  readonly text: () => string;
}

/** Where a signal comes out. */
export interface SignalOutlet {
  readonly notify: (title: string, text: string) => void;
  /** Whether this person wants to hear anything. */
  readonly ring: boolean;
  /** The speaker, as the browser names it; null: the system's. */
  readonly device: string | null;
}

const SOUND_MS = 1200;

/**
 * Tells each new thing once, by sound and outside the window; what comes at one time is one signal. What was told stays
 * told while a broken link shows nothing.
 */
export function createSignal(): (open: readonly Signalled[], outlet: SignalOutlet) => void {
  let told: ReadonlySet<string> = new Set();
  return (open, { notify, ring, device }) => {
    const first = open.find(({ id }) => !told.has(id));
    if (!first) return;
    told = new Set(open.map(({ id }) => id));
    notify(first.title, first.text());
    if (ring) setTimeout(startRinging(device), SOUND_MS);
  };
}
