import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HallFigures } from '../../../shared/hall/figures.ts';
import { instant } from '../../../shared/instant.ts';
import { tilesOf } from './tiles.ts';

const NOW = Date.UTC(2026, 10, 21, 2);
const count = fc.integer({ min: 0, max: 3000 });
const sums = fc
  .record({
    answered: count,
    abandoned: count,
    soon: fc.nat(100),
    talks: count,
    talkMs: fc.nat(900_000),
    wrapMs: fc.nat(90_000),
  })
  .map(({ answered, abandoned, soon, talks, talkMs, wrapMs }) => ({
    answered,
    abandoned,
    within15: Math.floor((answered * soon) / 100),
    answerWaitMs: 0,
    abandonWaitMs: 0,
    longestWaitMs: 0,
    talks,
    talkMs: talks * talkMs,
    wrapUps: talks,
    wrapUpMs: talks * wrapMs,
  }));

const figures: fc.Arbitrary<HallFigures> = fc
  .record({
    today: sums,
    rollingDay: sums,
    waiting: count,
    waited: fc.nat(3_599_000),
    ready: fc.nat(300),
    speaking: fc.nat(300),
    wrapUp: fc.nat(50),
    away: fc.nat(50),
    needed: fc.option(fc.nat(700)),
  })
  .map(({ today, rollingDay, waiting, waited, ready, speaking, wrapUp, away, needed }) => ({
    at: instant(NOW),
    waiting: { count: waiting, longestSince: waiting === 0 ? null : instant(NOW - waited), callers: [] },
    agents: { signedIn: ready + speaking + wrapUp + away, ready, speaking, wrapUp, away },
    today,
    rollingDay,
    lastHour: today,
    hours: Array.from({ length: 24 }, () => ({ calls: 0, median: null })),
    forecast: {
      basis: 'lastHour',
      factor: 1,
      measured: true,
      talkSeconds: 1,
      wrapUpSeconds: 1,
      patienceSeconds: 1,
      next: [{ hour: 10, calls: 1, agents: needed }],
      staffed: [],
    },
  }));

/** `12:07`, as a clock says minutes and seconds. */
const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
/** Never more than there was: 94.99 of a hundred is not 95. */
const isShare = (shown: string, part: number, whole: number): boolean => {
  if (whole === 0) return shown === '—';
  const value = Number(shown.replace('%', ''));
  return value * whole <= part * 100 + 1e-6 && (value + 0.1) * whole > part * 100 - 1e-6;
};

describe('the strip of the hall, as the wall shows it', () => {
  it('says nothing but the figures: each tile read back gives what was counted', () => {
    fc.assert(
      fc.property(figures, (shown) => {
        const { today, rollingDay, waiting, agents, forecast } = shown;
        const [line, soon, rolling, left, talk, wrap, seats, needed] = tilesOf(shown, NOW);
        expect(line?.value).toBe(String(waiting.count));
        const longest = waiting.longestSince ? clock(NOW - Date.parse(waiting.longestSince)) : '—';
        expect(line?.note).toBe(`最长 ${longest}`);
        expect(isShare(soon?.value ?? '', today.within15, today.answered)).toBe(true);
        expect(soon?.note).toBe(`${today.within15} / ${today.answered}`);
        const callers = rollingDay.answered + rollingDay.abandoned;
        expect(isShare(rolling?.value ?? '', rollingDay.answered, callers)).toBe(true);
        expect(rolling?.bad ?? false).toBe(callers > 0 && rollingDay.answered * 100 < callers * 95);
        expect(left?.value).toBe(String(today.abandoned));
        expect(talk?.value).toBe(rollingDay.talks === 0 ? '—' : clock(rollingDay.talkMs / rollingDay.talks));
        expect(wrap?.value).toBe(rollingDay.wrapUps === 0 ? '—' : clock(rollingDay.wrapUpMs / rollingDay.wrapUps));
        expect(seats?.value).toBe(String(agents.signedIn));
        const need = forecast.next[0]?.agents ?? null;
        const here = agents.ready + agents.speaking + agents.wrapUp;
        expect(needed?.value).toBe(need === null ? '—' : String(need));
        expect(needed?.bad ?? false).toBe(need !== null && here < need);
      }),
      { numRuns: 300 },
    );
  });
});
