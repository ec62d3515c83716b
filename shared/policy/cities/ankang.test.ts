import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '../calendar.ts';
import { extended, extensionAskDue, returnDue } from '../milestones.ts';
import { packOf } from '../packs.ts';
import { ask, wrongDays, refusalOf, type Case } from './city-cases.ts';

const pack = packOf('ankang');
const article = (item: number): string => `第六条第（${item}）项`;

const CASES: readonly Case[] = [
  [
    'A3: a simple complaint on site is answered at once',
    { channel: 'onsite', mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: article(1) },
  ],
  [
    'A3: otherwise within five working days',
    { channel: 'hall-oral', mode: 'direct', complexity: 'complex' },
    { limit: '5wd', from: 'received', article: article(1) },
  ],
  [
    'A3: a major one takes no longer',
    { channel: 'onsite', mode: 'immediate', complexity: 'major' },
    { limit: '5wd', from: 'received', article: article(1) },
  ],
  [
    'A4: a specialist matter is back with the 监督科 within five working days',
    {},
    { limit: '5wd', from: 'unitReceived', article: article(2) },
  ],
  [
    'A4: forwarded from the site it is five, too',
    { channel: 'onsite' },
    { limit: '5wd', from: 'unitReceived', article: article(2) },
  ],
  [
    'A4: a complex one within ten',
    { channel: 'web', complexity: 'complex', mode: 'unit-answer' },
    { limit: '10wd', from: 'unitReceived', article: article(2) },
  ],
  ['A4: a major one within ten', { complexity: 'major' }, { limit: '10wd', from: 'unitReceived', article: article(2) }],
  [
    'A5: several departments take twenty from receipt',
    { units: 2 },
    { limit: '20wd', from: 'received', article: article(3), also: ['A4 5wd'] },
  ],
  [
    'A5: on site too',
    { channel: 'onsite', mode: 'immediate', units: 2 },
    { limit: '20wd', from: 'received', article: article(3), also: ['A3 atOnce'] },
  ],
  [
    'A5: joint handling is for several departments',
    { mode: 'joint', category: 'report' },
    { limit: '20wd', from: 'received', article: article(3) },
  ],
];

describe('安康 limits on every day of 2025 and 2026', () => {
  it.each(CASES)('%s', (...each) => {
    expect(wrongDays(pack, each)).toEqual([]);
  });

  it.each([
    ['A1: only complaints have limits', { category: 'consultation' }, 'A1'],
    ['A3: off the site nothing is answered on the spot', { mode: 'immediate' }, 'A3'],
    ['A3: nor in a three-way call', { mode: 'direct', channel: 'letter' }, 'A3'],
  ] as const)('%s', (_, asked, rule) => {
    expect(refusalOf(pack, asked)).toMatchObject({ rule });
  });

  it.each([
    'follow-up',
    'return-request',
    'extension-request',
    'submission',
    'instructed',
    'first-response',
    'suggestion-reply',
  ] as const)('says why %s has no limit', (mode) => {
    expect(refusalOf(pack, { mode }).reason).toMatch(/没有规定/);
  });
});

describe('安康 as data', () => {
  it('A1: eight kinds are taken and three refused', () => {
    expect(pack.acceptance).toHaveLength(8);
    expect(pack.refusalGrounds).toHaveLength(3);
  });

  it('A4: the unit answers the 监督科 only, which tells the caller', () => {
    expect(pack.reply.order).toBe('centreOnly');
    expect(pack.office).toBe('监督科');
  });

  it('A6, A7: fifteen causes, eight sanctions and four mitigations, and what follows a proven complaint', () => {
    const count = (rule: string, kind: string): number =>
      pack.liabilityFlags.filter((flag) => flag.rule === rule && flag.kind === kind).length;
    expect([count('A7', 'cause'), count('A7', 'sanction'), count('A7', 'mitigation')]).toEqual([15, 8, 4]);
    expect(count('A6', 'sanction')).toBe(4);
  });

  it('A5: no returns and no extensions: a longer matter goes to the coordination meeting', () => {
    const { deadline } = ask(pack, {});
    if (!deadline) throw new Error('no deadline');
    expect(returnDue(pack, Date.parse('2026-11-20T10:00:00+08:00'), SHIPPED_CALENDAR)).toBeNull();
    expect(extensionAskDue(pack, deadline, SHIPPED_CALENDAR)).toBeNull();
    expect(() => extended(pack, deadline, 5, SHIPPED_CALENDAR)).toThrow(RangeError);
    expect(pack.acts['meeting']).toMatchObject({ rule: 'A5' });
  });
});
