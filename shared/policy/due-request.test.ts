import { describe, expect, it } from 'vitest';
import { answerDue, WrongInput } from './due-request.ts';
import { limitName } from './limit.ts';

const ASKED = {
  city: 'tonghua',
  channel: 'hotline',
  category: 'complaint',
  complexity: 'clear',
  units: 1,
  mode: 'forward',
  urgency: 'general',
  start: '2026-09-30T16:00:00+08:00',
};

const answer = (changes: object = {}): unknown => answerDue(JSON.stringify({ ...ASKED, ...changes }));

function complaint(changes: object, drop?: string): string {
  const entries = Object.entries({ ...ASKED, ...changes }).filter(([key]) => key !== drop);
  return complaintOf(JSON.stringify(Object.fromEntries(entries)));
}

function complaintOf(json: string): string {
  try {
    answerDue(json);
  } catch (error) {
    if (error instanceof WrongInput) return error.message;
    throw error;
  }
  throw new Error('was answered');
}

describe('a what-if question', () => {
  it('T8: is answered with the end of the last day as the next day’s first instant in Beijing', () => {
    expect(answer()).toEqual({
      due: '2026-10-14T00:00:00+08:00',
      rule: 'T8',
      article: '第十六条',
      from: 'unitReceived',
      limit: '5wd',
      provisional: false,
      statutory: null,
      also: [],
      start: '2026-09-30T16:00:00+08:00',
      city: 'tonghua',
      pack: 'tonghua',
      packVersion: 1,
      knownUntil: '2026-12-31',
    });
  });

  it('takes a start in any offset, and answers in Beijing time', () => {
    expect(answer({ start: '2026-09-30T08:00:00Z' })).toEqual(answer());
    expect(answer({ mode: 'immediate', start: '2026-09-30T16:30:00.250Z' })).toMatchObject({
      due: '2026-10-01T00:30:00.250+08:00',
    });
    expect(answer({ start: '2026-09-30T16:30:00Z' })).toMatchObject({ start: '2026-10-01T00:30:00+08:00' });
  });

  it('says why there is no limit', () => {
    expect(answer({ mode: 'follow-up' })).toMatchObject({
      due: null,
      rule: 'T15',
      limit: null,
      reason: expect.stringContaining('回访') as unknown,
    });
  });

  it('T10: takes a filing and a statute’s date', () => {
    expect(answer({ filing: true })).toMatchObject({ rule: 'T10', also: [{ rule: 'T8', limit: '5wd' }] });
    const statutory = { source: '某法', due: '2026-12-01T00:00:00+08:00' };
    expect(answer({ statutory })).toMatchObject({ due: statutory.due, statutory: '某法', limit: 'statutory' });
    expect(answer({ statutory: null })).toEqual(answer());
  });

  it('gives a list for a list, in order', () => {
    const both = answerDue(JSON.stringify([ASKED, { ...ASKED, city: 'hebi' }]));
    expect(both).toMatchObject([{ rule: 'T8' }, { rule: 'H8' }]);
    expect(answerDue('[]')).toEqual([]);
  });
});

describe('a wrong question', () => {
  it.each([
    ['city', { city: 'beijing' }, 'jilin | hebi | tonghua | ankang | zaozhuang'],
    ['channel', { channel: 'telex' }, 'hotline | onsite'],
    ['category', { category: 7 }, 'consultation | help'],
    ['complexity', { complexity: 'easy' }, 'clear | complex | major'],
    ['mode', { mode: 'none' }, 'immediate | direct'],
    ['urgency', { urgency: 'now' }, 'general | urgent'],
    ['units', { units: 0 }, '整数'],
    ['units', { units: 1.5 }, '整数'],
    ['units', { units: '1' }, '整数'],
    ['start', { start: '2026-09-30T16:00:00' }, '时区'],
    ['start', { start: '2026-02-30T16:00:00+08:00' }, '时区'],
    ['start', { start: '1926-09-30T16:00:00+08:00' }, '2005'],
    ['start', { start: 1790000000000 }, '时区'],
    ['filing', { filing: 'yes' }, 'true | false'],
    ['statutory.due', { statutory: { source: '某法', due: 'soon' } }, '时区'],
    ['statutory.source', { statutory: { source: '', due: '2026-12-01T00:00:00+08:00' } }, '法律文件'],
  ] as const)('names the field %s and what it may hold', (field, changes, allowed) => {
    const message = complaint(changes);
    expect(message).toContain(`字段 ${field} `);
    expect(message).toContain(allowed);
  });

  it.each(Object.keys(ASKED))('says that %s is missing', (field) => {
    expect(complaint({}, field)).toContain(`缺少字段 ${field}；允许的值`);
  });

  it('names a field it does not know', () => {
    expect(complaint({ colour: 'red' })).toContain('不认识的字段 colour；可用的字段：city、');
    expect(complaint({ statutory: { source: '某法', due: '2026-12-01T00:00:00+08:00', by: 1 } })).toContain(
      'statutory.by；可用的字段：source、due',
    );
  });

  it('names every wrong field at once', () => {
    const message = complaint({ city: 'x', mode: 'y' });
    expect(message).toContain('字段 city ');
    expect(message).toContain('字段 mode ');
  });

  it('names the place in a list', () => {
    expect(complaintOf(JSON.stringify([ASKED, { ...ASKED, mode: 'x' }]))).toMatch(/^\[1\] 字段 mode /);
  });

  it.each(['null', '7', '"tonghua"', '[[]]', '[null]'])('wants an object: %s', (json) => {
    expect(complaintOf(json)).toContain('要一个对象');
  });

  it('is no JSON', () => {
    expect(complaintOf('{"city":')).toContain('不是有效的 JSON');
  });
});

describe('a limit in words', () => {
  it.each([
    ['5wd', '5 个工作日'],
    ['12h', '12 小时'],
    ['atOnce', '当场'],
    ['1dBeforeDue', '期满前 1 日'],
    ['statutory', '法定时限'],
  ])('%s is %s', (limit, name) => {
    expect(limitName(limit)).toBe(name);
  });
});
