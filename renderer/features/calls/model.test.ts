import { describe, expect, it } from 'vitest';
import { callIdSchema } from '../../../shared/domain/ids.ts';
import type { CallRecord } from '../../../shared/domain/call.ts';
import { instant } from '../../../shared/instant.ts';
import { legText, minuteOf, minuteText, outcomeText, rateText, talkedText, waitedText } from './model.ts';

const START = Date.parse('2026-11-21T02:00:00.000Z');
const at = (seconds: number) => instant(START + seconds * 1000);
const RECORD: CallRecord = {
  callId: callIdSchema.parse('c-1'),
  direction: 'inbound',
  callerNumber: '138****5521',
  dialled: '12345',
  agentId: null,
  agents: [],
  queuedAt: at(0),
  answeredAt: at(12),
  endedAt: at(72),
  endedBy: 'caller',
  outcome: 'answered',
  closed: null,
  skillId: null,
  legs: [],
  unknown: [],
};

describe('a call in the list', () => {
  it('shows how long was waited and spoken', () => {
    expect([waitedText(RECORD), talkedText(RECORD)]).toEqual(['0:12', '1:00']);
    const abandoned: CallRecord = { ...RECORD, answeredAt: null, outcome: 'abandoned' };
    expect([waitedText(abandoned), talkedText(abandoned)]).toEqual(['1:12', null]);
  });

  it('invents no time that nobody knows', () => {
    const lost: CallRecord = {
      ...RECORD,
      answeredAt: null,
      endedAt: null,
      outcome: 'abandoned',
      unknown: ['endedAt', 'answeredAt', 'outcome'],
    };
    expect([waitedText(lost), talkedText(lost), outcomeText(lost)]).toEqual([null, null, '结果不明']);
  });

  it('says why a caller was turned away', () => {
    expect(outcomeText({ outcome: 'refused', closed: 'night', unknown: [] })).toBe('未接入 · 非工作时间');
  });
});

describe('H7: a line to a unit', () => {
  const leg = {
    legId: 'l',
    party: 'unit' as const,
    label: '',
    number: '',
    unitId: null,
    startedAt: at(0),
    endedAt: at(9),
  };
  it.each([
    [{ state: 'left', cause: 'hungUp', answeredAt: at(3) }, '已接通'],
    [{ state: 'failed', cause: 'busy', answeredAt: null }, '占线'],
    [{ state: 'failed', cause: 'declined', answeredAt: null }, '拒接'],
    [{ state: 'failed', cause: 'noAnswer', answeredAt: null }, '未接'],
    [{ state: 'failed', cause: 'badNumber', answeredAt: null }, '空号'],
    [{ state: 'ringing', cause: null, answeredAt: null }, '未结束'],
  ] as const)('%# shows what came of it: %s', (change, said) => {
    expect(legText({ ...leg, ...change })).toBe(said);
  });
});

describe('figures and times', () => {
  it('a share is never rounded up to a goal it missed', () => {
    expect([rateText(0, 0), rateText(9499, 10_000), rateText(1, 1)]).toEqual(['—', '94.9%', '100.0%']);
  });

  it('a time of day is read as it is written', () => {
    expect(['8:30', '24:00', '24:01', '12:60', 'noon'].map(minuteOf)).toEqual([510, 1440, null, null, null]);
    expect(minuteText(510)).toBe('08:30');
  });
});
