import { numberedSchema, type Answer } from './messages.ts';

function say(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * The obeying side of a test's process: starts, says so, and carries out each order that comes.
 * @param start answers how to obey, and what to tell the test at first
 */
export async function obey(
  start: () => Promise<{ readonly ready: unknown; readonly carryOut: (order: unknown) => unknown }>,
): Promise<void> {
  // Whoever started this has died: nobody is left to stop it.
  process.on('disconnect', () => process.exit(0));
  try {
    const { ready, carryOut } = await start();
    process.on('message', (raw) => {
      const { id, order } = numberedSchema.parse(raw);
      Promise.resolve()
        .then(() => carryOut(order))
        .then(
          // JSON leaves out what is undefined.
          (value: unknown) => say({ type: 'answer', id, value: value ?? null }),
          (error: unknown) => say({ type: 'error', id, message: describe(error) }),
        );
    });
    say({ type: 'ready', value: ready });
  } catch (error) {
    say({ type: 'error', id: null, message: describe(error) });
    process.exitCode = 1;
    process.disconnect();
  }
}
