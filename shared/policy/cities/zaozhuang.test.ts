import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '../calendar.ts';
import { extended, followUpDue } from '../milestones.ts';
import { packOf } from '../packs.ts';
import { ask, wrongDays, refusalOf, type Case } from './city-cases.ts';

const pack = packOf('zaozhuang');
const article = (item: string): string => `第十八条第（${item}）项`;

const CASES: readonly Case[] = [
  [
    'Z8: a clear complaint on site is settled on the spot',
    { channel: 'onsite', mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: article('一') },
  ],
  [
    'Z8: at the hall’s desk too, even if handed on',
    { channel: 'hall-oral', mode: 'forward' },
    { limit: 'atOnce', from: 'received', article: article('一') },
  ],
  ['Z8: 转办 takes one working day', {}, { limit: '1wd', from: 'unitReceived', article: article('二') }],
  [
    'Z8: on paper as well',
    { channel: 'hall-written', category: 'report' },
    { limit: '1wd', from: 'unitReceived', article: article('二') },
  ],
  [
    'Z8: 批办 takes three working days from the complaint',
    { mode: 'instructed' },
    { limit: '3wd', from: 'received', article: article('三') },
  ],
  [
    'Z8: what needs looking into is 批办, however handed on',
    { complexity: 'complex' },
    { limit: '3wd', from: 'received', article: article('三') },
  ],
  [
    'Z8: on site as well',
    { channel: 'onsite', complexity: 'major' },
    { limit: '3wd', from: 'received', article: article('三') },
  ],
  [
    'Z5: the first response comes within one working day',
    { channel: 'letter', mode: 'first-response' },
    { limit: '1wd', from: 'received', article: '第十四条' },
  ],
  [
    'Z10: follow-up comes within three working days of closing',
    { mode: 'follow-up' },
    { limit: '3wd', from: 'closed', article: article('五') },
  ],
];

describe('枣庄 limits on every day of 2025 and 2026', () => {
  it.each(CASES)('%s', (...each) => {
    expect(wrongDays(pack, each)).toEqual([]);
  });

  it.each([
    ['Z3: only complaints have limits', { category: 'suggestion' }, 'Z3'],
    ['Z9: more time is asked for before the limit ends', { mode: 'extension-request' }, 'Z9'],
    ['Z8: nothing is settled on the spot by phone', { mode: 'immediate' }, 'Z8'],
    [
      'Z8: nor on site where the facts are not clear',
      { channel: 'onsite', mode: 'direct', complexity: 'complex' },
      'Z8',
    ],
    ['Z8: the unit’s days are within the limit', { mode: 'unit-answer' }, 'Z8'],
  ] as const)('%s', (_, asked, rule) => {
    expect(refusalOf(pack, asked)).toMatchObject({ rule });
  });

  it.each(['joint', 'submission', 'suggestion-reply', 'return-request'] as const)(
    'says why %s has no limit',
    (mode) => {
      expect(refusalOf(pack, { mode }).reason).toMatch(/没有规定/);
    },
  );
});

describe('枣庄 as data', () => {
  it('Z3: five kinds are refused, each with its number and sentence', () => {
    expect(pack.refusalGrounds).toHaveLength(5);
    for (const { article: cited, sentence } of pack.refusalGrounds) expect(sentence).toContain(cited);
  });

  it('Z8, Z9: 批办 is extended once by at most two working days, by form, and the office sets the limit', () => {
    const { deadline } = ask(pack, { mode: 'instructed', startMs: Date.parse('2026-09-28T10:00:00+08:00') });
    if (!deadline) throw new Error('no deadline');
    expect(pack.extensions).toMatchObject({ max: 1, maxLengthWd: 2, formRequired: true, onlyModes: ['instructed'] });
    // Due at the end of 8 October; two more working days are the 9th and the 10th, a worked Saturday.
    expect(deadline.due).toBe('2026-10-08T16:00:00.000Z');
    expect(extended(pack, deadline, 2, SHIPPED_CALENDAR).due).toBe('2026-10-10T16:00:00.000Z');
  });

  it('Z9: the reply is signed by the unit’s leader', () => {
    expect(pack.leaderReview).toMatchObject({ required: true, signature: true, channels: [] });
  });

  it('Z10: the dissatisfied are asked why, and the unit’s fault goes back with a limit', () => {
    expect(pack.followUp).toMatchObject({ reasonRequired: true, redoWithLimit: true });
    expect(followUpDue(pack, Date.parse('2026-11-20T18:00:00+08:00'), SHIPPED_CALENDAR)).toMatchObject({
      dueMs: Date.parse('2026-11-26T00:00:00+08:00'),
      rule: 'Z10',
    });
  });

  it('Z7: what the caller wants kept secret is', () => {
    expect(pack.secrecy).toMatchObject({ secretOnRequest: true });
  });

  it('Z12: refusals are archived too', () => {
    expect(pack.archive?.refusalsToo).toBe(true);
  });

  it('Z2: letters, phones, fax and the net are offered', () => {
    expect(pack.channels.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['letter', 'hotline', 'fax', 'web']),
    );
  });
});

it('Z4: whoever takes a call says who they are, and nothing of the matter before its facts are checked', () => {
  const { callScript } = packOf('zaozhuang');
  expect(callScript.map((line) => `${line.rule} ${line.article}`)).toEqual(['Z4 第十三条', 'Z4 第十一条']);
  expect(callScript[0]?.say).toContain('表明身份');
  expect(callScript[0]?.say).toContain('{jobNumber}');
  expect(callScript[1]?.say).toContain('不表态');
});
