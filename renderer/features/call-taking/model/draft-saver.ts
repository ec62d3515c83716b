import type { CallRef } from '../../../../shared/domain/call.ts';
import type { DraftForm } from '../../../../shared/domain/draft.ts';
import type { DraftId } from '../../../../shared/domain/ids.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { Instant } from '../../../../shared/instant.ts';

/** What of a draft goes to the station. */
export interface DraftCopy {
  readonly form: DraftForm;
  readonly call: CallRef | null;
  readonly revision: number;
}

export interface SaverPort {
  /** The draft as it stands now, or null where there is nothing (more) to save. */
  read(id: DraftId): DraftCopy | null;
  send(id: DraftId, copy: DraftCopy): Promise<Instant>;
  failureOf(error: unknown): Failure;
  onSaving(id: DraftId): void;
  onSaved(id: DraftId, revision: number, savedAt: Instant): void;
  onFailed(id: DraftId, failure: Failure): void;
}

export interface DraftSaver {
  /** Saves after the pause; called at each change. */
  touch(id: DraftId): void;
  /** Saves now what has not been saved, and settles when the station has answered. */
  flush(id: DraftId): Promise<void>;
  /** Stops for this draft and settles when nothing of it is under way: before it is submitted or discarded. */
  hold(id: DraftId): Promise<void>;
  /** Takes up a held draft again. */
  release(id: DraftId): void;
}

/** A pause in typing after which a draft is saved, ms. */
const PAUSE_MS = 400;
/** First wait after a failed save, ms; doubled up to the longest. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10_000;

/**
 * Keeps the station's copy of each draft up: one save at a time per draft, the newest state each time, and no giving up.
 */
export function createDraftSaver(port: SaverPort): DraftSaver {
  const timers = new Map<DraftId, ReturnType<typeof setTimeout>>();
  const running = new Map<DraftId, Promise<void>>();
  const retryMs = new Map<DraftId, number>();
  const held = new Set<DraftId>();

  function later(id: DraftId, ms: number): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void flush(id), ms),
    );
  }

  async function save(id: DraftId, copy: DraftCopy): Promise<void> {
    port.onSaving(id);
    try {
      const savedAt = await port.send(id, copy);
      retryMs.delete(id);
      port.onSaved(id, copy.revision, savedAt);
    } catch (error) {
      port.onFailed(id, port.failureOf(error));
      const wait = retryMs.get(id) ?? FIRST_RETRY_MS;
      retryMs.set(id, Math.min(wait * 2, LONGEST_RETRY_MS));
      if (!held.has(id)) later(id, wait);
    }
  }

  async function flush(id: DraftId): Promise<void> {
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
      if (!held.has(id)) later(id, PAUSE_MS);
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
      if (port.read(id)) later(id, PAUSE_MS);
    },
  };
}
