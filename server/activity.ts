/** Counts what is under way, so that stopping can wait for it. */
export interface Activity {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, or when the time is up. @param timeoutMs at most so long */
  quiet(timeoutMs: number): Promise<void>;
  count(): number;
}

export function createActivity(): Activity {
  let running = 0;
  const waiting = new Set<() => void>();
  return {
    run: async (work) => {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) for (const resolve of waiting) resolve();
      }
    },
    quiet: (timeoutMs) => {
      if (running === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    count: () => running,
  };
}
