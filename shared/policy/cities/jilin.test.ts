import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '../calendar.ts';
import { reportDue } from '../milestones.ts';
import { packOf } from '../packs.ts';
import { ask, wrongDays, refusalOf, type Case } from './city-cases.ts';

const pack = packOf('jilin');
const item = (article: string, name: string): string => `第${article}条第（${name}）项`;
const J7 = item('十一', '一');
const J8 = item('十一', '二');
const J9 = item('十一', '三');
const J10 = item('十一', '四');
const J11 = item('十一', '五');
const J19 = item('十九', '一');
const J20 = item('十九', '二');
const J21 = item('十九', '三');

const GRIEVANCES: readonly Case[] = [
  [
    'J7: on site and clear is settled on the spot',
    { channel: 'onsite', mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: J7 },
  ],
  [
    'J7: on site and complex takes five working days',
    { channel: 'onsite', mode: 'immediate', complexity: 'complex' },
    { limit: '5wd', from: 'received', article: J7 },
  ],
  [
    'J7: the hall’s desk is on site',
    { channel: 'hall-oral', mode: 'direct' },
    { limit: 'atOnce', from: 'received', article: J7 },
  ],
  [
    'J8: a letter takes five working days, clear or not',
    { channel: 'letter', mode: 'immediate' },
    { limit: '5wd', from: 'received', article: J8 },
  ],
  [
    'J8: paper at the hall is a letter',
    { channel: 'hall-written', complexity: 'complex', mode: 'direct' },
    { limit: '5wd', from: 'received', article: J8 },
  ],
  [
    'J9: the net and clear takes one working day',
    { channel: 'web', mode: 'immediate' },
    { limit: '1wd', from: 'received', article: J9 },
  ],
  [
    'J9: WeChat and complex takes five',
    { channel: 'wechat', mode: 'direct', complexity: 'complex' },
    { limit: '5wd', from: 'received', article: J9 },
  ],
  [
    'J9: forwarded, the day counts from the unit’s receipt (J13)',
    { channel: 'sms' },
    { limit: '1wd', from: 'unitReceived', article: J9 },
  ],
  [
    'J10: the hotline and clear takes one working day from the transfer',
    {},
    { limit: '1wd', from: 'transferred', article: J10 },
  ],
  [
    'J10: the hotline and complex takes five',
    { category: 'report', complexity: 'complex' },
    { limit: '5wd', from: 'transferred', article: J10 },
  ],
  [
    'J10: the unit’s own answer counts from its receipt (J13)',
    { mode: 'unit-answer' },
    { limit: '1wd', from: 'unitReceived', article: J10 },
  ],
  [
    'J11: a major matter takes ten working days by any channel',
    { channel: 'fax', complexity: 'major', mode: 'immediate' },
    { limit: '10wd', from: 'received', article: J11 },
  ],
  [
    'J11: several units go before the letter',
    { channel: 'letter', units: 2 },
    { limit: '10wd', from: 'unitReceived', article: J11, also: ['J8 5wd'] },
  ],
  [
    'J11: several units go before the hotline',
    { units: 2 },
    { limit: '10wd', from: 'transferred', article: J11, also: ['J10 1wd'] },
  ],
  [
    'J11: joint handling goes before the spot',
    { channel: 'onsite', mode: 'joint' },
    { limit: '10wd', from: 'received', article: J11, also: ['J7 atOnce'] },
  ],
];

const INQUIRIES: readonly Case[] = [
  [
    'J19: a question on site is answered at once',
    { channel: 'onsite', category: 'consultation', mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: J19 },
  ],
  [
    'J19: a complex one by phone within three working days',
    { channel: 'onsite', category: 'suggestion', complexity: 'complex', mode: 'suggestion-reply' },
    { limit: '3wd', from: 'received', article: J19 },
  ],
  [
    'J20: from elsewhere three working days from acceptance',
    { category: 'consultation' },
    { limit: '3wd', from: 'accepted', article: J20 },
  ],
  [
    'J20: a complex one no longer',
    { channel: 'letter', category: 'suggestion', complexity: 'complex' },
    { limit: '3wd', from: 'accepted', article: J20 },
  ],
  [
    'J20: the unit answers the forwarder within two',
    { category: 'consultation', mode: 'unit-answer' },
    { limit: '2wd', from: 'unitReceived', article: J20 },
  ],
  [
    'J21: major takes five working days',
    { channel: 'onsite', category: 'consultation', complexity: 'major', mode: 'immediate' },
    { limit: '5wd', from: 'accepted', article: J21 },
  ],
  [
    'J21: several units take five',
    { category: 'suggestion', units: 2 },
    { limit: '5wd', from: 'accepted', article: J21, also: ['J20 3wd'] },
  ],
];

