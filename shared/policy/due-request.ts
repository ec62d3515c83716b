import { z } from 'zod';
import { channelSchema, complexitySchema } from '../domain/channel.ts';
import { BEIJING_OFFSET_MS } from '../instant.ts';
import { SHIPPED_CALENDAR, type Calendar } from './calendar.ts';
import { dueOf, type Deadline, type DueAnswer } from './deadline.ts';
import { CITIES, packOf } from './packs.ts';
import { limitModeSchema, ruleCategorySchema, urgencySchema } from './values.ts';

/** The lunar and solar terms behind the estimate are sound in these years. */
const EARLIEST = Date.parse('2005-01-01T00:00:00+08:00');
const LATEST = Date.parse('2099-12-01T00:00:00+08:00');

const momentSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((ms) => ms >= EARLIEST && ms < LATEST);

/** A what-if question about a deadline, as somebody types it. */
const dueRequestSchema = z.strictObject({
  city: z.enum(CITIES),
  channel: channelSchema,
  category: ruleCategorySchema,
  complexity: complexitySchema,
  units: z.int().positive().max(1000),
  mode: limitModeSchema,
  urgency: urgencySchema,
  start: momentSchema,
  filing: z.boolean().optional(),
  statutory: z
    .strictObject({ source: z.string().trim().min(1).max(200), due: momentSchema })
    .nullable()
    .optional(),
});

/** What each field may hold, in words, for the message about a wrong one. */
const MOMENT = '带时区的 ISO 时间，2005 至 2099 年，如 2026-09-30T16:00:00+08:00';
const ALLOWED: Readonly<Record<string, string>> = {
  city: CITIES.join(' | '),
  channel: channelSchema.options.join(' | '),
  category: ruleCategorySchema.options.join(' | '),
  complexity: complexitySchema.options.join(' | '),
  units: '1 至 1000 的整数',
  mode: limitModeSchema.options.join(' | '),
  urgency: urgencySchema.options.join(' | '),
  start: MOMENT,
  filing: 'true | false',
  statutory: `null，或 {"source": 法律文件名称, "due": ${MOMENT}}`,
  'statutory.source': '法律文件名称，1 至 200 字',
  'statutory.due': MOMENT,
};

/** Input that cannot be understood; the message names the field and what it may hold. */
export class WrongInput extends Error {}

/** The answer as it is printed; `due` null with a reason where the text gives no limit. */
export type DuePrinted = Readonly<Record<string, unknown>>;

/**
 * Answers one question or a list of them.
 * @throws WrongInput naming the field, its allowed values, and for a list the position
 */
export function answerDue(json: string, calendar: Calendar = SHIPPED_CALENDAR): DuePrinted | readonly DuePrinted[] {
  const asked = parseJson(json);
  if (!Array.isArray(asked)) return answerOne(asked, '', calendar);
  return asked.map((one: unknown, index) => answerOne(one, `[${index}] `, calendar));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongInput(`不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}

function answerOne(asked: unknown, where: string, calendar: Calendar): DuePrinted {
  const parsed = dueRequestSchema.safeParse(asked);
  if (!parsed.success) throw new WrongInput(where + complaint(asked, parsed.error));
  const { city, start, statutory, filing, ...rest } = parsed.data;
  const pack = packOf(city);
  const answer = dueOf(
    pack,
    {
      ...rest,
      startMs: start,
      filing: filing ?? false,
      statutory: statutory ? { source: statutory.source, dueMs: statutory.due } : null,
    },
    calendar,
  );
  const about = {
    start: inBeijing(start),
    city,
    pack: pack.city,
    packVersion: pack.version,
    knownUntil: calendar.knownUntil,
  };
  return { ...printed(answer), ...about };
}

function printed(answer: DueAnswer): DuePrinted {
  if (answer.deadline === null)
    return {
      due: null,
      rule: answer.rule,
      article: answer.article,
      from: null,
      limit: null,
      reason: answer.reason,
      provisional: false,
      also: [],
    };
  const { due, rule, article, from, limit, provisional, statutory, also }: Deadline = answer.deadline;
  const note = answer.note === null ? {} : { note: answer.note };
  return {
    due: inBeijing(Date.parse(due)),
    rule,
    article,
    from,
    limit,
    provisional,
    statutory,
    also,
    ...note,
  };
}

/** e.g. `2026-10-14T00:00:00+08:00`; milliseconds only where the start had some. */
function inBeijing(ms: number): string {
  return new Date(ms + BEIJING_OFFSET_MS).toISOString().replace(/(?:\.000)?Z$/, '+08:00');
}

function complaint(asked: unknown, error: z.ZodError): string {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    return `要一个对象，字段为 ${Object.keys(dueRequestSchema.shape).join('、')}`;
  return error.issues.map((issue) => complaintAbout(asked, issue)).join('\n');
}

function complaintAbout(asked: object, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(dueRequestSchema.shape) : ['source', 'due'];
    return `不认识的字段 ${[...issue.path, ...issue.keys].join('.')}；可用的字段：${known.join('、')}`;
  }
  const field = issue.path.join('.');
  const given = valueAt(asked, issue.path);
  const allowed = `允许的值：${ALLOWED[field] ?? ''}`;
  if (given === undefined) return `缺少字段 ${field}；${allowed}`;
  return `字段 ${field} 的值 ${JSON.stringify(given)} 不对；${allowed}`;
}

function valueAt(asked: object, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(String(key)) : undefined,
    asked,
  );
}
