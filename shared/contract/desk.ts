import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { articleSchema } from '../domain/article.ts';
import { agentCommandSchema, callRefSchema, telephonyViewSchema } from '../domain/call.ts';
import { catalogueEntrySchema } from '../domain/catalogue.ts';
import { commandBodySchema } from '../domain/command.ts';
import { draftFormSchema, draftSchema } from '../domain/draft.ts';
import {
  articleIdSchema,
  commandIdSchema,
  draftIdSchema,
  orderIdSchema,
  subjectIdSchema,
  unitIdSchema,
} from '../domain/ids.ts';
import { noticeSchema as orderNoticeSchema } from '../domain/notice.ts';
import { categorySchema, historyEntrySchema, modeSchema, orderSchema, orderStateSchema } from '../domain/order.ts';
import { partSchema } from '../domain/part.ts';
import { enquirySchema, progressSchema } from '../domain/progress.ts';
import { actorSchema, jobNumberSchema } from '../domain/people.ts';
import { queueSchema } from '../domain/queues.ts';
import { writingKeySchema } from '../domain/writing.ts';
import { failureSchema } from '../failure.ts';
import { instantSchema } from '../instant.ts';
import { centreSchema } from '../sync/feed.ts';
import { procedure } from './base.ts';
import { deskPhone } from './phone.ts';
import { hitSchema, knowledgeQuestionSchema } from './knowledge-search.ts';
import { printing } from './printing.ts';
import { central } from './central.ts';
import { deskWording } from './wording.ts';
import { deskExports } from './exports.ts';
import { floor } from './floor.ts';
import { draftHandover } from './draft-handover.ts';
import { hall } from './hall.ts';
import { deskKnowledge } from './desk-knowledge.ts';
import { notices } from './desk-notices.ts';
import { attachments, places, subjects, units } from './desk-reference.ts';
import { boardRowSchema, queueCountSchema } from './desk-queues.ts';
import { writings } from './desk-writings.ts';

/** What queries depend on: a change names these, and every query that reads one runs again. */
export const tableSchema = z.enum([
  'orders',
  'articles',
  'units',
  'subjects',
  'centre',
  'catalogue',
  'models',
  'ties',
  'synonyms',
  'notices',
  /** Lists of calls at the centre; nothing of them is kept here. */
  'calls',
  'manuscripts',
  'feedback',
  'drafts',
  'outbox',
  'settings',
  /** What each person has at hand of the knowledge. */
  'shelf',
]);
export type Table = z.infer<typeof tableSchema>;

export const syncStatusSchema = z.object({
  /** 已同步 / 同步中 / 离线 / 需处理. `attention` wins over the others only while the link is up. */
  state: z.enum(['synced', 'syncing', 'offline', 'attention']),
  /** The true cause while offline. */
  cause: failureSchema.nullable(),
  /** Offline since; null while the link is up. */
  since: instantSchema.nullable(),
  /** Commands written and not yet acknowledged. */
  unsent: z.int().nonnegative(),
  /** Refused commands nobody has dealt with. */
  refused: z.int().nonnegative(),
  /** While a queue drains or a snapshot loads. */
  progress: z
    .object({
      done: z.int().nonnegative(),
      total: z.int().nonnegative(),
      what: z.enum(['push', 'snapshot', 'attachments']),
    })
    .nullable(),
  lastSyncedAt: instantSchema.nullable(),
  /** Centre's clock less this desk's, ms. */
  clockOffset: z.int().nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const deskSessionSchema = z.object({
  actor: actorSchema,
  /** `offline`: signed in against this desk's own record while the centre could not be asked. */
  kind: z.enum(['online', 'offline']),
  leaseUntil: instantSchema,
});
export type DeskSession = z.infer<typeof deskSessionSchema>;

/** Something the station has to tell the person at once, besides what its data says. */
export const noticeSchema = z.object({ failure: failureSchema, at: instantSchema });

export const deskEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tables'), tables: z.array(tableSchema) }),
  z.object({ type: z.literal('sync'), status: syncStatusSchema }),
  /** `view` null: the exchange cannot be asked now. */
  z.object({ type: z.literal('telephony'), view: telephonyViewSchema.nullable() }),
  z.object({ type: z.literal('session'), session: deskSessionSchema.nullable(), ended: failureSchema.nullable() }),
  z.object({ type: z.literal('notice'), notice: noticeSchema }),
  /** Notices for whoever is signed in that have just come from the centre; they are in `notices.list` too. */
  z.object({ type: z.literal('arrived'), notices: z.array(orderNoticeSchema) }),
]);
export type DeskEvent = z.infer<typeof deskEventSchema>;

/** A row of an order list. Personal data is masked; `pending` has commands the centre has not acknowledged. */
export const orderRowSchema = z.object({
  id: orderIdSchema,
  number: z.string().nullable(),
  provisionalNumber: z.string(),
  state: orderStateSchema,
  mode: modeSchema,
  category: categorySchema,
  urgent: z.boolean(),
  secret: z.boolean(),
  subject: z.string(),
  summary: z.string(),
  place: z.string(),
  callerName: z.string(),
  callerPhone: z.string(),
  unitId: unitIdSchema.nullable(),
  unitName: z.string().nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  due: instantSchema.nullable(),
  pending: z.boolean(),
});
export type OrderRow = z.infer<typeof orderRowSchema>;

