import { describe, expect, it } from 'vitest';
import { instant } from '../../instant.ts';
import { SHIPPED_CALENDAR } from '../calendar.ts';
import { dispatchDue, extended, extensionAskDue } from '../milestones.ts';
import { packOf } from '../packs.ts';
import { ask, wrongDays, refusalOf, type Case } from './city-cases.ts';

const pack = packOf('hebi');
const H4 = '第六条第（一）项第1目';
const platform = (mode: number): string => `第六条第（二）项第1目之（${mode}）`;
const H13 = '第六条第（三）项第1目';
const H14 = '第六条第（三）项第2目';

const CASES: readonly Case[] = [
  [
    'H4: the provincial platform’s caller is contacted within one working day',
    { channel: 'provincial', mode: 'first-response' },
    { limit: '1wd', from: 'received', article: H4 },
  ],
  [
    'H4: what can be settled at once is',
    { channel: 'provincial', mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: H4 },
  ],
  [
    'H4: a clear matter takes five working days',
    { channel: 'provincial' },
    { limit: '5wd', from: 'received', article: H4 },
  ],
  [
    'H4: a complex one fifteen',
    { channel: 'provincial', complexity: 'complex', mode: 'joint' },
    { limit: '15wd', from: 'received', article: H4 },
  ],
  [
    'H4: a major one fifteen too',
    { channel: 'provincial', complexity: 'major', mode: 'unit-answer' },
    { limit: '15wd', from: 'received', article: H4 },
  ],
  [
    'H4: a suggestion from the province is answered like the rest',
    { channel: 'provincial', category: 'suggestion', mode: 'suggestion-reply' },
    { limit: '5wd', from: 'received', article: H4 },
  ],
  ['H7: 即办 is answered at once', { mode: 'immediate' }, { limit: 'atOnce', from: 'received', article: platform(1) }],
  [
    'H7: 直办 goes to the unit at once',
    { channel: 'web', mode: 'direct' },
    { limit: 'atOnce', from: 'received', article: platform(2) },
  ],
  [
    'H8: 转办 takes ten working days from the forwarding',
    {},
    { limit: '10wd', from: 'forwarded', article: platform(3) },
  ],
  [
    'H8: whatever the complexity and category',
    { channel: 'app', category: 'help', complexity: 'major' },
    { limit: '10wd', from: 'forwarded', article: platform(3) },
  ],
  [
    'H9: 协办 takes fifteen working days from the naming of the lead',
    { mode: 'joint', units: 3 },
    { limit: '15wd', from: 'leadNamed', article: platform(4) },
  ],
  [
    'H13: a question at the hall is answered on the spot',
    { channel: 'hall-oral', category: 'consultation', mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: H13 },
  ],
  [
    'H14: an oral complaint is answered on the spot',
    { channel: 'hall-oral', mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: H14 },
  ],
  [
    'H14: on site is the hall’s desk',
    { channel: 'onsite', mode: 'immediate', category: 'report' },
    { limit: 'atOnce', from: 'received', article: H14 },
  ],
  [
    'H14: a complex oral complaint takes five working days',
    { channel: 'hall-oral', complexity: 'complex' },
    { limit: '5wd', from: 'received', article: H14 },
  ],
  [
    'H14: several departments take five',
    { channel: 'hall-oral', units: 2 },
    { limit: '5wd', from: 'received', article: H14 },
  ],
  [
    'H14: joint handling takes five, whatever number is given',
    { channel: 'hall-oral', mode: 'joint' },
    { limit: '5wd', from: 'received', article: H14, also: ['H14 atOnce'] },
  ],
  [
    'H14: a written complaint takes five from receipt',
    { channel: 'hall-written' },
    { limit: '5wd', from: 'received', article: H14 },
  ],
  [
    'H14: a suggestion’s adoption is told within five of the transfer',
    { channel: 'hall-written', category: 'suggestion', mode: 'suggestion-reply' },
    { limit: '5wd', from: 'unitReceived', article: H14 },
  ],
];

