import type { Failure } from '../../shared/failure.ts';

/** What of a text goes to the station. */
export interface Copy {
  /** Which state of the text this is: one that was saved is not sent again. */
  readonly revision: number;
}

export interface SaverPort<Id, C extends Copy, Answer> {
  /** The text as it stands now, or null where there is nothing (more) to save. */
  read(id: Id): C | null;
  send(id: Id, copy: C): Promise<Answer>;
  failureOf(error: unknown): Failure;
  onSaving(id: Id): void;
  onSaved(id: Id, revision: number, answer: Answer): void;
  onFailed(id: Id, failure: Failure): void;
}

export interface Saver<Id> {
  /** Saves after the pause; called at each change. */
  touch(id: Id): void;
  /** Saves now what has not been saved, and settles when the station has answered. */
  flush(id: Id): Promise<void>;
  /** Stops for this text and settles when nothing of it is under way: before it is given or discarded. */
  hold(id: Id): Promise<void>;
  /** Takes up a held text again. */
  release(id: Id): void;
}

/** A pause in typing after which a text is saved at the desk, ms. */
const PAUSE_MS = 400;
/** First wait after a failed save, ms; doubled up to the longest. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10_000;

/**
 * Keeps another's copy of each text up: one save at a time for each, the newest state each time, and no giving up.
 * @param pauseMs a pause in typing after which a text is saved
 */
export function createSaver<Id, C extends Copy, Answer>(port: SaverPort<Id, C, Answer>, pauseMs = PAUSE_MS): Saver<Id> {
  const timers = new Map<Id, ReturnType<typeof setTimeout>>();
  const running = new Map<Id, Promise<void>>();
  const retryMs = new Map<Id, number>();
  const held = new Set<Id>();

  function later(id: Id, ms: number): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void flush(id), ms),
    );
  }

  async function save(id: Id, copy: C): Promise<void> {
    port.onSaving(id);
    try {
      const answer = await port.send(id, copy);
      retryMs.delete(id);
      port.onSaved(id, copy.revision, answer);
    } catch (error) {
      port.onFailed(id, port.failureOf(error));
      const wait = retryMs.get(id) ?? FIRST_RETRY_MS;
      retryMs.set(id, Math.min(wait * 2, LONGEST_RETRY_MS));
      if (!held.has(id)) later(id, wait);
    }
  }

  async function flush(id: Id): Promise<void> {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const underway = running.get(id);
    if (underway) {
      await underway;
      // A failed save has set its own retry: asking again at once would only fail again.
      if (timers.has(id)) return;
    }
    const copy = held.has(id) ? null : port.read(id);
    if (!copy || running.has(id)) return;
    const saving = save(id, copy).finally(() => running.delete(id));
    running.set(id, saving);
    await saving;
  }

  return {
    touch(id) {
      if (!held.has(id)) later(id, pauseMs);
    },
    flush,
    async hold(id) {
      held.add(id);
      clearTimeout(timers.get(id));
      timers.delete(id);
      await running.get(id);
    },
    release(id) {
      held.delete(id);
      if (port.read(id)) later(id, pauseMs);
    },
  };
}
