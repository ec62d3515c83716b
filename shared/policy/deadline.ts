import { z } from 'zod';
import { instant, instantSchema, msOf } from '../instant.ts';
import { addHours, addWorkingDays, daysBefore, type Calendar } from './calendar.ts';
import { atHome, fits, limitFor, type Choice, type LimitQuery } from './choose.ts';
import { limitTextSchema, parseLimit } from './limit.ts';
import type { LimitRule } from './pack-limits.ts';
import type { Pack } from './pack.ts';
import { startEventSchema, type StartEvent } from './values.ts';

/** An order's deadline with everything that set it, so that it can be explained years later. */
const currentSchema = z.object({
  due: instantSchema,
  /** Rule id, e.g. `H8`; `statute` where only another text sets the limit. */
  rule: z.string(),
  article: z.string(),
  /** What started the clock. */
  from: startEventSchema,
  startedAt: instantSchema,
  /** e.g. `5wd`; see `limit.ts`. */
  limit: limitTextSchema,
  pack: z.string(),
  packVersion: z.int().positive(),
  /** 暂定: the span leaves the announced calendar. */
  provisional: z.boolean(),
  /** 法定时限: the text that sets `due` in place of the city's limit. */
  statutory: z.string().nullable().default(null),
  /** What else fitted, so that both articles can be shown. */
  also: z.array(z.object({ rule: z.string(), article: z.string(), limit: limitTextSchema })).default([]),
});

/** Orders stored before limits had units counted in `workingDays`; they are read as what they meant. */
export const deadlineSchema = z.preprocess((stored) => {
  if (typeof stored !== 'object' || stored === null || 'limit' in stored || !('workingDays' in stored)) return stored;
  const { workingDays, ...rest } = stored;
  return { ...rest, limit: `${String(workingDays)}wd` };
}, currentSchema);
export type Deadline = z.infer<typeof deadlineSchema>;

/** The deadline, with a remark on the rule where there is one; or why the text gives none. */
export type DueAnswer =
  | { readonly deadline: Deadline; readonly note: string | null }
  | { readonly deadline: null; readonly reason: string; readonly rule: string | null; readonly article: string | null };

/** What the pack says is due when. Pure: the same on desk and centre. */
export function dueOf(pack: Pack, query: LimitQuery, calendar: Calendar): DueAnswer {
  const choice = limitFor(pack, query);
  if (query.statutory) return { deadline: statutoryDeadline(pack, query, query.statutory, choice), note: null };
  if (choice.rule === null)
    return { deadline: null, reason: choice.reason, rule: choice.cited, article: choice.article };
  const { rule, others } = choice;
  const deadline: Deadline = {
    ...endOf(pack, rule, query.startMs, calendar),
    rule: rule.rule,
    article: rule.article,
    from: startOf(rule, pack, query),
    startedAt: instant(query.startMs),
    limit: rule.limit,
    pack: pack.city,
    packVersion: pack.version,
    statutory: null,
    also: alsoOf(others.filter((other) => other.rule !== rule.rule || other.limit !== rule.limit)),
  };
  return { deadline, note: rule.note ?? null };
}

/**
 * When a limit of the pack ends.
 * @returns the due instant, and whether the span left the announced calendar
 */
export function endOf(
  pack: Pack,
  rule: Pick<LimitRule, 'limit' | 'of'>,
  startMs: number,
  calendar: Calendar,
): Pick<Deadline, 'due' | 'provisional'> {
  const { settings } = pack;
  const limit = parseLimit(rule.limit);
  switch (limit.kind) {
    case 'atOnce':
      return { due: instant(startMs), provisional: false };
    case 'hours':
      return marked(addHours(startMs, limit.count, calendar, settings.hoursRun === 'onWorkingDays'));
    case 'workingDays':
      return marked(addWorkingDays(startMs, limit.count, calendar, settings));
    case 'daysBeforeDue': {
      const base = pack.limits.find(({ id }) => id === rule.of);
      if (!base) throw new RangeError(`${pack.city}: no limit to count back from for ${rule.limit}`);
      const { due, provisional } = endOf(pack, base, startMs, calendar);
      return { due: instant(daysBefore(msOf(due), limit.count, settings.beforeDue, calendar)), provisional };
    }
    case 'statutory':
      throw new RangeError('a date that another text sets cannot be worked out from the pack');
  }
}

function marked({
  dueMs,
  provisional,
}: {
  dueMs: number;
  provisional: boolean;
}): Pick<Deadline, 'due' | 'provisional'> {
  return { due: instant(dueMs), provisional };
}

/** The statute's date stands in place of the city's limit; what the city asks meanwhile stays visible. */
function statutoryDeadline(
  pack: Pack,
  query: LimitQuery,
  statutory: { readonly source: string; readonly dueMs: number },
  choice: Choice,
): Deadline {
  return {
    due: instant(statutory.dueMs),
    rule: pack.statutory?.rule ?? 'statute',
    article: pack.statutory?.article ?? statutory.source,
    from: choice.rule ? startOf(choice.rule, pack, query) : 'received',
    startedAt: instant(query.startMs),
    limit: 'statutory',
    pack: pack.city,
    packVersion: pack.version,
    provisional: false,
    statutory: statutory.source,
    also: choice.rule ? alsoOf([choice.rule, ...choice.others]) : [],
  };
}

function startOf(rule: LimitRule, pack: Pack, query: LimitQuery): StartEvent {
  const asked = atHome(pack, query);
  return rule.fromOtherwise?.find(({ when }) => fits(when, asked))?.from ?? rule.from;
}

/** Other limits to name, each rule and length once. */
function alsoOf(others: readonly LimitRule[]): Deadline['also'] {
  const named = new Map(
    others.map(({ rule, article, limit }) => [`${rule} ${limit}`, { rule, article, limit }] as const),
  );
  return [...named.values()];
}