export const orderFilterSchema = z.object({
  /** Words of number, provisional number, content, place, caller: all rows are searched. */
  text: z.string().max(100),
  mine: z.boolean(),
  states: z.array(orderStateSchema),
  modes: z.array(modeSchema),
  categories: z.array(categorySchema),
  unitId: unitIdSchema.nullable(),
  due: z.enum(['any', 'overdue', 'soon']),
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  pendingOnly: z.boolean(),
  /** Only what waits there for whoever asks; null: wherever it is. */
  queue: queueSchema.nullable(),
  sort: z.enum(['newest', 'oldest', 'due']),
});
export type OrderFilter = z.infer<typeof orderFilterSchema>;

/** Every order there is to see, newest first: what a narrower filter begins with. */
export const EVERY_ORDER: OrderFilter = {
  text: '',
  mine: false,
  states: [],
  modes: [],
  categories: [],
  unitId: null,
  due: 'any',
  from: null,
  to: null,
  pendingOnly: false,
  queue: null,
  sort: 'newest',
};

/** Masked unless revealed; a reveal is logged and does not change what is stored. */
export const orderDetailSchema = z.object({
  order: orderSchema,
  history: z.array(historyEntrySchema),
  unitName: z.string().nullable(),
  subjectPath: z.array(z.string()),
  pending: z.boolean(),
});
export type OrderDetail = z.infer<typeof orderDetailSchema>;

