import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { authorSchema } from '../people.ts';

/** Readable keys within one form, e.g. `greeting`; they stay the same from version to version. */
const partId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const name = z.string().trim().min(1, '请填写名称').max(40);
/** What is looked at, and how points are taken off. */
const guide = z.string().trim().max(300);

/** One thing that is scored; `points` is its full mark. */
export const formItemSchema = z.object({ id: partId, name, guide, points: z.int().min(1).max(100) });
export type FormItem = z.infer<typeof formItemSchema>;

/** Items that belong together. `weight`: how many of the hundred they are worth, whatever their points add up to. */
export const formSectionSchema = z.object({
  id: partId,
  name,
  weight: z.int().min(1).max(100),
  items: z.array(formItemSchema).min(1, '每个部分至少有一个评分项').max(30),
});
export type FormSection = z.infer<typeof formSectionSchema>;

/** 一票否决: what outweighs everything else. */
export const vetoItemSchema = z.object({ id: partId, name, guide });
export type VetoItem = z.infer<typeof vetoItemSchema>;

/** What a 评分表 asks, out of a hundred. */
export const formContentSchema = z
  .object({
    name,
    sections: z.array(formSectionSchema).min(1, '至少有一个部分').max(12),
    vetoes: z.array(vetoItemSchema).max(12),
    /** The most that a vetoed call can have. */
    vetoCap: z.int().min(0).max(100),
    /** From here on a call has passed (合格). */
    passMark: z.int().min(1).max(100),
    /** Working days in which the operator may appeal. */
    appealDays: z.int().min(1).max(30),
  })
  .superRefine(({ sections, vetoes, vetoCap, passMark }, context) => {
    const complain = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    const ids = [
      ...sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]),
      ...vetoes.map(({ id }) => id),
    ];
    if (new Set(ids).size < ids.length) complain(['sections'], '评分项代码重复');
    if (sections.reduce((sum, { weight }) => sum + weight, 0) !== 100) complain(['sections'], '各部分权重之和应为 100');
    if (vetoCap >= passMark) complain(['vetoCap'], '一票否决后的最高分应低于合格分');
  });
export type FormContent = z.infer<typeof formContentSchema>;

/** draft: still being written, nobody scores by it; released: never changed again; retired: taken out of use. */
export const formStateSchema = z.enum(['draft', 'released', 'retired']);
export type FormState = z.infer<typeof formStateSchema>;

export const FORM_STATE_NAMES: Readonly<Record<FormState, string>> = {
  draft: '草稿',
  released: '已启用',
  retired: '已停用',
};

export const formIdSchema = z.uuid();

/** One version of a form. What is scored by it keeps its number; changing a released one makes the next version. */
export const scoringFormSchema = z.object({
  formId: formIdSchema,
  version: z.int().positive(),
  /** Counts the writings, so that two who change it at once do not overwrite each other. */
  revision: z.int().positive(),
  state: formStateSchema,
  content: formContentSchema,
  /** First day (Beijing) on which it is scored by; null for a draft. */
  from: z.iso.date().nullable(),
  /** Last day; null: until there is a newer version. */
  until: z.iso.date().nullable(),
  by: authorSchema,
  at: instantSchema,
});
export type ScoringForm = z.infer<typeof scoringFormSchema>;

/** The version that is scored by on a day: the newest of those in force. Null where there is none. */
export function formInForce(versions: readonly ScoringForm[], date: string): ScoringForm | null {
  const inForce = versions.filter(
    ({ state, from, until }) =>
      state === 'released' && from !== null && from <= date && (until === null || date <= until),
  );
  return inForce.toSorted((one, other) => other.version - one.version).at(0) ?? null;
}

/** Every item with the section it stands in, in the order of the form. */
export function itemsOf({ sections }: Pick<FormContent, 'sections'>): (FormItem & { readonly sectionId: string })[] {
  return sections.flatMap(({ id, items }) => items.map((item) => ({ ...item, sectionId: id })));
}
