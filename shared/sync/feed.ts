import { z } from 'zod';
import { articleSchema } from '../domain/article.ts';
import { catalogueEntrySchema } from '../domain/catalogue.ts';
import { feedbackSchema } from '../domain/knowledge/feedback.ts';
import { manuscriptSchema } from '../domain/knowledge/manuscript.ts';
import { DEFAULT_KNOWLEDGE_SETTINGS, knowledgeSettingsSchema } from '../domain/knowledge/settings.ts';
import { modelSchema } from '../domain/model.ts';
import { noticeSchema } from '../domain/notice.ts';
import { historyEntrySchema, orderSchema } from '../domain/order.ts';
import { sensitivitySchema } from '../domain/people.ts';
import { subjectSchema } from '../domain/subject.ts';
import { unitSchema } from '../domain/unit.ts';
import { placeSchema } from '../hints/gazetteer.ts';
import { synonymRowSchema, tieSchema } from '../domain/wording.ts';
import { CALENDAR_KNOWN_UNTIL, calendarDataSchema } from '../policy/calendar.ts';

/** An order with its course: what a desk needs to show it without asking. */
export const orderRecordSchema = z.object({ order: orderSchema, history: z.array(historyEntrySchema) });
export type OrderRecord = z.infer<typeof orderRecordSchema>;

/** Facts of the centre that every desk needs. One row, id `centre`. */
export const centreSchema = z.object({
  id: z.literal('centre'),
  version: z.int().positive(),
  city: z.string(),
  name: z.string(),
  /** 演示: shown on every screen. */
  demo: z.boolean(),
  /** Days of closed orders a desk keeps. H19, T4. */
  retentionDays: z.int().positive(),
  /** Days a desk may be used without having reached the centre. */
  leaseDays: z.int().positive(),
  wrapUpSeconds: z.int().nonnegative(),
  /** What this centre knows of working days beyond the calendar that is shipped. */
  calendar: calendarDataSchema.default({
    knownUntil: CALENDAR_KNOWN_UNTIL,
    holidays: [],
    workdays: [],
    closures: [],
  }),
  /** How often articles are checked again, and how soon reports are answered. */
  knowledge: knowledgeSettingsSchema.default(DEFAULT_KNOWLEDGE_SETTINGS),
  /** The city's own list of places, for recognising them in what is written. */
  places: z.array(placeSchema).max(20_000).default([]),
});
export type Centre = z.infer<typeof centreSchema>;

export const entitySchema = z.enum([
  'order',
  'article',
  'unit',
  'subject',
  'centre',
  'catalogue',
  'notice',
  'manuscript',
  'feedback',
  'model',
  'tie',
  'synonym',
]);
export type Entity = z.infer<typeof entitySchema>;

/** A row as the feed and the snapshot carry it. */
export const rowSchema = z.discriminatedUnion('entity', [
  z.object({ entity: z.literal('order'), id: z.string(), version: z.int(), data: orderRecordSchema }),
  z.object({ entity: z.literal('article'), id: z.string(), version: z.int(), data: articleSchema }),
  z.object({ entity: z.literal('unit'), id: z.string(), version: z.int(), data: unitSchema }),
  z.object({ entity: z.literal('subject'), id: z.string(), version: z.int(), data: subjectSchema }),
  z.object({ entity: z.literal('centre'), id: z.string(), version: z.int(), data: centreSchema }),
  z.object({ entity: z.literal('catalogue'), id: z.string(), version: z.int(), data: catalogueEntrySchema }),
  z.object({ entity: z.literal('tie'), id: z.string(), version: z.int(), data: tieSchema }),
  z.object({ entity: z.literal('synonym'), id: z.string(), version: z.int(), data: synonymRowSchema }),
  z.object({ entity: z.literal('model'), id: z.string(), version: z.int(), data: modelSchema }),
  z.object({ entity: z.literal('notice'), id: z.string(), version: z.int(), data: noticeSchema }),
  z.object({ entity: z.literal('manuscript'), id: z.string(), version: z.int(), data: manuscriptSchema }),
  z.object({ entity: z.literal('feedback'), id: z.string(), version: z.int(), data: feedbackSchema }),
]);
export type Row = z.infer<typeof rowSchema>;

/** Where a row is visible: what it is compared with is the reader's grants. `unitId` null: the centre's own. */
export const scopeSchema = z.object({ sensitivity: sensitivitySchema, unitId: z.string().nullable() });
export type Scope = z.infer<typeof scopeSchema>;

/**
 * Which life of the centre's database a position belongs to: the part of its epoch before the reader's grants. Versions
 * of one life say nothing about rows of another, as after a restore from a backup.
 */
export function historyOf(epoch: string): string {
  return epoch.split('.')[0] ?? epoch;
}

/** One step of the feed, in commit order. `put` carries the row as it stands at reading; `drop` takes it out of this reader's sight. */
export const changeSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put'), seq: z.int().positive(), row: rowSchema }),
  z.object({ op: z.literal('drop'), seq: z.int().positive(), entity: entitySchema, id: z.string() }),
]);
export type Change = z.infer<typeof changeSchema>;
