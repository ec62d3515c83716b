import { z } from 'zod';
import { itemsOf, type FormContent } from './form.ts';

/** Seconds from the beginning of the recording. */
const atSeconds = z.int().min(0).max(86_400).nullable();
const remark = z.string().trim().max(300);

/** What one item got. `points` null: 不适用 in this call, and neither lost nor won. */
export const markSchema = z.object({
  itemId: z.string(),
  points: z.number().min(0).max(100).multipleOf(0.5).nullable(),
  remark,
  atSeconds,
});
export type Mark = z.infer<typeof markSchema>;

export const vetoMarkSchema = z.object({ vetoId: z.string(), remark, atSeconds });

/** What an inspector has written into a form. An item without a mark has not been looked at yet. */
export const sheetSchema = z.object({
  marks: z.array(markSchema).max(360),
  vetoes: z.array(vetoMarkSchema).max(12),
  comment: z.string().trim().max(1000),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const EMPTY_SHEET: Sheet = { marks: [], vetoes: [], comment: '' };

export const resultSchema = z.object({
  /** Of a hundred, to a tenth. */
  total: z.number().min(0).max(100),
  vetoed: z.boolean(),
  passed: z.boolean(),
});
export type ScoreResult = z.infer<typeof resultSchema>;

/** One section's part in the total. `got` and `full` in the section's own points, items that do not apply left out. */
export interface SectionScore {
  readonly sectionId: string;
  readonly got: number;
  readonly full: number;
}

/** The points of a section that apply, as far as they are marked. */
export function sectionScores(form: FormContent, { marks }: Pick<Sheet, 'marks'>): SectionScore[] {
  const given = new Map(marks.map(({ itemId, points }) => [itemId, points]));
  return form.sections.map(({ id, items }) => {
    const applying = items.flatMap((item) => {
      const points = given.get(item.id);
      return typeof points === 'number' ? [{ got: Math.min(points, item.points), full: item.points }] : [];
    });
    const sum = (of: 'got' | 'full'): number => applying.reduce((all, each) => all + each[of], 0);
    return { sectionId: id, got: sum('got'), full: sum('full') };
  });
}

/**
 * The total by the form: each section's share of its points, weighted; a section of which nothing applies leaves its
 * weight to the others. A veto caps it. Working while writing too: what is not marked yet does not count.
 * @returns null where nothing is marked
 */
export function resultOf(form: FormContent, sheet: Sheet): ScoreResult | null {
  const scores = sectionScores(form, sheet).filter(({ full }) => full > 0);
  if (scores.length === 0) return null;
  const weights = new Map(form.sections.map(({ id, weight }) => [id, weight]));
  const weightOf = ({ sectionId }: SectionScore): number => weights.get(sectionId) ?? 0;
  const weight = scores.reduce((sum, score) => sum + weightOf(score), 0);
  const won = scores.reduce((sum, score) => sum + (weightOf(score) * score.got) / score.full, 0);
  const vetoed = sheet.vetoes.length > 0;
  const reached = toTenth((100 * won) / weight);
  const total = vetoed ? Math.min(reached, form.vetoCap) : reached;
  return { total, vetoed, passed: !vetoed && total >= form.passMark };
}

/** Rounded to a tenth, halves upwards; sums of thirds come a hair short of the half they stand for. */
export function toTenth(value: number): number {
  return Math.floor(value * 10 + 0.5 + 1e-9) / 10;
}

/** Why a sheet cannot be handed in, in the words of the screen; null where it can. */
export function sheetObjection(form: FormContent, sheet: Sheet): string | null {
  const items = itemsOf(form);
  const known = new Map(items.map((item) => [item.id, item]));
  const seen = new Set<string>();
  for (const { itemId, points, remark: said } of sheet.marks) {
    const item = known.get(itemId);
    if (!item) return '评分表中没有这个评分项';
    if (seen.has(itemId)) return `“${item.name}”评了两次`;
    seen.add(itemId);
    if (points !== null && points > item.points) return `“${item.name}”超过满分 ${item.points} 分`;
    // Whoever loses points is told what for.
    if (points !== null && points < item.points && said === '') return `“${item.name}”扣分须写明理由`;
  }
  const missing = items.find(({ id }) => !seen.has(id));
  if (missing) return `“${missing.name}”还没有评分`;
  for (const { vetoId, remark: said } of sheet.vetoes) {
    const veto = form.vetoes.find(({ id }) => id === vetoId);
    if (!veto) return '评分表中没有这个一票否决项';
    if (said === '') return `“${veto.name}”须写明理由`;
  }
  if (new Set(sheet.vetoes.map(({ vetoId }) => vetoId)).size < sheet.vetoes.length) return '一票否决项重复';
  return resultOf(form, sheet) === null ? '没有一项适用，不能计分' : null;
}