export const outboxItemSchema = z.object({
  commandId: commandIdSchema,
  orderId: orderIdSchema,
  deskSeq: z.int().positive(),
  what: z.string(),
  number: z.string().nullable(),
  provisionalNumber: z.string().nullable(),
  summary: z.string(),
  by: z.string(),
  recordedAt: instantSchema,
  /** waiting: not sent yet; sending: under way; refused: needs somebody; done: acknowledged, kept for the list. */
  state: z.enum(['waiting', 'sending', 'refused', 'done']),
  failure: failureSchema.nullable(),
  attempts: z.int().nonnegative(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

/** Settings of one account on one desk. */
export const preferencesSchema = z.object({
  theme: z.enum(['light', 'dark', 'system']),
  /** action -> chord, e.g. `answer` -> `F2`; only what differs from the defaults. */
  keys: z.record(z.string(), z.string()),
  /** Whether the desk itself sounds on an incoming call (the telephone may ring too). */
  ring: z.boolean().default(true),
  /** list name -> visible column keys. */
  columns: z.record(z.string(), z.array(z.string())),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const namedCentreSchema = centreSchema.pick({ city: true, name: true, demo: true, calendar: true });
export type NamedCentre = z.infer<typeof namedCentreSchema>;

/** Renderer to station: the same in both hosts. */
export const desk = {
  session: {
    current: procedure.output(
      z.object({
        session: deskSessionSchema.nullable(),
        /** Whose centre this is: as the desk last heard, or as the centre says itself to a desk that holds nothing of it yet. */
        centre: namedCentreSchema.nullable(),
        deskName: z.string(),
        centreUrl: z.string(),
        version: z.string(),
        knownJobNumbers: z.array(jobNumberSchema),
      }),
    ),
    /** Online where the centre answers; otherwise against this desk's own record (离线登录). */
    signIn: procedure
      .input(z.object({ jobNumber: jobNumberSchema, password: z.string().min(1).max(128), takeOver: z.boolean() }))
      .output(deskSessionSchema),
    /** Allowed with unsent work: answers how much is still to be sent by the desk. */
    signOut: procedure.output(z.object({ unsent: z.int().nonnegative() })),
    changePassword: procedure
      .input(z.object({ current: z.string().min(1).max(128), next: z.string().min(1).max(128) }))
      .output(z.object({})),
  },
  /** Sends the present sync, telephony and session first, then each change. */
  events: procedure.output(eventIterator(deskEventSchema)),
  drafts: {
    list: procedure.output(z.array(draftSchema)),
    open: procedure.input(z.object({ call: callRefSchema.nullable(), phone: z.string().max(30) })).output(draftSchema),
    /** Answers after the outbox has committed: `savedAt` may be shown as 已存本机. */
    save: procedure
      .input(z.object({ id: draftIdSchema, form: draftFormSchema, call: callRefSchema.nullable() }))
      .output(z.object({ savedAt: instantSchema })),
    discard: procedure.input(z.object({ id: draftIdSchema })).output(z.object({})),
  },
  commands: {
    /**
     * Decides the command by the rules the desk knows and, where it stands, writes it to the outbox; answers after the
     * commit. A draft named here is removed in the same transaction.
     */
    submit: procedure
      .input(
        z.object({
          orderId: orderIdSchema,
          draftId: draftIdSchema.nullable(),
          command: commandBodySchema,
          /** The half-written form it was given by, removed in the same transaction too. */
          writing: writingKeySchema.nullable().default(null),
        }),
      )
      .output(z.object({ commandId: commandIdSchema, savedAt: instantSchema, detail: orderDetailSchema.nullable() })),
    /** 拆单: takes a matter out of an order into one of its own, under a provisional number of this desk. */
    split: procedure
      .input(
        z.object({
          /** The new order's, so that asking twice after a lost answer makes one. */
          orderId: orderIdSchema,
          from: orderIdSchema,
          part: partSchema,
          note: z.string().trim().max(500),
        }),
      )
      .output(z.object({ savedAt: instantSchema, provisionalNumber: z.string() })),
  },
  orders: {
    list: procedure
      .input(z.object({ filter: orderFilterSchema, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }))
      .output(z.object({ rows: z.array(orderRowSchema), total: z.int().nonnegative() })),
    /** The queues of whoever is signed in, with what waits in each, in the order in which an order passes through them. */
    queues: procedure.output(z.array(queueCountSchema)),
    /** Unit by unit what runs; for whoever supervises. */
    board: procedure.output(z.array(boardRowSchema)),
    get: procedure.input(z.object({ id: orderIdSchema })).output(orderDetailSchema),
    /** The order with personal data unmasked; writes a `personal.look` first. */
    reveal: procedure.input(z.object({ id: orderIdSchema, where: z.string().max(60) })).output(orderDetailSchema),
    /**
     * 进度查询 for a caller, who gives number and last four digits: what may be said to them, from what this desk holds.
     * Null: nothing. What is told is on record.
     */
    progress: procedure.input(enquirySchema).output(progressSchema.nullable()),
    /** Earlier requests about the same matter, for the warning before saving. */
    similar: procedure
      .input(
        z.object({
          text: z.string().max(4000),
          phone: z.string().max(30),
          subjectId: subjectIdSchema.nullable(),
          exclude: orderIdSchema.nullable(),
        }),
      )
      .output(z.array(orderRowSchema.extend({ sameCaller: z.boolean(), score: z.number() }))),
  },
  notices,
  writings,
  /** 派单目录: which unit a subject goes to, as this desk last heard. */
  catalogue: {
    list: procedure.output(z.array(catalogueEntrySchema)),
  },
  /** What callers say for what the articles say. */
  wording: deskWording,
  /** What the office keeps for all; the centre has to be there for it. */
  office: central.office,
  models: central.models,
  /** The centre's figures; the centre has to be there for them. */
  reports: central.reports,
  exports: deskExports,
  mine: central.mine,
  topics: central.topics,
  /** 通话评分; the centre has to be there for it. */
  scoring: central.scoring,
  callers: {
    /** What is known of a number: masked name and address of the latest order, counts, earlier orders newest first. */
    lookup: procedure.input(z.object({ phone: z.string().max(30) })).output(
      z.object({
        name: z.string(),
        address: z.string(),
        identity: z.enum(['named', 'anonymous']).nullable(),
        callsThisMonth: z.int().nonnegative(),
        open: z.array(orderRowSchema),
        recent: z.array(orderRowSchema),
      }),
    ),
    /** The unmasked name, phone and address of a caller for a running call; writes a `personal.look` first. */
    reveal: procedure
      .input(z.object({ phone: z.string().max(30), orderId: orderIdSchema, where: z.string().max(60) }))
      .output(z.object({ name: z.string(), phone: z.string(), address: z.string() })),
  },
  knowledge: {
    search: procedure
      .input(knowledgeQuestionSchema)
      .output(z.object({ hits: z.array(hitSchema), tookMs: z.number(), total: z.int().nonnegative() })),
    get: procedure.input(z.object({ id: articleIdSchema })).output(articleSchema),
  },
  units,
  places,
  subjects,
  knowledgeDesk: deskKnowledge,
  telephony: {
    command: procedure.input(agentCommandSchema).output(telephonyViewSchema),
  },
  floor,
  hall,
  draftHandover,
  /** Calls, callers to be rung back, recordings: the centre's, and it has to be there for them. */
  calls: central.calls,
  phone: deskPhone,
  sync: {
    status: procedure.output(syncStatusSchema),
    outbox: procedure
      .input(z.object({ includeDone: z.boolean(), limit: z.int().min(1).max(500) }))
      .output(z.array(outboxItemSchema)),
    /** Tries now instead of at the next turn. */
    now: procedure.output(z.object({})),
    /** Takes a refused command off 需处理 once somebody has dealt with it; it stays in the list of done ones. */
    settle: procedure.input(z.object({ commandId: commandIdSchema })).output(z.object({})),
    /** A refused order back as a draft, everything as it was written. */
    redraft: procedure.input(z.object({ commandId: commandIdSchema })).output(draftSchema),
  },
  attachments,
  preferences: {
    get: procedure.output(preferencesSchema),
    set: procedure.input(preferencesSchema).output(z.object({})),
  },
  printing,
};
export type Desk = typeof desk;
