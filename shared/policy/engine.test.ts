import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelSchema, complexitySchema } from '../domain/channel.ts';
import { beijingDate, instant, msOf } from '../instant.ts';
import { isWorkingDay, SHIPPED_CALENDAR } from './calendar.ts';
import { atHome, fits, limitFor, type LimitQuery } from './choose.ts';
import { deadlineSchema, dueOf } from './deadline.ts';
import { nominalHours } from './limit.ts';
import type { LimitRule } from './pack-limits.ts';
import { resumed } from './milestones.ts';
import { everyPack, packOf } from './packs.ts';
import { packSchema, type Pack } from './pack.ts';
import { limitModeSchema, ruleCategorySchema, urgencySchema } from './values.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);

const anyMoment = fc.integer({ min: at('2025-01-01T00:00:00'), max: at('2030-12-31T00:00:00') });
const anyPack = fc.constantFrom(...everyPack());
const anyQuery: fc.Arbitrary<LimitQuery> = fc.record({
  channel: fc.constantFrom(...channelSchema.options),
  category: fc.constantFrom(...ruleCategorySchema.options),
  complexity: fc.constantFrom(...complexitySchema.options),
  units: fc.integer({ min: 1, max: 5 }),
  mode: fc.constantFrom(...limitModeSchema.options),
  urgency: fc.constantFrom(...urgencySchema.options),
  startMs: anyMoment,
  filing: fc.boolean(),
});

/** A sixth city: another pack with a few rules of its own, made of data alone. */
const SIXTH: unknown = {
  ...packOf('tonghua'),
  city: 'sixth',
  cityName: '第六市',
  regulation: '第六市热线办法',
  documentNumber: null,
  numberPrefix: 'SX',
  rules: [{ id: 'X1', article: '第一条', gist: '信函 7 个工作日，其余 3 个工作日。' }],
  telephone: null,
  callScript: [],
  settings: { ...packOf('tonghua').settings, dayEnds: '17:30' },
  acceptance: [],
  refusalGrounds: [],
  channels: [],
  modes: [],
  limits: [
    { id: 'X1-other', rule: 'X1', article: '第一条', limit: '3wd', from: 'received', when: [{ modes: ['forward'] }] },
    {
      id: 'X1-letter',
      rule: 'X1',
      article: '第一条',
      limit: '7wd',
      from: 'accepted',
      when: [{ modes: ['forward'], channels: ['letter'] }],
    },
  ],
  noLimits: [],
  statutory: null,
  acts: {},
  dispatch: null,
  returns: null,
  extensions: null,
  leaderReview: null,
  reply: {
    order: 'open',
    orderCited: null,
    originalChannel: null,
    written: [],
    mayorOffice: [],
    acceptOrNot: null,
    again: null,
  },
  followUp: null,
  archive: null,
  secrecy: null,
  supervision: null,
  liabilityFlags: [],
  reports: [],
  forms: [],
};

const PLAIN: LimitQuery = {
  channel: 'hotline',
  category: 'complaint',
  complexity: 'clear',
  units: 1,
  mode: 'forward',
  urgency: 'general',
  startMs: at('2026-09-30T16:00:00'),
};

const due = (pack: Pack, query: Partial<LimitQuery> = {}): string | undefined =>
  dueOf(pack, { ...PLAIN, ...query }, SHIPPED_CALENDAR).deadline?.due;

/** How much of this request a limit states: channel, category, complexity, units, urgency. */
const states = ({ when }: LimitRule, query: LimitQuery): number =>
  Math.max(
    ...when
      .filter((condition) => fits(condition, query))
      .map((condition) => Object.keys(condition).filter((part) => part !== 'modes' && part !== 'filing').length),
  );

/** True where the answer is a rule of the pack, or a Chinese sentence. */
function isAnswered(pack: Pack, query: LimitQuery): boolean {
  const answer = dueOf(pack, query, SHIPPED_CALENDAR);
  if (answer.deadline === null) return /[\u4e00-\u9fff]/.test(answer.reason);
  const { rule } = answer.deadline;
  return pack.rules.some(({ id }) => id === rule);
}

/** True where a limit in working days ends with one, and nothing ends before it starts. */
function endsRightly(pack: Pack, query: LimitQuery): boolean {
  const { deadline } = dueOf(pack, query, SHIPPED_CALENDAR);
  if (!deadline) return true;
  const dueMs = msOf(deadline.due);
  return dueMs >= query.startMs && (!deadline.limit.endsWith('wd') || isWorkingDay(beijingDate(dueMs - 1)));
}

