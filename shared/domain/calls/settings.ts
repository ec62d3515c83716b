import { z } from 'zod';
import { beijingDate, beijingMinute } from '../../instant.ts';
import type { Calendar } from '../../policy/calendar.ts';

/** Skills are the centre's own list, e.g. `dialect`, `enterprise`, `access`. */
export const skillIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
export type SkillId = z.infer<typeof skillIdSchema>;

/** How well somebody has a skill: 1 knows some of it, 5 is who the others ask. */
export const skillLevelSchema = z.int().min(1).max(5);

/** What an operator can do, as the centre has written it down. */
export const agentSkillSchema = z.object({ skillId: skillIdSchema, level: skillLevelSchema });
export type AgentSkill = z.infer<typeof agentSkillSchema>;

const name = z.string().trim().min(1, '请填写名称').max(20);

/** Whom a call needs; `skillId` null: anybody. */
export const needSchema = z.object({ skillId: skillIdSchema.nullable(), minLevel: skillLevelSchema });
export type Need = z.infer<typeof needSchema>;

/** A wider circle that a call is offered to once it has waited so long. */
export const wideningSchema = needSchema.extend({ afterSeconds: z.int().min(1).max(3600) });

/** 0 is usual; the higher number is served first. */
const prioritySchema = z.int().min(0).max(9);

/**
 * A queue. `number` is what was dialled as the exchange tells it; where its menu let the caller choose, the digit follows
 * after a star: `12345*2`. A number with a choice that has no line of its own belongs to the line without one.
 */
export const lineSchema = needSchema.extend({
  number: z.string().regex(/^[0-9]{1,20}(\*[0-9]{1,4})?$/, '号码只能是数字，按键选择写在星号之后，如 12345*2'),
  name,
  priority: prioritySchema,
  widen: z.array(wideningSchema).max(3),
});
export type Line = z.infer<typeof lineSchema>;

/** A caller the centre knows: their need goes before that of the line they dialled. */
export const knownCallerSchema = z.object({
  number: z.string().regex(/^[0-9+-]{3,20}$/, '请填写电话号码'),
  name,
  skillId: skillIdSchema.nullable(),
  priority: prioritySchema,
});

const minute = z.int().min(0).max(1440);

/** From inclusive, to exclusive, minutes after midnight in Beijing. */
export const spanSchema = z
  .object({ from: minute, to: minute })
  .refine(({ from, to }) => from < to, { message: '结束时间应晚于开始时间', path: ['to'] });

/** When callers are served. Outside of it they hear the greeting of the night, or on days that are not worked of the holiday. */
export const hoursSchema = z.object({
  always: z.boolean(),
  workingDays: z.array(spanSchema).max(4),
  otherDays: z.array(spanSchema).max(4),
});
export type Hours = z.infer<typeof hoursSchema>;

const greeting = z.string().trim().max(200);

/** How the centre's calls are distributed, greeted, announced and recorded. */
export const callSettingsSchema = z
  .object({
    version: z.int().positive(),
    skills: z.array(z.object({ id: skillIdSchema, name })).max(40),
    /** The first one serves every number that has no line of its own. */
    lines: z.array(lineSchema).min(1).max(40),
    callers: z.array(knownCallerSchema).max(500),
    hours: hoursSchema,
    /** The words the prompts at the exchange were spoken from; `notice` is what every caller hears before a recording. */
    greetings: z.object({ night: greeting, holiday: greeting, notice: greeting, blocked: greeting }),
    /** Callers who wait hear their place in the queue this often, seconds; 0: never. */
    positionEvery: z.union([z.literal(0), z.int().min(10).max(300)]),
    record: z.boolean(),
    /** Days a recording is kept, unless an order that still runs needs it. */
    recordingDays: z.int().min(30).max(3650),
    /** Whoever rang outside the hours is rung back too. */
    callBackClosed: z.boolean(),
  })
  .superRefine(({ skills, lines, callers }, context) => {
    const complain = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    for (const [index, { id }] of skills.entries())
      if (skills.findIndex((skill) => skill.id === id) < index) complain(['skills', index, 'id'], '技能代码重复');
    for (const [index, line] of lines.entries()) {
      if (lines.findIndex(({ number }) => number === line.number) < index)
        complain(['lines', index, 'number'], '同一号码只能有一条队列');
      for (const { skillId } of [line, ...line.widen])
        if (skillId !== null && !skills.some(({ id }) => id === skillId))
          complain(['lines', index, 'skillId'], '队列使用了已不存在的技能');
      for (const [place, { afterSeconds }] of line.widen.entries())
        if (afterSeconds <= (line.widen[place - 1]?.afterSeconds ?? 0))
          complain(['lines', index, 'widen', place, 'afterSeconds'], '扩大范围的时间应当一次比一次长');
    }
    for (const [index, { skillId }] of callers.entries())
      if (skillId !== null && !skills.some(({ id }) => id === skillId))
        complain(['callers', index, 'skillId'], '使用了已不存在的技能');
  });
export type CallSettings = z.infer<typeof callSettingsSchema>;

const WORKING_HOURS: Hours = {
  always: false,
  workingDays: [{ from: 8 * 60 + 30, to: 17 * 60 + 30 }],
  otherDays: [],
};
const AROUND_THE_CLOCK: Hours = { always: true, workingDays: [], otherDays: [] };

/** What a new centre begins with. @param workingHours where the city's rules ask for working hours alone */
export function firstCallSettings(workingHours: boolean): CallSettings {
  return {
    version: 1,
    skills: [
      { id: 'dialect', name: '方言' },
      { id: 'enterprise', name: '企业专席' },
      { id: 'access', name: '无障碍' },
    ],
    lines: [{ number: '12345', name: '热线', skillId: null, minLevel: 1, priority: 0, widen: [] }],
    callers: [],
    hours: workingHours ? WORKING_HOURS : AROUND_THE_CLOCK,
    greetings: {
      night: '您好，现在是非工作时间，请在工作时间来电，或通过网站留言。',
      holiday: '您好，今天是节假日，请在工作日来电，或通过网站留言。',
      notice: '为保证服务质量，本次通话将被录音。',
      blocked: '您好，您的号码暂时不能接入热线，如有异议请到政务服务大厅反映。',
    },
    positionEvery: 30,
    record: true,
    recordingDays: 180,
    callBackClosed: true,
  };
}

/** Why a caller is not served. */
export const closedSchema = z.enum(['night', 'holiday', 'blocked']);
export type Closed = z.infer<typeof closedSchema>;

/** Whether callers are served at an instant (ms), and if not which greeting they hear. */
export function hoursAt(
  hours: Hours,
  ms: number,
  calendar: Pick<Calendar, 'isWorkingDay'>,
): 'open' | 'night' | 'holiday' {
  if (hours.always) return 'open';
  const working = calendar.isWorkingDay(beijingDate(ms));
  const now = beijingMinute(ms);
  const spans = working ? hours.workingDays : hours.otherDays;
  if (spans.some(({ from, to }) => from <= now && now < to)) return 'open';
  return working ? 'night' : 'holiday';
}

/** A number as it is compared: digits alone, without the country and without the 0 before a mobile number. */
export function plainNumber(number: string): string {
  const digits = number.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$|0\d{9,11}$)/, '');
  return digits.replace(/^0(?=1\d{10}$)/, '');
}
