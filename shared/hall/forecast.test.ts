import { describe, expect, it } from 'vitest';
import { erlangA } from './erlang.ts';
import { forecastOf, median, type ForecastInput } from './forecast.ts';
import { createTally } from './tally.ts';

const NOTHING = createTally().sum(0, 0);
const SERVED = {
  ...NOTHING,
  answered: 180,
  abandoned: 20,
  answerWaitMs: 1_200_000,
  abandonWaitMs: 600_000,
  talks: 180,
  talkMs: 180 * 200_000,
  wrapUps: 180,
  wrapUpMs: 180 * 40_000,
};
const USUAL_DAY = Array.from({ length: 48 }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 18 ? 60 : 10));

function input(part: Partial<ForecastInput> = {}): ForecastInput {
  return {
    hour: 10,
    today: USUAL_DAY.slice(0, 24),
    medians: USUAL_DAY,
    served: SERVED,
    lastHour: 55,
    agents: 6,
    promise: { answered: 0.95, within: 0.8 },
    ...part,
  };
}

describe('the forecast of the next hours', () => {
  it('takes the median of the same weekday, and this hour’s share of callers with one operator fewer and more', () => {
    const { basis, factor, next, staffed, patienceSeconds, talkSeconds, wrapUpSeconds } = forecastOf(input());
    expect([basis, factor, talkSeconds, wrapUpSeconds, patienceSeconds]).toEqual(['median', 1, 200, 40, 90]);
    expect(next.map(({ hour, calls }) => [hour, calls])).toEqual([10, 11, 12, 13].map((hour) => [hour, 60]));
    expect(staffed.map(({ agents }) => agents)).toEqual([5, 6, 7]);
    expect(staffed[1]).toMatchObject(erlangA({ arrivals: 60, service: 15, patience: 40 }, 6, 15 / 3600));
    const [fewer = 0, same = 0, more = 0] = staffed.map(({ within }) => within);
    expect(fewer < same && same < more).toBe(true);
  });

  it('raises it by how much busier today is, to twice at most, and goes on after midnight', () => {
    const busy = forecastOf(input({ hour: 22, today: USUAL_DAY.slice(0, 24).map((calls) => calls * 3) }));
    expect(busy.factor).toBe(2);
    expect(busy.next.map(({ hour, calls }) => [hour, calls])).toEqual([
      [22, 20],
      [23, 20],
      [0, 20],
      [1, 20],
    ]);
  });

  it('without such a day says that it goes by the last hour, and without calls that usual times are assumed', () => {
    const medians = Array.from({ length: 48 }, () => null);
    const bare = forecastOf(input({ medians, served: NOTHING, lastHour: 30 }));
    expect(bare).toMatchObject({ basis: 'lastHour', measured: false, factor: 1 });
    expect(bare.next.map(({ calls }) => calls)).toEqual([30, 30, 30, 30]);
  });

  it('the median of an even number is the mean of the middle two', () => {
    expect([median([]), median([3]), median([5, 1, 9]), median([1, 2, 10, 4])]).toEqual([null, 3, 5, 3]);
  });
});