/** True where no other limit that fitted should have been taken: more is stated by it, or as much and it is shorter. */
function isRightlyChosen(pack: Pack, query: LimitQuery): boolean {
  const choice = limitFor(pack, query);
  if (choice.rule === null) return true;
  const { rule, others } = choice;
  const yields = (id: string): boolean => [rule, ...others].some(({ precedes }) => precedes?.includes(id));
  const home = atHome(pack, query);
  const better = others.filter((other) => {
    const more = states(other, home) - states(rule, home);
    return !yields(other.id) && (more > 0 || (more === 0 && nominalHours(other.limit) < nominalHours(rule.limit)));
  });
  return better.length === 0 && !yields(rule.id) && !others.includes(rule);
}

describe('the engine', () => {
  it('serves a sixth city by its pack alone, with the office’s closing time', () => {
    const pack = packSchema.parse(SIXTH);
    expect(due(pack)).toBe(instant(at('2026-10-10T17:30:00')));
    expect(dueOf(pack, { ...PLAIN, channel: 'letter' }, SHIPPED_CALENDAR).deadline).toMatchObject({
      due: instant(at('2026-10-15T17:30:00')),
      from: 'accepted',
      also: [{ rule: 'X1', article: '第一条', limit: '3wd' }],
    });
    expect(dueOf(pack, { ...PLAIN, mode: 'joint' }, SHIPPED_CALENDAR)).toEqual({
      deadline: null,
      reason: '《第六市热线办法》没有给投诉的协办规定时限',
      rule: null,
      article: null,
    });
  });

  it.each([
    'choose.ts',
    'deadline.ts',
    'changes.ts',
    'milestones.ts',
    'calendar.ts',
    'limit.ts',
    'pack.ts',
    'remaining.ts',
  ])('names no city: %s', (file) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    for (const { city, cityName } of everyPack()) {
      expect(source).not.toContain(city);
      expect(source).not.toContain(cityName.slice(0, 2));
    }
  });

  it('answers every question with a limit that the pack has, or a Chinese reason', () => {
    fc.assert(
      fc.property(anyPack, anyQuery, (pack, query) => {
        expect(isAnswered(pack, query)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('says the same twice, and through a parse as it is stored', () => {
    fc.assert(
      fc.property(anyPack, anyQuery, (pack, query) => {
        const { deadline } = dueOf(pack, query, SHIPPED_CALENDAR);
        expect(dueOf(pack, query, SHIPPED_CALENDAR).deadline).toEqual(deadline);
        expect(deadlineSchema.nullable().parse(JSON.parse(JSON.stringify(deadline)))).toEqual(deadline);
      }),
    );
  });

  it('never lets a later start end earlier', () => {
    fc.assert(
      fc.property(anyPack, anyQuery, anyMoment, (pack, query, other) => {
        const [early, late] = other < query.startMs ? [other, query.startMs] : [query.startMs, other];
        const first = due(pack, { ...query, startMs: early });
        const second = due(pack, { ...query, startMs: late });
        // Instants sort as text; a question without a limit has none for any start.
        expect([first ?? '', second ?? ''].toSorted()).toEqual([first ?? '', second ?? '']);
        expect(first === undefined).toBe(second === undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends limits in working days within a working day, and none before its start but a window’s', () => {
    fc.assert(
      fc.property(anyPack, anyQuery, (pack, query) => {
        expect(endsRightly(pack, query)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes the limit that precedes, then the one that states most, then the shorter', () => {
    fc.assert(
      fc.property(anyPack, anyQuery, (pack, query) => {
        expect(isRightlyChosen(pack, query)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('settings of a pack', () => {
  const withSettings = (changes: Partial<Pack['settings']>): Pack => {
    const pack = packOf('tonghua');
    return packSchema.parse({ ...pack, settings: { ...pack.settings, ...changes } });
  };

  it('count the day of receipt where the pack does, unless it is no working day or closed already', () => {
    const pack = withSettings({ countReceiptDay: true, dayEnds: '17:30' });
    expect(due(pack, { startMs: at('2026-11-16T09:00:00') })).toBe(instant(at('2026-11-20T17:30:00')));
    expect(due(pack, { startMs: at('2026-11-16T17:30:00') })).toBe(instant(at('2026-11-23T17:30:00')));
    expect(due(pack, { startMs: at('2026-11-15T09:00:00') })).toBe(instant(at('2026-11-20T17:30:00')));
  });

  it('let hours stand still on days off where the pack says so', () => {
    const pack = withSettings({ hoursRun: 'onWorkingDays' });
    expect(due(pack, { urgency: 'urgent' })).toBe(instant(at('2026-10-08T04:00:00')));
    expect(due(packOf('tonghua'), { urgency: 'urgent' })).toBe(instant(at('2026-10-01T04:00:00')));
  });

  it('T7: let the clock run while a return is asked for, or stand still where the pack says so', () => {
    const asked = at('2026-11-18T10:00:00');
    const refused = at('2026-11-20T10:00:00');
    const resumedOf = (pack: Pack, query: Partial<LimitQuery>): string | undefined => {
      const { deadline } = dueOf(pack, { ...PLAIN, startMs: at('2026-11-17T09:00:00'), ...query }, SHIPPED_CALENDAR);
      return deadline ? resumed(pack, deadline, asked, refused, SHIPPED_CALENDAR).due : undefined;
    };
    const standing = withSettings({ clockDuringReturn: 'stands' });
    expect(resumedOf(packOf('tonghua'), {})).toBe(instant(at('2026-11-25T00:00:00')));
    expect(resumedOf(standing, {})).toBe(instant(at('2026-11-27T00:00:00')));
    expect(resumedOf(standing, { urgency: 'urgent' })).toBe(instant(at('2026-11-19T21:00:00')));
  });

  it('T9: read 期满前1日 as a calendar day, or as a working day where the pack says so', () => {
    // The limit ends with Monday 23 November; before it lie a Sunday and a Friday.
    const query = { mode: 'extension-request', startMs: at('2026-11-16T09:00:00') } as const;
    expect(due(packOf('tonghua'), query)).toBe(instant(at('2026-11-23T00:00:00')));
    expect(due(withSettings({ beforeDue: 'workingDays' }), query)).toBe(instant(at('2026-11-21T00:00:00')));
  });
});

describe('a pack', () => {
  const broken = (changes: object): string => {
    const { error } = packSchema.safeParse({ ...packOf('hebi'), ...changes });
    return error?.issues.map(({ message }) => message).join('; ') ?? '';
  };

  it('is refused with a limit named twice, one that precedes nothing, a window onto nothing', () => {
    const [limit] = packOf('hebi').limits;
    const { limits } = packOf('hebi');
    expect(broken({ limits: [...limits, limit] })).toMatch(/stands twice/);
    expect(broken({ limits: [...limits, { ...limit, id: 'x', precedes: ['nowhere'] }] })).toMatch(/not there/);
    expect(broken({ limits: [...limits, { ...limit, id: 'x', limit: '1dBeforeDue' }] })).toMatch(/"of" belongs/);
  });

  it.each([
    ['jilin', 'J', 23],
    ['hebi', 'H', 19],
    ['tonghua', 'T', 19],
    ['ankang', 'A', 7],
    ['zaozhuang', 'Z', 16],
  ])('of %s lists its rules %s1 to %i', (city, letter, count) => {
    const ids = Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
    expect(packOf(city).rules.map(({ id }) => id)).toEqual(ids);
  });

  it('is refused where it cites a rule that it does not list, or has a field nobody knows', () => {
    expect(broken({ rules: [packOf('hebi').rules[0]] })).toMatch(/cited but not listed/);
    expect(broken({ holidays: [] })).not.toBe('');
  });

  it.each(everyPack().map((pack) => [pack.city, pack] as const))(
    'of %s keeps its acts and forms under ids of their own',
    (_, pack) => {
      for (const list of [pack.forms, pack.reports, pack.liabilityFlags, pack.refusalGrounds, pack.acceptance]) {
        const ids = list.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    },
  );
});

describe('a deadline stored before limits had units', () => {
  it('is read as working days', () => {
    const old = {
      due: '2026-12-04T16:00:00.000Z',
      rule: 'H8',
      article: '第六条',
      from: 'forwarded',
      startedAt: '2026-11-20T02:00:00.000Z',
      workingDays: 10,
      pack: 'hebi',
      packVersion: 1,
      provisional: false,
    };
    const { workingDays: _, ...rest } = old;
    expect(deadlineSchema.parse(old)).toEqual({ ...rest, limit: '10wd', statutory: null, also: [] });
  });
});
