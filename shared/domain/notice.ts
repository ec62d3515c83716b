import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { accountIdSchema, articleIdSchema, orderIdSchema, unitIdSchema } from './ids.ts';
import { permissionSchema, sensitivitySchema } from './people.ts';

/** What a notice is about: the first eleven come from the clock, the others from what somebody did. */
export const noticeKindSchema = z.enum([
  'nearDue',
  'due',
  'overdue',
  'undispatched',
  'extensionClosing',
  'followUpDue',
  'firstResponseDue',
  'procedureDue',
  'archiveDue',
  'reportDue',
  'unitSilent',
  'returnAsked',
  'extensionAsked',
  'returnDecided',
  'extensionDecided',
  'supervised',
  'dispatched',
  'redone',
  'submitted',
  'instructed',
  'assisted',
  'urged',
  'articleProposed',
  'articleReview',
  'articleReturned',
  'articleApproved',
  'articlePublished',
  'articleFeedback',
  'articleAnswered',
  'articleCheckSoon',
  'articleCheckLate',
  'articleExpired',
  'articleSupervised',
  'supervisorMessage',
  'scoringAssigned',
  'scored',
  'scoreAppealed',
  'scoreDecided',
  'calibrationOpened',
  'draftHanded',
  'repeated',
]);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/**
 * Something people should know of now. It names an order by its number and never says who asked or what: whoever may
 * see the order finds that there. J5, T17.
 */
export const noticeSchema = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  kind: noticeKindSchema,
  orderId: orderIdSchema.nullable(),
  orderNumber: z.string().nullable(),
  /** Whose people it is for; null: the centre's own staff. */
  unitId: unitIdSchema.nullable(),
  /** Which of them: whoever holds this. */
  permission: permissionSchema,
  /** The order's: nobody hears of a 保密 order who may not see it. */
  sensitivity: sensitivitySchema,
  text: z.string().max(500),
  at: instantSchema,
  /** The limit it is about, where it is about one. */
  due: instantSchema.nullable(),
  /** The article it is about, where it is about one. */
  articleId: articleIdSchema.optional(),
  /** The 通话评分, or the calibration, it is about; several: none. */
  scoringId: z.uuid().optional(),
  /** Only for this person of those it would be for. */
  accountId: accountIdSchema.optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Days a notice is kept, at the centre and on desks. */
export const NOTICE_DAYS = 30;
