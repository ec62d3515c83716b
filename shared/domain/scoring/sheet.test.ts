import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../instant.ts';
import { accountIdSchema } from '../ids.ts';
import { formContentSchema, formInForce, itemsOf, type FormContent, type ScoringForm } from './form.ts';
import { EMPTY_SHEET, resultOf, sectionScores, sheetObjection, sheetSchema, type Sheet } from './sheet.ts';
import { anyForm, anySheet, fullSheet, sheetWith, SMALL_FORM } from './testing/sheets.ts';

const filled = anyForm.chain((form) => fc.tuple(fc.constant(form), anySheet(form)));

/** The total by fractions of whole numbers, as one would do it on paper. */
function onPaper(form: FormContent, sheet: Sheet): number | null {
  let numerator = 0n;
  let denominator = 1n;
  let weight = 0n;
  for (const section of form.sections) {
    const marks = section.items.flatMap((item) => {
      const points = sheet.marks.find(({ itemId }) => itemId === item.id)?.points ?? null;
      return points === null ? [] : [{ got: BigInt(points * 2), full: BigInt(item.points * 2) }];
    });
    if (marks.length === 0) continue;
    const got = marks.reduce((sum, mark) => sum + mark.got, 0n);
    const full = marks.reduce((sum, mark) => sum + mark.full, 0n);
    numerator = numerator * full + BigInt(section.weight) * got * denominator;
    denominator *= full;
    weight += BigInt(section.weight);
  }
  if (weight === 0n) return null;
  // Tenths of a point, halves upwards.
  const tenths = (2n * 1000n * numerator + denominator * weight) / (2n * denominator * weight);
  return Number(tenths) / 10;
}

describe('a score', () => {
  it('is each section’s share of its points, weighted', () => {
    expect(resultOf(SMALL_FORM, fullSheet())).toEqual({ total: 100, vetoed: false, passed: true });
    // 40 x 20/30 + 60 x 50/50
    expect(resultOf(SMALL_FORM, sheetWith({ greeting: 0 }))?.total).toBe(86.7);
    expect(sectionScores(SMALL_FORM, sheetWith({ greeting: 4.5 }))).toEqual([
      { sectionId: 'manner', got: 24.5, full: 30 },
      { sectionId: 'answer', got: 50, full: 50 },
    ]);
  });

  it('leaves the weight of what does not apply to the rest', () => {
    expect(resultOf(SMALL_FORM, sheetWith({ facts: null, policy: null, tone: 5 }))?.total).toBe(50);
    expect(resultOf(SMALL_FORM, sheetWith({ facts: null, policy: null, tone: null, greeting: null }))).toBeNull();
    expect(resultOf(SMALL_FORM, EMPTY_SHEET)).toBeNull();
  });

  it('一票否决 outweighs everything: the total is at most what the form says, and nothing passes', () => {
    expect(resultOf(SMALL_FORM, sheetWith({}, true))).toEqual({ total: 0, vetoed: true, passed: false });
    const capped = { ...SMALL_FORM, vetoCap: 59 };
    expect(resultOf(capped, sheetWith({}, true))).toEqual({ total: 59, vetoed: true, passed: false });
    expect(resultOf(capped, sheetWith({ facts: 0, policy: 0 }, true))?.total).toBe(40);
  });

  it('comes to what whole numbers give, whatever form and sheet', () => {
    fc.assert(
      fc.property(filled, ([form, sheet]) => {
        const result = resultOf(form, { ...sheet, vetoes: [] });
        expect(result?.total ?? null).toBe(onPaper(form, sheet));
      }),
    );
  });

  it('never falls where an item gets more, and never rises by a veto', () => {
    fc.assert(
      fc.property(filled, fc.nat(), ([form, sheet], which) => {
        const before = resultOf(form, { ...sheet, vetoes: [] });
        if (!before) return;
        const items = itemsOf(form);
        const item = items[which % items.length];
        const marks = sheet.marks.map((mark) =>
          mark.itemId === item?.id && mark.points !== null ? { ...mark, points: item.points } : mark,
        );
        expect(resultOf(form, { ...sheet, marks, vetoes: [] })?.total).toBeGreaterThanOrEqual(before.total);
        const vetoed = resultOf(form, { ...sheet, vetoes: [{ vetoId: 'rude', remark: '', atSeconds: null }] });
        expect(vetoed?.total).toBeLessThanOrEqual(Math.min(before.total, form.vetoCap));
        expect(vetoed?.passed).toBe(false);
      }),
    );
  });
});

