import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa, deviationsOf, fleissKappa } from './deviations.ts';
import { resultOf } from './sheet.ts';
import { anyForm, anySheet, fullSheet, sheetWith, SMALL_FORM } from './testing/sheets.ts';

describe('calibration', () => {
  it('the deviations of an item and of an inspector are the mean of what each is off', () => {
    const sheets = [
      { inspectorId: 'a', sheet: sheetWith({ tone: 20 }) },
      { inspectorId: 'b', sheet: sheetWith({ tone: 14 }) },
      { inspectorId: 'c', sheet: sheetWith({ tone: 11 }) },
    ];
    const apart = deviationsOf(SMALL_FORM, sheets, null);
    expect(apart.from).toBe('mean');
    expect(apart.items.find(({ itemId }) => itemId === 'tone')).toMatchObject({
      sheets: 3,
      mean: 15,
      lowest: 11,
      highest: 20,
      mad: (5 + 1 + 4) / 3,
    });
    expect(apart.items.find(({ itemId }) => itemId === 'facts')?.mad).toBe(0);
    // One item of four, 5 of 20 points off.
    expect(apart.inspectors[0]?.mad).toBeCloseTo(5 / 20 / 4);
    expect(apart.inspectors.map(({ kappa }) => kappa)).toEqual([null, null, null]);
    const fixed = deviationsOf(SMALL_FORM, sheets, sheetWith({ tone: 14 }));
    expect(fixed).toMatchObject({ from: 'reference', inspectors: [{ total: 8 }, { total: 0, mad: 0 }, { total: -4 }] });
    expect(fixed.items.find(({ itemId }) => itemId === 'tone')?.mad).toBe(3);
    expect(fixed.inspectors[1]?.kappa).toBe(1);
    expect(fixed.inspectors[0]?.kappa).toBeLessThan(1);
  });

  it('an item that the reference finds not to apply has nothing to deviate from', () => {
    const sheets = [
      { inspectorId: 'a', sheet: fullSheet() },
      { inspectorId: 'b', sheet: sheetWith({ tone: null }) },
    ];
    const tone = deviationsOf(SMALL_FORM, sheets, sheetWith({ tone: null })).items.find(
      ({ itemId }) => itemId === 'tone',
    );
    expect(tone).toMatchObject({ sheets: 1, mad: null });
  });

  it('Fleiss’ kappa is the published one, and none where all say the same throughout', () => {
    // The worked example of Fleiss (1971) has five categories; this one has its arithmetic with four: three raters.
    const subjects = [
      ['full', 'full', 'full'],
      ['full', 'full', 'lost'],
      ['lost', 'lost', 'lost'],
      ['zero', 'lost', 'zero'],
    ] as const;
    // P = (1 + 1/3 + 1 + 1/3) / 4; shares 5/12, 5/12, 2/12.
    const agreed = 2 / 3;
    const chance = (25 + 25 + 4) / 144;
    expect(fleissKappa(subjects)).toBeCloseTo((agreed - chance) / (1 - chance));
    expect(fleissKappa([['full', 'full']])).toBeNull();
    expect(fleissKappa([['full'], ['lost']])).toBeNull();
    expect(cohenKappa([])).toBeNull();
    // po 3/4; pe = 1/2 x 1/4 + 1/2 x 3/4
    expect(
      cohenKappa([
        ['full', 'full'],
        ['full', 'lost'],
        ['lost', 'lost'],
        ['lost', 'lost'],
      ]),
    ).toBeCloseTo((0.75 - 0.5) / 0.5);
  });

  it('whoever scores alike deviates by nothing', () => {
    const filled = anyForm.chain((form) => fc.tuple(fc.constant(form), anySheet(form)));
    fc.assert(
      fc.property(filled, fc.integer({ min: 1, max: 4 }), ([form, sheet], raters) => {
        if (!resultOf(form, sheet)) return;
        const sheets = Array.from({ length: raters }, (_, at) => ({ inspectorId: String(at), sheet }));
        for (const reference of [null, sheet]) {
          const { total, items, inspectors } = deviationsOf(form, sheets, reference);
          expect(total?.mad).toBeCloseTo(0);
          for (const { mad } of items) expect(mad ?? 0).toBeCloseTo(0);
          for (const one of inspectors)
            expect([one.mad ?? 0, one.total].every((apart) => Math.abs(apart) < 1e-9)).toBe(true);
        }
      }),
    );
  });

  it('no deviation is greater than the points there are', () => {
    const several = anyForm.chain((form) =>
      fc.tuple(fc.constant(form), fc.array(anySheet(form), { minLength: 1, maxLength: 4 }), anySheet(form)),
    );
    fc.assert(
      fc.property(several, ([form, sheets, reference]) => {
        const named = sheets.map((sheet, at) => ({ inspectorId: String(at), sheet }));
        const { items, inspectors, kappa } = deviationsOf(form, named, reference);
        const full = form.sections.flatMap((section) => section.items);
        for (const { itemId, mad } of items)
          expect(mad ?? 0).toBeLessThanOrEqual(full.find(({ id }) => id === itemId)?.points ?? 0);
        for (const { mad } of inspectors) expect(mad ?? 0).toBeLessThanOrEqual(1);
        expect(kappa ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });
});
