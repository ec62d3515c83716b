import { z } from 'zod';
import type { Article } from '../article.ts';
import { beijingDate, instant, startOfBeijingDate, type Instant } from '../../instant.ts';

const months = z.int().min(1).max(36);

/** What a centre has set for keeping its knowledge up to date. */
export const knowledgeSettingsSchema = z.object({
  /** Months after which an article of each kind is to be checked again. */
  checkMonths: z.object({ policy: months, guide: months, contact: months, faq: months, script: months }),
  /** Working days within which the owner answers what operators report. */
  feedbackDays: z.int().min(1).max(30),
});
export type KnowledgeSettings = z.infer<typeof knowledgeSettingsSchema>;

/** Until a centre sets its own: telephone numbers change most often, sentences to read out most rarely. */
export const DEFAULT_KNOWLEDGE_SETTINGS: KnowledgeSettings = {
  checkMonths: { policy: 6, guide: 6, contact: 3, faq: 6, script: 12 },
  feedbackDays: 2,
};

type Checked = Pick<Article, 'kind' | 'checkedOn'>;

/** The last day (YYYY-MM-DD) on which an article may still be checked in time. T13: 第十八条 knowledge kept up. */
export function checkDueOn({ kind, checkedOn }: Checked, { checkMonths }: KnowledgeSettings): string {
  const [year = 0, month = 0, day = 0] = checkedOn.split('-').map(Number);
  const target = month - 1 + checkMonths[kind];
  // The 31st falls back on the last day of a shorter month.
  const lastDay = new Date(Date.UTC(year, target + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, target, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The instant from which a check is late: the end of its last day. */
export function checkLateFrom(article: Checked, settings: KnowledgeSettings): Instant {
  return instant(startOfBeijingDate(checkDueOn(article, settings)) + DAY_MS);
}

/** How a check stands on a day; `near` from two weeks before its last day on. @param nowMs ms since 1970 */
export function checkStanding(article: Checked, settings: KnowledgeSettings, nowMs: number): 'fine' | 'near' | 'late' {
  const due = checkDueOn(article, settings);
  if (due < beijingDate(nowMs)) return 'late';
  return startOfBeijingDate(due) - nowMs < NEAR_DAYS * DAY_MS ? 'near' : 'fine';
}

const DAY_MS = 86_400_000;
const NEAR_DAYS = 14;
