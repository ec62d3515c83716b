import { z } from 'zod';
import { instant, instantSchema } from '../instant.ts';
import { addWorkingDays } from './calendar.ts';
import type { LimitRule, Pack } from './pack.ts';

/** An order's deadline with everything that set it, so that it can be explained years later. */
export const deadlineSchema = z.object({
  due: instantSchema,
  /** Rule id, e.g. `H8`. */
  rule: z.string(),
  article: z.string(),
  /** What started the clock. */
  from: z.enum(['received', 'forwarded']),
  startedAt: instantSchema,
  /** Days of the limit, working days. */
  workingDays: z.int().positive(),
  pack: z.string(),
  packVersion: z.int().positive(),
  /** 暂定: the span leaves the announced calendar. */
  provisional: z.boolean(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

/** The rule of the pack that limits this mode, or null where the text gives no limit. */
export function limitRule(pack: Pack, mode: LimitRule['mode']): LimitRule | null {
  return pack.limits.find((rule) => rule.mode === mode) ?? null;
}

/**
 * The deadline a mode brings with it.
 * @param startMs when the clock starts, ms since 1970, by the clock of whoever decides (the centre's in the end)
 */
export function deadlineFor(pack: Pack, mode: LimitRule['mode'], startMs: number): Deadline | null {
  const rule = limitRule(pack, mode);
  if (!rule) return null;
  const { dueMs, provisional } = addWorkingDays(startMs, rule.workingDays);
  return {
    due: instant(dueMs),
    rule: rule.id,
    article: rule.article,
    from: rule.from,
    startedAt: instant(startMs),
    workingDays: rule.workingDays,
    pack: pack.city,
    packVersion: pack.version,
    provisional,
  };
}
