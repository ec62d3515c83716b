import type { Page } from 'playwright';

/** One call, ms. */
export interface Painted {
  readonly ringToCard: number;
  readonly answerToForm: number;
  readonly keyToForm: number;
}

/** When the things of a call are painted in the page, ms since 1970. */
export interface PaintWatch {
  /**
   * Looks out for the caller's card with the earlier orders in it, before the call is placed.
   * @returns waits for it: how long after the ring of the call with this id of the exchange
   */
  readonly expectCard: () => Promise<(callId: string) => Promise<number>>;
  /** Presses the key to answer, and waits for the form with the hand in 诉求内容. */
  readonly answerByKey: (callId: string) => Promise<Pick<Painted, 'answerToForm' | 'keyToForm'>>;
}

const LIMIT_MS = 10_000;
const CARD = `document.querySelector('[aria-label="来电振铃"] [data-order]') !== null`;
const FORM = `(document.activeElement?.labels?.[0]?.textContent ?? '').includes('诉求内容')`;

/** The exchange's own times travel in every view of a call, after its legs. */
const VIEW = /"callId":"([^"]+)".*?"queuedAt":"[^"]+","ringingAt":(?:null|"([^"]+)"),"answeredAt":(?:null|"([^"]+)")/s;

/** Looks on every frame; the frame after the one that has it is when it stands on the screen. */
function watchFor(name: string, condition: string): string {
  return `(() => {
    const marks = document.documentElement.dataset;
    delete marks.${name};
    const now = () => String(performance.timeOrigin + performance.now());
    const look = () => requestAnimationFrame(() => {
      if (!(${condition})) return look();
      requestAnimationFrame(() => { marks.${name} = now(); });
    });
    look();
  })()`;
}

const WATCH_KEY = `(() => {
  const marks = document.documentElement.dataset;
  delete marks.benchKey;
  const onKey = (event) => {
    if (event.key !== 'F2') return;
    marks.benchKey = String(performance.timeOrigin + performance.now());
    removeEventListener('keydown', onKey, true);
  };
  addEventListener('keydown', onKey, true);
})()`;

/** Follows a page's socket and frames; to be called before the page is opened. */
export function watchPaint(page: Page): PaintWatch {
  const times = new Map<string, { ringing: string | undefined; answered: string | undefined }>();
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const [, callId, ringing, answered] = VIEW.exec(payload.toString()) ?? [];
      if (callId) times.set(callId, { ringing, answered });
    });
  });

  async function stampOf(callId: string, what: 'ringing' | 'answered'): Promise<number> {
    const deadline = Date.now() + LIMIT_MS;
    for (;;) {
      const found = times.get(callId)?.[what];
      if (found !== undefined) return Date.parse(found);
      if (Date.now() > deadline) throw new Error(`the page was never told when call ${callId} was ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function markOf(name: string): Promise<number> {
    const attribute = `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const root = page.locator(`html[${attribute}]`);
    await root.waitFor({ state: 'attached', timeout: LIMIT_MS });
    return Number(await root.getAttribute(attribute));
  }

  return {
    expectCard: async () => {
      await page.evaluate(watchFor('benchCard', CARD));
      return async (callId) => (await markOf('benchCard')) - (await stampOf(callId, 'ringing'));
    },
    answerByKey: async (callId) => {
      await page.evaluate(watchFor('benchForm', FORM));
      await page.evaluate(WATCH_KEY);
      await page.keyboard.press('F2');
      const form = await markOf('benchForm');
      const key = await markOf('benchKey');
      return { answerToForm: form - (await stampOf(callId, 'answered')), keyToForm: form - key };
    },
  };
}
