import { describe, expect, it } from 'vitest';
import { AGAIN_MS, causesNow, changesOf, keyOf, type AlarmFacts, type Cause, type Known } from './alarms.ts';
import { FIRST_HALL_SETTINGS } from './settings.ts';

const NOW = Date.UTC(2026, 10, 21, 2);
const QUIET: AlarmFacts = {
  nowMs: NOW,
  longestWaitingMs: null,
  lastHour: { answered: 0, abandoned: 0 },
  calls: [],
  desks: [],
  orders: [],
  topics: [],
};
const { alarms } = FIRST_HALL_SETTINGS;
const kinds = (facts: Partial<AlarmFacts>, changed: Partial<typeof alarms> = {}) =>
  causesNow({ ...QUIET, ...facts }, { ...alarms, ...changed }).map(({ kind, value }) => [kind, value]);

describe('the causes of alarm', () => {
  it('there is none in a quiet hall', () => {
    expect(kinds({})).toEqual([]);
  });

  it('each begins at the centre’s threshold and not before', () => {
    expect(kinds({ longestWaitingMs: 59_999 })).toEqual([]);
    expect(kinds({ longestWaitingMs: 60_000 })).toEqual([['wait', 60]]);
    expect(kinds({ lastHour: { answered: 18, abandoned: 2 } })).toEqual([['abandon', 10]]);
    expect(kinds({ lastHour: { answered: 19, abandoned: 2 } })).toEqual([]);
    expect(kinds({ lastHour: { answered: 0, abandoned: 9 } })).toEqual([]);
    const call = (minutes: number) => [{ callId: 'c-1', who: '1007 王', sinceMs: NOW - minutes * 60_000 }];
    expect(kinds({ calls: call(19.9) })).toEqual([]);
    expect(kinds({ calls: call(20) })).toEqual([['longCall', 20]]);
    const desk = (minutes: number) => [{ accountId: 'a', who: '1007 王', unsentSinceMs: NOW - minutes * 60_000 }];
    expect(kinds({ desks: desk(9) })).toEqual([]);
    expect(kinds({ desks: desk(10) })).toEqual([['unsent', 10]]);
    const order = (minutes: number) => [{ id: 'o', number: 'HB2611-000431', dueMs: NOW + minutes * 60_000 }];
    expect(kinds({ orders: order(61) })).toEqual([]);
    expect(kinds({ orders: order(60) })).toEqual([['nearLimit', NOW + 3_600_000]]);
    expect(kinds({ orders: order(0) })).toEqual([]);
    expect(kinds({ topics: [{ key: 'place x', name: '淇滨区', count: 10 }] })).toEqual([['hotTopic', 10]]);
  });

  it('a threshold of 0 turns its kind off', () => {
    const off = {
      waitSeconds: 0,
      abandonPercent: 0,
      callMinutes: 0,
      nearLimitMinutes: 0,
      unsentMinutes: 0,
      hotTopicOrders: 0,
    };
    const facts = {
      longestWaitingMs: 900_000,
      lastHour: { answered: 0, abandoned: 90 },
      calls: [{ callId: 'c-1', who: '', sinceMs: 0 }],
      topics: [{ key: 'x', name: '', count: 500 }],
    };
    expect(kinds(facts, off)).toEqual([]);
  });
});

describe('one alarm once', () => {
  const cause: Cause = { kind: 'wait', subject: '', about: '', value: 70 };
  const known = (endedMs: number | null): Map<string, Known> => new Map([[keyOf(cause), { id: 'one', endedMs }]]);

  it('begins once however long it stands, and is over when its cause is', () => {
    expect(changesOf([cause], new Map(), NOW)).toEqual({ begun: [cause], again: [], over: [] });
    expect(changesOf([cause], known(null), NOW)).toEqual({ begun: [], again: [], over: [] });
    expect(changesOf([], known(null), NOW)).toEqual({ begun: [], again: [], over: ['one'] });
  });

  it('is the same one when its cause comes back soon, and another after that', () => {
    expect(changesOf([cause], known(NOW - AGAIN_MS), NOW)).toEqual({ begun: [], again: ['one'], over: [] });
    expect(changesOf([cause], known(NOW - AGAIN_MS - 1), NOW)).toEqual({ begun: [cause], again: [], over: [] });
    expect(changesOf([], known(NOW - 1), NOW)).toEqual({ begun: [], again: [], over: [] });
  });
});