describe('鹤壁 limits on every day of 2025 and 2026', () => {
  it.each(CASES)('%s', (...each) => {
    expect(wrongDays(pack, each)).toEqual([]);
  });

  it('H4: a statute’s own limit prevails over the platform’s', () => {
    const dueMs = Date.parse('2026-12-20T00:00:00+08:00');
    expect(ask(pack, { statutory: { source: '某条例', dueMs } }).deadline).toMatchObject({
      due: instant(dueMs),
      rule: 'H4',
      statutory: '某条例',
      also: [{ rule: 'H8', limit: '10wd' }],
    });
  });

  it.each([
    ['H10: 呈办 has no limit but the instruction', { mode: 'submission' }, 'H10'],
    ['H12: follow-up is random, without a limit', { mode: 'follow-up' }, 'H12'],
    ['H9: more time is asked of the city’s leaders, without a window', { mode: 'extension-request' }, 'H9'],
    ['H4: only the province’s callers have a first response', { mode: 'first-response' }, 'H4'],
    ['H14: a suggestion by phone has no limit of its own', { mode: 'suggestion-reply', category: 'suggestion' }, 'H14'],
    ['H8: the unit’s days are within the ten', { mode: 'unit-answer' }, 'H8'],
    ['H13: praise at the hall has no limit', { channel: 'hall-oral', category: 'praise' }, 'H13'],
    ['H1: a letter is none of the platforms', { channel: 'letter' }, 'H1'],
  ] as const)('%s', (_, asked, rule) => {
    expect(refusalOf(pack, asked)).toMatchObject({ rule, reason: expect.stringMatching(/[\u4e00-\u9fff]/) as unknown });
  });
});

describe('鹤壁 as data', () => {
  it('H3: four groups are refused, each with its item and sentence', () => {
    expect(pack.refusalGrounds.map(({ id }) => id)).toEqual(['H3-1', 'H3-2', 'H3-3', 'H3-4']);
    for (const { article, sentence } of pack.refusalGrounds) expect(sentence).toContain(article);
  });

  it('H5: only the provincial platform’s replies are reviewed by the leader and checked by three questions', () => {
    expect(pack.inspection).toMatchObject({ required: true, channels: ['provincial'] });
    expect(pack.inspection?.criteria.map(({ name }) => name)).toEqual(['事实清楚', '定性准确', '处理到位']);
    expect(pack.leaderReview?.channels).toEqual(['provincial']);
  });

  it('H9: only joint handling is extended, by the city’s leaders, for as long as they allow', () => {
    const { deadline } = ask(pack, { mode: 'joint' });
    if (!deadline) throw new Error('no deadline');
    expect(pack.extensions).toMatchObject({ onlyModes: ['joint'], decidedBy: 'cityLeaders', maxLengthWd: null });
    expect(extensionAskDue(pack, deadline, SHIPPED_CALENDAR)?.dueMs).toBe(Date.parse(deadline.due));
    expect(extended(pack, deadline, 7, SHIPPED_CALENDAR)).toMatchObject({ rule: 'H9', limit: '7wd' });
  });

  it('H11: an overdue order is pressed on by a 催办单 or by phone', () => {
    expect(pack.supervision?.forms.map(({ name }) => name)).toEqual(['催办单', '电话催办']);
    expect(pack.acts['urge']).toMatchObject({ rule: 'H11' });
  });

  it('H12: 复查 and then 复核 may be asked for', () => {
    expect(pack.review).toMatchObject({ levels: 2 });
    expect(pack.followUp?.coverage).toBe('sample');
  });

  it('H2: dispatch is prompt, but no day is set for it', () => {
    expect(dispatchDue(pack, Date.parse('2026-11-20T10:00:00+08:00'))).toBeNull();
  });
});
