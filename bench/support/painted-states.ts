import type { Page } from 'playwright';
import { z } from 'zod';

/** The softphone bar's state as it stood on the screen, ms since 1970. */
export interface PaintedState {
  readonly state: string;
  readonly atMs: number;
}

const LIMIT_MS = 20_000;
const AGAIN_LOOKS = 40;

/** Looks on every frame; the frame after the one that has a new state is when it stands on the screen. */
const WATCH = `(() => {
  const painted = (window.benchPainted = []);
  let last = null;
  const look = () => requestAnimationFrame(() => {
    const state = document.querySelector('[data-agent-state]')?.getAttribute('data-agent-state') ?? null;
    if (state !== last) {
      last = state;
      requestAnimationFrame(() => painted.push({ state: String(state), atMs: performance.timeOrigin + performance.now() }));
    }
    look();
  });
  look();
})()`;

const paintedSchema = z.array(z.object({ state: z.string(), atMs: z.number() }));

/** Follows the page's bar from now on. */
export async function watchStates(page: Page): Promise<{
  /**
   * Waits until the bar has shown this state after what was waited for before.
   * @param again done now and then while it has not: a program presses sooner after a ring than its key listens
   */
  readonly reaches: (state: string, again?: () => Promise<void>) => Promise<PaintedState>;
}> {
  await page.evaluate(WATCH);
  let seen = 0;
  return {
    async reaches(state, again) {
      const deadline = Date.now() + LIMIT_MS;
      for (let look = 1; ; look += 1) {
        if (again && look % AGAIN_LOOKS === 0) await again();
        const painted = paintedSchema.parse(await page.evaluate(`window.benchPainted.slice(${seen})`));
        const at = painted.findIndex((each) => each.state === state);
        const found = painted[at];
        if (found) {
          seen += at + 1;
          return found;
        }
        if (Date.now() > deadline) throw new Error(`the bar never showed ${state}: ${JSON.stringify(painted)}`);
        await page.waitForTimeout(20);
      }
    },
  };
}
