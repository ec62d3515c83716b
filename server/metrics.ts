import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Answer } from './commands/deliver.ts';
import type { Delivery } from './commands/sort-out.ts';

/** What this process counts about itself, for Prometheus. */
export interface Metrics {
  /** Counts and times what `deliver` does. */
  timed(deliver: (batch: readonly Delivery[]) => Promise<Answer[]>): (batch: readonly Delivery[]) => Promise<Answer[]>;
  /** Registers a number that is asked for when it is read. */
  gauge(name: string, help: string, read: () => number): void;
  /** Prometheus' text format. */
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

/** The process' own figures are collected once, however many centres a test starts in it. */
let processFigures: Registry | null = null;

function ofProcess(): Registry {
  if (!processFigures) {
    processFigures = new Registry();
    collectDefaultMetrics({ register: processFigures });
  }
  return processFigures;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const commands = new Counter({
    name: 'hotline_commands_total',
    help: 'Commands answered, by outcome; a repeated delivery counts again',
    labelNames: ['outcome'],
    registers,
  });
  const batchSize = new Histogram({
    name: 'hotline_batch_commands',
    help: 'Commands in one transaction',
    buckets: [1, 5, 20, 50, 100, 200, 400],
    registers,
  });
  const batchSeconds = new Histogram({
    name: 'hotline_batch_seconds',
    help: 'Seconds from the start of a batch to its commit',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const batchFailures = new Counter({
    name: 'hotline_batch_failures_total',
    help: 'Batches that failed as a whole: their desks send again',
    registers,
  });

  return {
    timed: (deliver) => async (batch) => {
      const end = batchSeconds.startTimer();
      batchSize.observe(batch.reduce((sum, { commands: list }) => sum + list.length, 0));
      try {
        const answers = await deliver(batch);
        for (const answer of answers) {
          if ('failure' in answer) commands.inc({ outcome: 'turnedAway' });
          else for (const { outcome } of answer.receipts) commands.inc({ outcome: outcome.kind });
        }
        return answers;
      } catch (error) {
        batchFailures.inc();
        throw error;
      } finally {
        end();
      }
    },
    gauge: (name, help, read) => {
      const asked = new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read());
        },
      });
      registry.registerMetric(asked);
    },
    text: async () => {
      const body = `${await registry.metrics()}\n${await ofProcess().metrics()}`;
      return { type: registry.contentType, body };
    },
  };
}
