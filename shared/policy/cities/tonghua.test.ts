import { describe, expect, it } from 'vitest';
import { instant, msOf } from '../../instant.ts';
import { SHIPPED_CALENDAR } from '../calendar.ts';
import { archiveDue, dispatchDue, extended, extensionAskDue, followUpDue, returnDue } from '../milestones.ts';
import { packOf } from '../packs.ts';
import { ask, wrongDays, refusalOf, type Case } from './city-cases.ts';

const pack = packOf('tonghua');
const at = (text: string): number => Date.parse(`${text}+08:00`);
const T16 = '第十六条';

const CASES: readonly Case[] = [
  [
    'T6: what can be answered is answered at once',
    { mode: 'immediate' },
    { limit: 'atOnce', from: 'received', article: '第十四条' },
  ],
  [
    'T6: the unit answers at once in a three-way call',
    { mode: 'direct' },
    { limit: 'atOnce', from: 'received', article: '第十四条' },
  ],
  [
    'T8: a general order takes five working days from the unit’s receipt',
    {},
    { limit: '5wd', from: 'unitReceived', article: T16 },
  ],
  [
    'T8: a complex one takes no longer, it is extended',
    { complexity: 'major' },
    { limit: '5wd', from: 'unitReceived', article: T16 },
  ],
  [
    'T8: another channel and category take no longer',
    { channel: 'wechat', category: 'help' },
    { limit: '5wd', from: 'unitReceived', article: T16 },
  ],
  [
    'T8: the unit’s answer is due with the order',
    { mode: 'unit-answer' },
    { limit: '5wd', from: 'unitReceived', article: T16 },
  ],
  [
    'T8: several units share the five days',
    { mode: 'joint', units: 3 },
    { limit: '5wd', from: 'unitReceived', article: T16 },
  ],
  [
    'T8: an urgent one takes twelve running hours from the phone call',
    { urgency: 'urgent' },
    { limit: '12h', from: 'phoned', article: T16 },
  ],
  [
    'T10: a filing enters its procedure within five working days',
    { filing: true },
    { limit: '5wd', from: 'unitReceived', article: T16, also: ['T8 5wd'] },
  ],
  [
    'T7: an order is given back within two working days',
    { mode: 'return-request' },
    { limit: '2wd', from: 'unitReceived', article: '第十五条' },
  ],
];

describe('通化 limits on every day of 2025 and 2026', () => {
  it.each(CASES)('%s', (...each) => {
    expect(wrongDays(pack, each)).toEqual([]);
  });

  it('T9: an extension is asked for by the day before the limit ends', () => {
    const general = ask(pack, {}).deadline;
    const asking = ask(pack, { mode: 'extension-request' });
    expect(general?.due).toBe(instant(at('2026-10-14T00:00:00')));
    expect(asking.deadline).toMatchObject({
      due: instant(at('2026-10-13T00:00:00')),
      rule: 'T9',
      limit: '1dBeforeDue',
    });
  });

  it('T11: a joint order says that a lead unit is named', () => {
    expect(ask(pack, { mode: 'joint', units: 2 })).toMatchObject({ note: expect.stringContaining('T11') as unknown });
  });

  it('T10: a statute’s own limit prevails, and the five days to enter the procedure stay visible', () => {
    const dueMs = at('2027-03-01T00:00:00');
    const { deadline } = ask(pack, { statutory: { source: '行政处罚法第六十条', dueMs } });
    expect(deadline).toMatchObject({
      due: instant(dueMs),
      rule: 'T10',
      limit: 'statutory',
      statutory: '行政处罚法第六十条',
      provisional: false,
    });
    expect(deadline?.also).toContainEqual({ rule: 'T10', article: T16, limit: '5wd' });
  });

  it.each([
    ['T15: all orders are followed up, without a limit', { mode: 'follow-up' }, 'T15'],
    ['T9: an urgent order has no extension', { mode: 'extension-request', urgency: 'urgent' }, 'T8'],
    ['T13: an instruction is a form of supervision', { mode: 'instructed' }, 'T13'],
  ] as const)('%s', (_, asked, rule) => {
    expect(refusalOf(pack, asked)).toMatchObject({ rule });
  });

  it.each(['submission', 'first-response', 'suggestion-reply'] as const)('says why %s has no limit', (mode) => {
    expect(refusalOf(pack, { mode }).reason).toMatch(/规定/);
  });
});

