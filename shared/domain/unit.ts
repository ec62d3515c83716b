import { z } from 'zod';
import { unitIdSchema } from './ids.ts';

export const unitLevelSchema = z.enum(['city', 'department', 'county', 'township']);
export type UnitLevel = z.infer<typeof unitLevelSchema>;

/** Minutes after midnight, local time. */
const minuteOfDay = z.int().min(0).max(1440);

/** A number that answers in given hours. `weekdays`: 1 = Monday ... 7 = Sunday; a 调休 working day counts as Monday to Friday. */
export const contactSchema = z.object({
  kind: z.enum(['liaison', 'duty']),
  name: z.string().max(40),
  phone: z.string().max(30),
  /** Working hours for a liaison (工作时间联络人); a duty number (值班电话) serves the rest. */
  from: minuteOfDay,
  to: minuteOfDay,
});
export type Contact = z.infer<typeof contactSchema>;

/** A body that handles orders, in the tree city > department/county > township. T: 第十二条 asks for a liaison for three-way calls and a duty number for holidays. */
export const unitSchema = z.object({
  id: unitIdSchema,
  parentId: unitIdSchema.nullable(),
  name: z.string().min(1).max(60),
  shortName: z.string().min(1).max(20),
  level: unitLevelSchema,
  /** What the unit is there for, in words a citizen would use; the unit suggestion reads it. */
  duties: z.string().max(2000),
  contacts: z.array(contactSchema),
  /** A closed unit takes no new orders and stays readable on old ones. */
  open: z.boolean(),
  version: z.int().positive(),
});
export type Unit = z.infer<typeof unitSchema>;

/**
 * The number that serves a unit at this moment: the liaison in working hours, otherwise whoever is on duty.
 * @param minute minutes after midnight, local time
 * @param workingDay from the working-day calendar, 调休 included
 * @returns null where the unit keeps no number for this hour
 */
export function contactNow(unit: Pick<Unit, 'contacts'>, minute: number, workingDay: boolean): Contact | null {
  const serves = (contact: Contact): boolean => contact.from <= minute && minute < contact.to;
  const liaison = workingDay
    ? unit.contacts.find((contact) => contact.kind === 'liaison' && serves(contact))
    : undefined;
  const duty = unit.contacts.find((contact) => contact.kind === 'duty');
  return liaison ?? duty ?? null;
}
