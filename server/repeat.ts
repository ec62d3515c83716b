import type { Logger } from 'pino';

/**
 * Does something over and over, never twice at once; what fails is told and done again at the next turn.
 * @returns stops it, when what is under way is done
 */
export function repeat(
  log: Pick<Logger, 'error'>,
  what: string,
  pauseMs: number,
  work: () => Promise<unknown>,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const run = (): void => {
    running ??= work()
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error, what }, 'failed; runs again at the next turn'),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(run, pauseMs);
  timer.unref();
  run();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