describe('通化 milestones', () => {
  it('T7: an order is dispatched on the day it is received', () => {
    expect(dispatchDue(pack, at('2026-09-30T23:59:59'))).toMatchObject({
      dueMs: at('2026-10-01T00:00:00'),
      rule: 'T7',
    });
  });

  it('T7: a return is asked for within two working days of receipt, with its basis; later counts as overdue', () => {
    expect(returnDue(pack, at('2026-09-30T16:00:00'), SHIPPED_CALENDAR)?.dueMs).toBe(at('2026-10-10T00:00:00'));
    expect(pack.returns).toMatchObject({ basisRequired: true, lateCountsAsOverdue: true });
  });

  it('T9: two extensions of five working days each run on from the limit before', () => {
    const { deadline } = ask(pack, {});
    if (!deadline) throw new Error('no deadline');
    const first = extended(pack, deadline, 5, SHIPPED_CALENDAR);
    const second = extended(pack, first, 5, SHIPPED_CALENDAR);
    expect(first).toMatchObject({
      due: instant(at('2026-10-21T00:00:00')),
      rule: 'T9',
      from: 'extended',
      limit: '5wd',
    });
    expect(msOf(second.due)).toBe(at('2026-10-28T00:00:00'));
    expect(extensionAskDue(pack, first, SHIPPED_CALENDAR)?.dueMs).toBe(at('2026-10-20T00:00:00'));
    expect(pack.extensions).toMatchObject({ max: 2, lengthWd: 5, secondNeedsSignature: true });
  });

  it('T14: a closed order is archived the same day, and a lawful reply closes it as satisfaction does', () => {
    expect(archiveDue(pack, at('2026-11-20T18:00:00'))).toMatchObject({
      dueMs: at('2026-11-21T00:00:00'),
      rule: 'T14',
    });
    expect(pack.followUp).toMatchObject({ closesOn: ['satisfied', 'mostlySatisfied'], lawfulReplyCloses: true });
    expect(followUpDue(pack, at('2026-11-20T18:00:00'), SHIPPED_CALENDAR)).toBeNull();
  });
});

describe('通化 as data', () => {
  it('T3: five kinds are taken and seven refused, each refusal with its item and sentence', () => {
    expect(pack.acceptance).toHaveLength(5);
    expect(pack.refusalGrounds.map(({ article }) => article)).toEqual(
      ['一', '二', '三', '四', '五', '六', '七'].map((item) => `第十条第（${item}）项`),
    );
    for (const { article, sentence } of pack.refusalGrounds) expect(sentence).toContain(article);
  });

  it('T1: the channels of articles 3 and 8 are offered', () => {
    expect(pack.channels.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['hotline', 'sms', 'mailbox', 'wechat', 'weibo', 'app', 'web', 'provincial']),
    );
  });

  it('T13: five triggers and seven forms of supervision', () => {
    expect(pack.supervision?.triggers).toHaveLength(5);
    expect(pack.supervision?.forms.map(({ name }) => name)).toEqual([
      '电话督办',
      '书面督办',
      '会议督办',
      '现场督办',
      '媒体联动督办',
      '专项督查',
      '领导批示督办',
    ]);
  });

  it('T18: the causes of article 29 are flags, its open last item included', () => {
    expect(pack.liabilityFlags).toHaveLength(9);
  });

  it('T12: the caller is answered first, then the leader-reviewed report goes to the centre', () => {
    expect(pack.reply.order).toBe('callerFirst');
    expect(pack.leaderReview?.required).toBe(true);
  });

  it('T19: reports by month, half-year and year', () => {
    expect(pack.reports.map(({ every }) => every).toSorted()).toEqual(['halfYear', 'month', 'month', 'year']);
  });
});
