import { describe, expect, it } from 'vitest';
import { findHook, hookAct, isOffHook, type HidCollection } from './hook-switch.ts';

const HOOK = 0x0b0020;
const MUTE = 0x0b002f;

/** As a common USB headset describes itself: one bit each, in the second report. */
const HEADSET: readonly HidCollection[] = [
  { usagePage: 0x0c, inputReports: [{ reportId: 1, items: [{ usages: [0x0c00e9], reportSize: 1, reportCount: 8 }] }] },
  {
    usagePage: 0x0b,
    inputReports: [
      {
        reportId: 2,
        items: [
          { usages: [MUTE], reportSize: 1, reportCount: 1 },
          { usages: [HOOK], reportSize: 1, reportCount: 1 },
          { usages: [], reportSize: 1, reportCount: 6 },
        ],
      },
    ],
  },
];

const data = (...bytes: number[]): DataView => new DataView(Uint8Array.from(bytes).buffer);

describe('a headset’s hook switch', () => {
  it('is found by the telephony page’s usage, with its place in its report', () => {
    expect(findHook(HEADSET)).toEqual({ reportId: 2, bit: 1 });
  });

  it('is found inside a range and inside nested collections, past whole bytes', () => {
    const range = { isRange: true, usageMinimum: 0x0b0019, usageMaximum: 0x0b0021, reportSize: 1, reportCount: 9 };
    const padding = { usages: [0x0b0000], reportSize: 8, reportCount: 1 };
    const nested = [{ children: [{ inputReports: [{ items: [padding, range] }] }] }];
    expect(findHook(nested)).toEqual({ reportId: 0, bit: 15 });
  });

  it('is none on a device without one', () => {
    expect(
      findHook([
        { usagePage: 0x01, inputReports: [{ items: [{ usages: [0x010030], reportSize: 8, reportCount: 1 }] }] },
      ]),
    ).toBeNull();
    expect(findHook([])).toBeNull();
  });

  it('is read from its own report alone', () => {
    const place = { reportId: 2, bit: 9 };
    expect(isOffHook(place, 2, data(0, 0b10))).toBe(true);
    expect(isOffHook(place, 2, data(0xff, 0))).toBe(false);
    expect(isOffHook(place, 1, data(0, 0b10))).toBeNull();
    expect(isOffHook(place, 2, data(0xff))).toBeNull();
  });
});

describe('a press of the headset’s button', () => {
  it('answers what rings and ends what is spoken', () => {
    expect(hookAct(false, true, 'ringing')).toBe('answer');
    expect(hookAct(null, true, 'ringing')).toBe('answer');
    expect(hookAct(true, false, 'talking')).toBe('hangUp');
  });

  it('does nothing else: no call is ended by plugging the headset in, none answered twice', () => {
    expect(hookAct(null, false, 'talking')).toBeNull();
    expect(hookAct(true, true, 'ringing')).toBeNull();
    expect(hookAct(false, true, null)).toBeNull();
    expect(hookAct(true, false, 'ringing')).toBeNull();
  });
});
