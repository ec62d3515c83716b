const LIMIT_MS = 8000;
const STEP_MS = 40;

/** Waits until `check` throws no more. @throws its last error */
export async function eventually(check: () => void | Promise<void>, limitMs = LIMIT_MS): Promise<void> {
  const end = performance.now() + limitMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(STEP_MS);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