describe('a sheet', () => {
  it('is handed in whole: each item marked or 不适用, points lost with a word why', () => {
    expect(sheetObjection(SMALL_FORM, fullSheet())).toBeNull();
    expect(sheetObjection(SMALL_FORM, EMPTY_SHEET)).toBe('“开头语”还没有评分');
    const unsaid = { ...fullSheet(), marks: fullSheet().marks.map((mark) => ({ ...mark, points: 1 })) };
    expect(sheetObjection(SMALL_FORM, unsaid)).toBe('“开头语”扣分须写明理由');
    expect(sheetObjection(SMALL_FORM, sheetWith({ tone: 21 }))).toBe('“语气”超过满分 20 分');
    const vetoed = { ...fullSheet(), vetoes: [{ vetoId: 'rude', remark: '', atSeconds: null }] };
    expect(sheetObjection(SMALL_FORM, vetoed)).toBe('“辱骂诉求人”须写明理由');
    const twice = { ...fullSheet(), marks: [...fullSheet().marks, ...fullSheet().marks] };
    expect(sheetObjection(SMALL_FORM, twice)).toBe('“开头语”评了两次');
    const strange = { ...fullSheet(), marks: [{ itemId: 'other', points: 1, remark: '', atSeconds: null }] };
    expect(sheetObjection(SMALL_FORM, strange)).toBe('评分表中没有这个评分项');
  });

  it('that stands has a total, and one that does not apply at all has none', () => {
    fc.assert(
      fc.property(filled, ([form, sheet]) => {
        sheetSchema.parse(sheet);
        const applies = sheet.marks.some(({ points }) => points !== null);
        expect(sheetObjection(form, sheet)).toBe(applies ? null : '没有一项适用，不能计分');
      }),
    );
  });
});

describe('a form', () => {
  const refusal = (change: Partial<FormContent>): string | undefined =>
    formContentSchema.safeParse({ ...SMALL_FORM, ...change }).error?.issues[0]?.message;

  it('adds up to a hundred, names nothing twice, and lets no vetoed call pass', () => {
    expect(refusal({})).toBeUndefined();
    const [first, second] = SMALL_FORM.sections;
    expect(refusal({ sections: first ? [first] : [] })).toBe('各部分权重之和应为 100');
    expect(refusal({ sections: first && second ? [first, { ...second, id: 'tone' }] : [] })).toBe('评分项代码重复');
    expect(refusal({ vetoCap: 80 })).toBe('一票否决后的最高分应低于合格分');
  });

  it('is scored by in its newest version that is in force on the day', () => {
    const form = (
      version: number,
      state: ScoringForm['state'],
      from: string | null,
      until: string | null,
    ): ScoringForm => ({
      formId: '00000000-0000-4000-8000-000000000001',
      version,
      revision: 1,
      state,
      content: SMALL_FORM,
      from,
      until,
      by: {
        accountId: accountIdSchema.parse('00000000-0000-4000-8000-000000001501'),
        jobNumber: '1501',
        name: '质检员',
      },
      at: instant(0),
    });
    const versions = [
      form(3, 'draft', null, null),
      form(2, 'released', '2026-12-01', null),
      form(1, 'released', '2026-10-01', '2026-11-30'),
    ];
    expect(formInForce(versions, '2026-09-30')).toBeNull();
    expect(formInForce(versions, '2026-11-30')?.version).toBe(1);
    expect(formInForce(versions, '2026-12-01')?.version).toBe(2);
    expect(formInForce([form(1, 'retired', '2026-10-01', null)], '2026-11-30')).toBeNull();
  });
});
