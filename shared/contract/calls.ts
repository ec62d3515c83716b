import { z } from 'zod';
import { callOutcomeSchema, callRecordSchema, telephonyViewSchema } from '../domain/call.ts';
import { blockSchema, LONGEST_BLOCK_DAYS } from '../domain/calls/block.ts';
import { missedCallSchema } from '../domain/calls/missed.ts';
import { missingAnnouncementsSchema } from '../domain/calls/announcements.ts';
import { agentSkillSchema, callSettingsSchema } from '../domain/calls/settings.ts';
import { accountIdSchema, callIdSchema, orderIdSchema } from '../domain/ids.ts';
import { authorSchema } from '../domain/people.ts';
import { instantSchema } from '../instant.ts';
import { procedure } from './base.ts';

/** What a list of calls is asked for; an empty list of outcomes: all. */
export const callListInputSchema = z.object({
  mine: z.boolean(),
  from: instantSchema,
  to: instantSchema,
  agentId: accountIdSchema.nullable(),
  outcomes: z.array(callOutcomeSchema),
  direction: z.enum(['inbound', 'outbound']).nullable(),
  digits: z.string().regex(/^\d{0,20}$/),
  /** The last row of the page before. */
  after: z.object({ queuedAt: instantSchema, callId: callIdSchema }).nullable(),
});
export type CallListInput = z.infer<typeof callListInputSchema>;

/** Numbers are masked. `live`: still being spoken. */
export const callRowSchema = callRecordSchema.extend({
  live: z.boolean(),
  people: z.array(authorSchema),
  recordings: z.int().nonnegative(),
});
export type CallRow = z.infer<typeof callRowSchema>;

/** A recording as whoever may hear it sees it. `deleted`: past its time, and only this line is left. */
export const recordingSchema = z.object({
  id: z.string().min(1).max(120),
  state: z.enum(['fetching', 'kept', 'deleted']),
  startedAt: instantSchema,
  endedAt: instantSchema,
  bytes: z.int().nonnegative().nullable(),
  deletedAt: instantSchema.nullable(),
});

export type Recording = z.infer<typeof recordingSchema>;

const callDetailSchema = z.object({
  orders: z.array(z.object({ id: orderIdSchema, number: z.string() })),
  recordings: z.array(recordingSchema),
});
export type CallDetail = z.infer<typeof callDetailSchema>;

const callSideSchema = z.object({ record: callRecordSchema, recordings: z.array(recordingSchema) });
export type CallSide = z.infer<typeof callSideSchema>;

const count = z.int().nonnegative();
const figuresSchema = z.object({
  offered: count,
  answered: count,
  abandoned: count,
  refused: count,
  unknown: count,
  within15: count,
  answerWaitMs: count.nullable(),
  abandonWaitMs: count.nullable(),
  longestWaitMs: count.nullable(),
  talkMs: count.nullable(),
});

const settingsViewSchema = z.object({
  settings: callSettingsSchema,
  agents: z.array(authorSchema.extend({ skills: z.array(agentSkillSchema) })),
  /** The rule of the city that says when the telephone is answered. */
  hoursRule: z.object({ hours: z.enum(['always', 'workingHours']), rule: z.string(), article: z.string() }).nullable(),
});

const purgeSchema = z.object({ at: instantSchema, days: count, deleted: count, held: count, bytes: count });

const missedId = z.object({ id: z.uuid() });
const recordingId = recordingSchema.shape.id;
const why = z.string().trim().min(2, '请写明调听原因').max(60);

/** Calls as the centre keeps them: the record, who is to be rung back, who is not put through, recordings, settings. */
export const calls = {
  list: procedure
    .route({ path: '/calls/list' })
    .input(callListInputSchema)
    .output(z.object({ rows: z.array(callRowSchema), more: z.boolean() })),
  figures: procedure
    .route({ path: '/calls/figures' })
    .input(z.object({ from: instantSchema, to: instantSchema }))
    .output(figuresSchema),
  get: procedure
    .route({ path: '/calls/get' })
    .input(z.object({ callId: callIdSchema }))
    .output(callDetailSchema),
  ofOrder: procedure
    .route({ path: '/calls/of-order' })
    .input(z.object({ orderId: orderIdSchema }))
    .output(z.array(callSideSchema)),
  /** The caller's number in full; the look is logged. */
  reveal: procedure
    .route({ path: '/calls/reveal' })
    .input(z.object({ callId: callIdSchema }))
    .output(z.object({ number: z.string() })),

  missed: procedure.route({ method: 'GET', path: '/calls/missed' }).output(z.array(missedCallSchema)),
  claim: procedure.route({ path: '/calls/missed/claim' }).input(missedId).output(z.object({})),
  release: procedure.route({ path: '/calls/missed/release' }).input(missedId).output(z.object({})),
  /** Rings a claimed caller; the call is linked to the row. */
  callBack: procedure.route({ path: '/calls/missed/call-back' }).input(missedId).output(telephonyViewSchema),
  drop: procedure
    .route({ path: '/calls/missed/drop' })
    .input(missedId.extend({ note: z.string().trim().min(2, '请写明原因').max(200) }))
    .output(z.object({})),

  blocks: procedure.route({ method: 'GET', path: '/calls/blocks' }).output(z.array(blockSchema)),
  proposeBlock: procedure
    .route({ path: '/calls/blocks/propose' })
    .input(
      z.object({
        callId: callIdSchema.nullable(),
        number: z.string().trim().max(30).nullable(),
        reason: z.string().trim().min(2, '请写明理由').max(200),
      }),
    )
    .output(z.object({})),
  decideBlock: procedure
    .route({ path: '/calls/blocks/decide' })
    .input(
      missedId.extend({
        consent: z.boolean(),
        note: z.string().trim().max(200),
        days: z.int().min(1).max(LONGEST_BLOCK_DAYS),
      }),
    )
    .output(z.object({})),
  liftBlock: procedure
    .route({ path: '/calls/blocks/lift' })
    .input(missedId.extend({ note: z.string().trim().min(2, '请写明理由').max(200) }))
    .output(z.object({})),

  /** Says why, which is kept; then the pieces can be read for a while. */
  openRecording: procedure
    .route({ path: '/calls/recordings/open' })
    .input(z.object({ recordingId, why }))
    .output(z.object({ bytes: count, startedAt: instantSchema, endedAt: instantSchema })),
  /** A piece of the WAV file. `next`: where the following one begins. */
  readRecording: procedure
    .route({ path: '/calls/recordings/read' })
    .input(z.object({ recordingId, offset: count }))
    .output(z.object({ base64: z.string(), next: count.nullable() })),
  looks: procedure
    .route({ path: '/calls/recordings/looks' })
    .input(z.object({ recordingId }))
    .output(z.array(z.object({ at: instantSchema, jobNumber: z.string(), name: z.string(), why: z.string() }))),
  purges: procedure.route({ method: 'GET', path: '/calls/recordings/purges' }).output(z.array(purgeSchema)),

  settings: procedure.route({ method: 'GET', path: '/calls/settings' }).output(settingsViewSchema),
  /** Asks the exchange. */
  announcements: procedure.route({ method: 'GET', path: '/calls/announcements' }).output(missingAnnouncementsSchema),
  /** With the version they were read at. */
  setSettings: procedure.route({ path: '/calls/settings' }).input(callSettingsSchema).output(callSettingsSchema),
  setSkills: procedure
    .route({ path: '/calls/skills' })
    .input(z.object({ accountId: accountIdSchema, skills: z.array(agentSkillSchema).max(40) }))
    .output(z.object({})),
};
