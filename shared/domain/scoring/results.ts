import { z } from 'zod';
import { accountIdSchema } from '../ids.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const count = z.int().nonnegative();

/** What the figures of results mean, in the words of the page. One definition each, and one place that computes it. */
export const RESULT_DEFINITIONS = {
  scored: { name: '评分数', says: '期间内提交的通话评分，按提交日期计；校准和已撤销的不计。' },
  mean: { name: '平均分', says: '评分数内各次总分（申诉改分后的）之和 ÷ 评分数，保留一位小数。' },
  passed: { name: '合格数', says: '没有一票否决且总分不低于评分表合格分的评分。' },
  passRate: { name: '合格率', says: '合格数 ÷ 评分数。' },
  vetoed: { name: '一票否决数', says: '至少有一项一票否决的评分。' },
  appealed: { name: '申诉数', says: '评分数内话务员提出申诉的。' },
  corrected: { name: '改分数', says: '申诉得到支持并改分的。' },
  itemRate: { name: '得分率', says: '各次得分之和 ÷ 满分之和，不适用的不计。' },
  lost: { name: '扣分次数', says: '没有得满分的次数。' },
} as const;

export const resultsBySchema = z.enum(['agent', 'team', 'inspector', 'item']);
export type ResultsBy = z.infer<typeof resultsBySchema>;
export const RESULTS_BY_NAMES: Readonly<Record<ResultsBy, string>> = {
  agent: '话务员',
  team: '班组',
  inspector: '质检员',
  item: '评分项',
};

/** Both months count. Null: all. */
export const resultsQuerySchema = z
  .object({
    from: month,
    to: month,
    by: resultsBySchema,
    formId: z.uuid().nullable(),
    agentId: accountIdSchema.nullable(),
    teamId: z.string().max(40).nullable(),
    inspectorId: accountIdSchema.nullable(),
  })
  .refine(({ from, to }) => from <= to, { message: '结束月份不能早于开始月份', path: ['to'] });
export type ResultsQuery = z.infer<typeof resultsQuerySchema>;

export const scoreFiguresSchema = z.object({
  scored: count,
  mean: z.number().nullable(),
  passed: count,
  vetoed: count,
  appealed: count,
  corrected: count,
});
export type ScoreFigures = z.infer<typeof scoreFiguresSchema>;

const itemFiguresSchema = z.object({
  /** Marks in which it applied. */
  scored: count,
  /** Points won ÷ full marks, 0 to 1. */
  rate: z.number().min(0).max(1).nullable(),
  lost: count,
});
export type ItemFigures = z.infer<typeof itemFiguresSchema>;

/** `key`: an account, a team (`''`: in none), or a form's item `formId/itemId`. */
const line = { key: z.string(), name: z.string() };

const monthlySchema = z.object({
  ...scoreFiguresSchema.shape,
  months: z.array(scoreFiguresSchema.pick({ scored: true, mean: true })),
});
export type MonthlyFigures = z.infer<typeof monthlySchema>;

/** `months` of the total, the rows and the items: as in the list of months, one for each. */
export const resultsSchema = z.object({
  months: z.array(month),
  /** Of everything that was asked for. */
  total: monthlySchema,
  rows: z.array(z.object({ ...line, ...monthlySchema.shape })),
  /** Filled where `by` is `item`; the rows are empty then. */
  items: z.array(z.object({ ...line, ...itemFiguresSchema.shape, months: z.array(itemFiguresSchema) })),
});
export type Results = z.infer<typeof resultsSchema>;
