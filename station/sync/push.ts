import type { CommandId } from '../../shared/domain/ids.ts';
import { FailureError } from '../../shared/failure.ts';
import { PUSH_BATCH } from '../../shared/sync/protocol.ts';
import type { Instant } from '../../shared/instant.ts';
import type { WriterApi } from '../store/writer.ts';
import type { Thread } from '../threads/thread.ts';
import type { CentralClient } from './link.ts';

export interface PushOptions {
  readonly writer: Thread<WriterApi>;
  readonly client: CentralClient;
  /** False while there is nothing to push with: no link, or a desk the centre does not know. */
  readonly ready: () => boolean;
  readonly onServerTime: (now: Instant, sentMs: number) => void;
  /** The centre does not know this desk by what it says of itself: it has to be made known anew. */
  readonly onUnknown: () => Promise<void>;
  readonly nowMs: () => number;
}

/** Delivers the outbox, piece by piece, in the desk's own order. */
export interface Push {
  run(): Promise<'again' | 'idle'>;
  /**
   * The centre may have forgotten what it had acknowledged, as after a restore from a backup: the next turn says the
   * last command again, and a centre that lacks the ones before it names the first it wants. The first turn of a
   * process does so too: the one before it may have died between learning of it and asking.
   */
  probe(): void;
  /** What is under way at this moment. */
  sending(): ReadonlySet<CommandId>;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** A queue shorter than this drains before anybody could read how far it has got. */
const WORTH_SHOWING = 5;

export function createPush(options: PushOptions & { readonly unsent: () => number }): Push {
  const { writer, client } = options;
  let from: number | null = null;
  let probing = true;
  let sending = new Set<CommandId>();
  let done = 0;

  async function run(): Promise<'again' | 'idle'> {
    if (!options.ready()) return 'idle';
    if (probing) {
      from = await writer.call('lastSaid');
      probing = false;
    }
    const batch = await writer.call('batchToPush', from, PUSH_BATCH);
    const [first] = batch;
    if (!first) {
      if (from !== null) {
        from = null;
        return 'again';
      }
      done = 0;
      return 'idle';
    }
    if (from !== null && first.deskSeq !== from) {
      // What the centre asked for lies before anything this desk still has.
      from = null;
      await options.onUnknown();
      return 'again';
    }
    sending = new Set(batch.map((envelope) => envelope.commandId));
    const sentMs = options.nowMs();
    try {
      const { deskId, deskEpoch } = first;
      // A desk's epoch goes up with everything unsent moved into it, so that a batch never spans two.
      const answer = await client.sync.push({ deskId, deskEpoch, commands: batch });
      options.onServerTime(answer.now, sentMs);
      const { strangers } = await writer.call('saveReceipts', deskEpoch, answer.receipts);
      done += answer.receipts.length;
      if (strangers > 0) {
        from = null;
        await options.onUnknown();
        return 'again';
      }
      from = nextFrom(from, batch, answer);
      return 'again';
    } catch (error) {
      await writer.call('countAttempts', batch);
      if (error instanceof FailureError && error.failure.code === 'DESK_UNKNOWN') {
        // Places of an epoch that has ended.
        from = null;
        await options.onUnknown();
        return options.ready() ? 'again' : 'idle';
      }
      throw error;
    } finally {
      sending = new Set();
    }
  }

  return {
    run,
    probe: () => {
      probing = true;
    },
    sending: () => sending,
    get progress() {
      const total = done + options.unsent();
      return options.unsent() > 0 && total >= WORTH_SHOWING ? { done, total } : null;
    },
  };
}

/** Where to go on: where the centre says, else after what was sent again, else with whatever waits. */
function nextFrom(
  from: number | null,
  batch: readonly { deskSeq: number }[],
  answer: { expected: number | null; receipts: readonly unknown[] },
): number | null {
  if (answer.expected !== null) return answer.expected;
  const last = batch.at(-1);
  return from !== null && last && answer.receipts.length === batch.length ? last.deskSeq + 1 : null;
}
