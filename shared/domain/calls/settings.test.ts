import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '../../policy/calendar.ts';
import { callSettingsSchema, firstCallSettings, hoursAt, plainNumber } from './settings.ts';

const at = (local: string): number => Date.parse(`${local}:00.000+08:00`);

describe('service hours', () => {
  const { hours } = firstCallSettings(true);

  it.each([
    ['2026-11-20T08:29', 'night'],
    ['2026-11-20T08:30', 'open'],
    ['2026-11-20T17:29', 'open'],
    ['2026-11-20T17:30', 'night'],
    // A Saturday.
    ['2026-11-21T10:00', 'holiday'],
    // National Day, a Thursday.
    ['2026-10-01T10:00', 'holiday'],
    // 调休: a Saturday that is worked.
    ['2026-10-10T10:00', 'open'],
  ])('Z1: at %s callers find the line %s', (local, expected) => {
    expect(hoursAt(hours, at(local), SHIPPED_CALENDAR)).toBe(expected);
  });

  it('H1, T1: around the clock there is neither night nor holiday', () => {
    const { hours: always } = firstCallSettings(false);
    expect(hoursAt(always, at('2026-10-01T03:00'), SHIPPED_CALENDAR)).toBe('open');
  });
});

describe('settings', () => {
  const first = firstCallSettings(false);
  const [line] = first.lines;
  const refusal = (change: object): string | undefined =>
    callSettingsSchema.safeParse({ ...first, ...change }).error?.issues[0]?.message;

  it('of a new centre stand', () => {
    expect(refusal({})).toBeUndefined();
  });

  it('say in Chinese which name is missing', () => {
    expect(refusal({ lines: [{ ...line, name: ' ' }] })).toBe('请填写名称');
  });

  it('are refused where a queue asks for what nobody can have, stands twice, or narrows again', () => {
    expect(refusal({ lines: [{ ...line, skillId: 'sign' }] })).toBe('队列使用了已不存在的技能');
    expect(refusal({ lines: [line, line] })).toBe('同一号码只能有一条队列');
    const widen = [30, 20].map((afterSeconds) => ({ afterSeconds, skillId: null, minLevel: 1 }));
    expect(refusal({ lines: [{ ...line, widen }] })).toBe('扩大范围的时间应当一次比一次长');
    expect(refusal({ hours: { always: false, workingDays: [{ from: 600, to: 500 }], otherDays: [] } })).toBe(
      '结束时间应晚于开始时间',
    );
  });
});

describe('a number', () => {
  it.each([
    ['13800005521', '13800005521'],
    ['013800005521', '13800005521'],
    ['+8613800005521', '13800005521'],
    ['0392-3333333', '03923333333'],
    ['86', '86'],
    ['anonymous', ''],
  ])('%s is compared as "%s"', (written, plain) => {
    expect(plainNumber(written)).toBe(plain);
  });
});
