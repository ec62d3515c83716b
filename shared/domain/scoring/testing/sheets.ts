import fc from 'fast-check';
import { itemsOf, type FormContent } from '../form.ts';
import type { Sheet } from '../sheet.ts';

/** A small form: two sections of unlike weight, one veto. */
export const SMALL_FORM: FormContent = {
  name: '通话评分表',
  sections: [
    {
      id: 'manner',
      name: '服务规范',
      weight: 40,
      items: [
        { id: 'greeting', name: '开头语', guide: '报工号', points: 10 },
        { id: 'tone', name: '语气', guide: '', points: 20 },
      ],
    },
    {
      id: 'answer',
      name: '业务能力',
      weight: 60,
      items: [
        { id: 'facts', name: '记录要素', guide: '', points: 20 },
        { id: 'policy', name: '政策准确', guide: '', points: 30 },
      ],
    },
  ],
  vetoes: [{ id: 'rude', name: '辱骂诉求人', guide: '' }],
  vetoCap: 0,
  passMark: 80,
  appealDays: 3,
};

/** Everything right. */
export function fullSheet(form: FormContent = SMALL_FORM): Sheet {
  return {
    marks: itemsOf(form).map(({ id, points }) => ({ itemId: id, points, remark: '', atSeconds: null })),
    vetoes: [],
    comment: '',
  };
}

/** Full marks but for some items; those lose points with a word why. */
export function sheetWith(points: Readonly<Record<string, number | null>>, veto = false): Sheet {
  const sheet = fullSheet();
  return {
    ...sheet,
    marks: sheet.marks.map((mark) => {
      const given = points[mark.itemId];
      return given === undefined ? mark : { ...mark, points: given, remark: '见录音', atSeconds: 12 };
    }),
    vetoes: veto ? [{ vetoId: 'rude', remark: '见录音', atSeconds: 30 }] : [],
  };
}

/** Forms of every shape that the schema lets through. */
export const anyForm: fc.Arbitrary<FormContent> = fc
  .array(
    fc.record({
      share: fc.integer({ min: 1, max: 20 }),
      points: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((sections) =>
    fc.record({
      sections: fc.constant(sections),
      vetoCap: fc.integer({ min: 0, max: 59 }),
      passMark: fc.integer({ min: 60, max: 100 }),
    }),
  )
  .map(({ sections, vetoCap, passMark }) => {
    const rest = 100 - sections.slice(1).reduce((sum, { share }) => sum + share, 0);
    return {
      ...SMALL_FORM,
      vetoCap,
      passMark,
      sections: sections.map(({ share, points }, at) => ({
        id: `s${at}`,
        name: `部分${at}`,
        weight: at === 0 ? rest : share,
        items: points.map((full, index) => ({ id: `s${at}-i${index}`, name: `项${index}`, guide: '', points: full })),
      })),
    };
  });

/** Complete sheets of a form: halves of points, some items not applying, now and then a veto. */
export function anySheet(form: FormContent): fc.Arbitrary<Sheet> {
  const marks = itemsOf(form).map(({ id, points }) =>
    fc.option(fc.integer({ min: 0, max: points * 2 }), { freq: 6 }).map((halves) => ({
      itemId: id,
      points: halves === null ? null : halves / 2,
      remark: '说明',
      atSeconds: null,
    })),
  );
  return fc.record({
    marks: fc.tuple(...marks),
    vetoes: fc.boolean().map((veto) => (veto ? [{ vetoId: 'rude', remark: '说明', atSeconds: null }] : [])),
    comment: fc.constant(''),
  });
}