describe('吉林 limits on every day of 2025 and 2026', () => {
  it.each(GRIEVANCES)('%s', (...each) => {
    expect(wrongDays(pack, each)).toEqual([]);
  });
  it.each(INQUIRIES)('%s', (...each) => {
    expect(wrongDays(pack, each)).toEqual([]);
  });

  it.each([
    ['help', { category: 'help' }],
    ['praise', { category: 'praise', channel: 'onsite' }],
    ['a return', { mode: 'return-request' }],
    ['an extension', { mode: 'extension-request' }],
    ['a follow-up', { mode: 'follow-up' }],
    ['a first response', { mode: 'first-response' }],
    ['submission', { mode: 'submission' }],
    ['an instruction', { mode: 'instructed' }],
    ['a suggestion’s reply to a complaint', { mode: 'suggestion-reply' }],
    ['a channel the text does not name', { channel: 'fax' }],
  ] as const)('says why %s has no limit', (_, asked) => {
    expect(refusalOf(pack, asked).reason).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('吉林 as data', () => {
  it('J3: eighteen kinds of grievance are taken, by their items', () => {
    const kinds = pack.acceptance.filter(({ rule }) => rule === 'J3');
    expect(kinds.map(({ id }) => id)).toEqual(Array.from({ length: 18 }, (_, index) => `7-${index + 1}`));
    expect(kinds[0]?.article).toBe('第七条第（一）项');
    expect(kinds[9]?.article).toBe('第七条第（十）项');
    expect(kinds[10]?.article).toBe('第七条第（十一）项');
    expect(kinds[17]?.article).toBe('第七条第（十八）项');
  });

  it('J1: the eight channels of article 4', () => {
    expect(pack.channels).toHaveLength(8);
  });

  it('J9: the net and its kin are answered through the channel they came by', () => {
    expect(pack.reply.originalChannel?.channels).toEqual(['web', 'mailbox', 'weibo', 'wechat', 'sms']);
  });

  it('J7, J8, J4: a written reply for complex matters on site, for letters, and where it is asked for', () => {
    expect(pack.reply.written.map(({ rule, when }) => `${rule} ${when}`)).toEqual([
      'J4 onRequest',
      'J7 complex',
      'J8 always',
    ]);
  });

  it('J13: the unit answers the forwarder, who answers the caller', () => {
    expect(pack.reply.order).toBe('centreFirst');
    expect(ask(pack, { channel: 'web' }).deadline?.from).toBe('unitReceived');
  });

  it('J10, J20: hotline matters are reported to the mayor’s phone office', () => {
    expect(pack.reply.mayorOffice.map(({ rule, channels }) => `${rule} ${channels.join()}`)).toEqual([
      'J10 hotline',
      'J20 hotline',
    ]);
  });

  it('J22: a suggestion is accepted with a commitment, or not with a reason', () => {
    expect(pack.reply.acceptOrNot).toMatchObject({ rule: 'J22', reasonIfNot: true, commitmentIfSo: true });
  });

  it('J5: the accused never sees the material, and whoever has an interest is recused', () => {
    expect(pack.secrecy).toMatchObject({ accusedNeverSees: true, recusal: true });
  });

  it('J16: the quarter’s report is due by the tenth working day of the next quarter', () => {
    const report = pack.reports.find(({ every }) => every === 'quarter');
    if (!report) throw new Error('no quarterly report');
    const due = (date: string): string => {
      const { dueMs = 0 } = reportDue(pack, report, date, SHIPPED_CALENDAR) ?? {};
      return new Date(dueMs).toISOString();
    };
    // 1 to 7 October are a holiday, the 10th is worked: 8, 9, 10, 12 to 16, 19, 20 October.
    expect(due('2026-11-15')).toBe('2026-10-20T16:00:00.000Z');
    expect(due('2026-10-01')).toBe('2026-10-20T16:00:00.000Z');
    expect(due('2026-09-30')).toBe('2026-07-14T16:00:00.000Z');
  });

  it('J2: the year’s findings are circulated, without a day set', () => {
    const report = pack.reports.find(({ every }) => every === 'year');
    expect(report && reportDue(pack, report, '2026-11-15', SHIPPED_CALENDAR)).toBeNull();
  });
});
