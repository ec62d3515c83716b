import type { DeskId } from '../../shared/domain/ids.ts';
import { failure } from '../../shared/failure.ts';
import type { Answer } from './deliver.ts';
import type { Delivery } from './sort-out.ts';

/** Measured: two batches keep the database busy while the next one gathers; more only wait for each other's locks. */
const BATCHES_IN_FLIGHT = 2;
const BATCH_COMMANDS = 200;
/** Beyond this the centre says so instead of letting pushes time out one by one. */
const WAITING_COMMANDS = 50_000;
const RETRY_AFTER_MS = 2000;

export interface Coalescer {
  /** Answers once the push is decided and committed. */
  push(delivery: Delivery): Promise<Answer>;
  /** Resolves when everything accepted so far is answered; later pushes are turned away. */
  drain(): Promise<void>;
}

interface Waiting {
  readonly delivery: Delivery;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the pushes of many desks into few transactions: three times what one by one does. A desk's pushes stay in
 * order: while one is under way its next one waits.
 */
export function createCoalescer(deliver: (deliveries: readonly Delivery[]) => Promise<Answer[]>): Coalescer {
  let waiting: Waiting[] = [];
  let waitingCommands = 0;
  let inFlight = 0;
  let draining = false;
  const busy = new Set<DeskId>();
  const idle: (() => void)[] = [];

  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    const passed = new Set<DeskId>();
    let commands = 0;
    for (const item of waiting) {
      const { deskId } = item.delivery;
      if (commands >= BATCH_COMMANDS || busy.has(deskId) || passed.has(deskId)) {
        passed.add(deskId);
        rest.push(item);
      } else {
        batch.push(item);
        commands += item.delivery.commands.length;
      }
    }
    waiting = rest;
    waitingCommands -= commands;
    return batch;
  }

  function start(): void {
    while (inFlight < BATCHES_IN_FLIGHT && waiting.length > 0) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      inFlight += 1;
      for (const { delivery } of batch) busy.add(delivery.deskId);
      void run(batch);
    }
  }

  async function run(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await deliver(batch.map(({ delivery }) => delivery));
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer) resolve(answer);
        else reject(new Error('a push got no answer'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      inFlight -= 1;
      for (const { delivery } of batch) busy.delete(delivery.deskId);
      start();
      if (inFlight === 0 && waiting.length === 0) for (const done of idle.splice(0)) done();
    }
  }

  return {
    push: (delivery) => {
      if (draining || waitingCommands > WAITING_COMMANDS) {
        return Promise.resolve({ failure: failure('OVERLOADED', { retryAfterMs: RETRY_AFTER_MS }) });
      }
      return new Promise<Answer>((resolve, reject) => {
        waiting.push({ delivery, resolve, reject });
        waitingCommands += delivery.commands.length;
        // Not at once: pushes that arrived in the same turn of the loop belong into the same batch.
        setImmediate(start);
      });
    },
    drain: () => {
      draining = true;
      if (inFlight === 0 && waiting.length === 0) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
  };
}
