import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { agentCommandSchema, telephonyViewSchema } from '../domain/call.ts';
import { catalogueEntrySchema } from '../domain/catalogue.ts';
import { accountIdSchema, attachmentIdSchema, deskIdSchema, subjectIdSchema, unitIdSchema } from '../domain/ids.ts';
import { actorSchema, jobNumberSchema, roleIdSchema } from '../domain/people.ts';
import { failureSchema } from '../failure.ts';
import { instantSchema } from '../instant.ts';
import { envelopeSchema, receiptSchema } from '../sync/envelope.ts';
import { changeSchema, entitySchema, rowSchema } from '../sync/feed.ts';
import { PUSH_BATCH } from '../sync/protocol.ts';
import { procedure } from './base.ts';
import { wording } from './wording.ts';
import { models } from './models.ts';
import { centralExports } from './exports.ts';
import { mine } from './mine.ts';
import { reports } from './reports.ts';
import { scoring } from './scoring.ts';
import { topics } from './topics.ts';
import { calls } from './calls.ts';
import { officeRules } from './office-rules.ts';
import { floor } from './floor.ts';
import { deskReport, hall } from './hall.ts';
import { centralDraftHandover } from './draft-handover.ts';
import { centralPhone } from './phone.ts';
import { centralKnowledge } from './central-knowledge.ts';

export const passwordSchema = z.string().min(1).max(128);

/** A signed-in session as the desk keeps it. The token travels as `authorization: Bearer <token>`. */
export const sessionSchema = z.object({
  token: z.string(),
  actor: actorSchema,
  expiresAt: instantSchema,
  /** Until when this desk may be used by this account without reaching the centre. */
  leaseUntil: instantSchema,
});
export type CentralSession = z.infer<typeof sessionSchema>;

/** What the centre pushes over the socket. Nothing here is needed for correctness: all of it can be asked again. */
export const liveEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('head'), head: z.int().nonnegative() }),
  z.object({ type: z.literal('telephony'), view: telephonyViewSchema }),
  /** Lists of calls, or how they are distributed, have changed. */
  z.object({ type: z.literal('calls') }),
  /** The session ended at the centre: taken over, signed out, expired, account disabled. */
  z.object({ type: z.literal('sessionEnded'), failure: failureSchema }),
  z.object({ type: z.literal('grantsChanged') }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;

const accountSchema = z.object({
  id: accountIdSchema,
  jobNumber: jobNumberSchema,
  name: z.string(),
  unitId: unitIdSchema.nullable(),
  roles: z.array(roleIdSchema),
  demo: z.boolean(),
  disabled: z.boolean(),
  lockedUntil: instantSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** Somebody as others may know them: to recuse a colleague they must be found. J5. */
const colleagueSchema = accountSchema.pick({ id: true, jobNumber: true, name: true, unitId: true });

/** Station to centre: the desk's deputy. Headers: `authorization: Bearer <session>`, and `x-desk: <deskId>.<desk token>` for what the desk sends in its own name. */
export const central = {
  system: {
    /** Open to all: who answers here, what time it is, which desks it feeds. */
    info: procedure.route({ method: 'GET', path: '/system' }).output(
      z.object({
        version: z.string(),
        protocol: z.int(),
        protocolFloor: z.int(),
        city: z.string(),
        name: z.string(),
        demo: z.boolean(),
        /** Where pages register as phones, `wss://...`: the only address a page may reach besides its own; null: none. */
        phoneUrl: z.string().nullable(),
        now: instantSchema,
      }),
    ),
  },
  auth: {
    signIn: procedure
      .route({ path: '/auth/sign-in' })
      .input(
        z.object({
          jobNumber: jobNumberSchema,
          password: passwordSchema,
          deskId: deskIdSchema,
          /** Shown to whoever is told that they were signed in here. */
          deskName: z.string().max(60),
          takeOver: z.boolean(),
          /** The session of whoever was signed in on this desk until now: it ends with this one's beginning. */
          inPlaceOf: z.string().max(200).optional(),
        }),
      )
      .output(sessionSchema),
    /** Who is signed in, with what they may do and see now. */
    self: procedure.route({ method: 'GET', path: '/auth/self' }).output(z.object({ actor: actorSchema })),
    signOut: procedure.route({ path: '/auth/sign-out' }).output(z.object({})),
    changePassword: procedure
      .route({ path: '/auth/change-password' })
      .input(z.object({ current: passwordSchema, next: passwordSchema }))
      .output(z.object({})),
  },
  desk: {
    /**
     * Makes the desk known and gives it the token it pushes with. Asked after an online sign-in by a desk that has no
     * token, or that has lost its outbox (`fresh`): then the epoch goes up and its sequence starts again at 1.
     */
    enrol: procedure
      .route({ path: '/desk/enrol' })
      .input(z.object({ deskId: deskIdSchema, name: z.string().max(60), fresh: z.boolean() }))
      .output(z.object({ token: z.string(), deskEpoch: z.int().positive(), code: z.string().regex(/^[0-9A-Z]{4}$/) })),
  },
  sync: {
    /** Frozen. Delivers commands in the desk's own order; answers with a receipt for each one taken, old or new. */
    push: procedure
      .route({ path: '/sync/push' })
      .input(
        z.object({
          deskId: deskIdSchema,
          deskEpoch: z.int().positive(),
          commands: z.array(envelopeSchema).min(1).max(PUSH_BATCH),
        }),
      )
      .output(
        z.object({
          receipts: z.array(receiptSchema),
          /** Set where the centre expects an earlier command first. */
          expected: z.int().positive().nullable(),
          now: instantSchema,
        }),
      ),
    /** Frozen. One chunk of an attachment; the same chunk twice is harmless. Complete when the digest fits. */
    attach: procedure
      .route({ path: '/sync/attach' })
      .input(
        z.object({
          id: attachmentIdSchema,
          sha256: z.string().length(64),
          size: z.int().positive(),
          offset: z.int().nonnegative(),
          /** Base64. */
          chunk: z.string().max(400_000),
        }),
      )
      .output(z.object({ received: z.int().nonnegative() })),
    /** Changes after `cursor` within the reader's grants, in commit order. `cursor` moves past rows the reader may not see. */
    pull: procedure
      .route({ path: '/sync/pull' })
      .input(z.object({ cursor: z.int().nonnegative(), epoch: z.string().nullable(), protocol: z.int() }))
      .output(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('changes'),
            changes: z.array(changeSchema),
            cursor: z.int().nonnegative(),
            head: z.int().nonnegative(),
            more: z.boolean(),
            now: instantSchema,
          }),
          /** The cursor is from another history (backup, long absence, changed grants): take a snapshot. */
          z.object({ kind: z.literal('resync'), reason: z.enum(['epoch', 'expired', 'grants', 'first']) }),
        ]),
      ),
    /** Pages through what the reader may see. `head` and `epoch` of the first page are where pulling starts afterwards. */
    snapshot: procedure
      .route({ path: '/sync/snapshot' })
      .input(z.object({ entity: entitySchema, after: z.string().nullable(), protocol: z.int() }))
      .output(
        z.object({
          rows: z.array(rowSchema),
          next: z.string().nullable(),
          head: z.int().nonnegative(),
          epoch: z.string(),
          /** Rows of the entity, on its first page. */
          total: z.int().nonnegative(),
        }),
      ),
  },
  live: {
    events: procedure.output(eventIterator(liveEventSchema)),
  },
  telephony: {
    view: procedure.route({ method: 'GET', path: '/telephony/view' }).output(telephonyViewSchema),
    /** Asks the exchange; the answer is the view after it. */
    command: procedure.route({ path: '/telephony/command' }).input(agentCommandSchema).output(telephonyViewSchema),
  },
  /** 班长台. */
  floor,
  hall: { ...hall, report: deskReport },
  draftHandover: centralDraftHandover,
  /** Calls as the centre keeps them. */
  calls,
  phone: centralPhone,
  people: {
    list: procedure.route({ method: 'GET', path: '/people' }).output(z.array(accountSchema)),
    create: procedure
      .route({ path: '/people' })
      .input(
        z.object({
          jobNumber: jobNumberSchema,
          name: z.string().trim().min(1).max(40),
          password: passwordSchema,
          unitId: unitIdSchema.nullable(),
          roles: z.array(roleIdSchema).min(1),
          /** Whether 保密 orders are theirs to see. */
          secret: z.boolean(),
        }),
      )
      .output(accountSchema),
    setRoles: procedure
      .route({ path: '/people/roles' })
      .input(
        z.object({
          id: accountIdSchema,
          roles: z.array(roleIdSchema).min(1),
          unitId: unitIdSchema.nullable(),
          secret: z.boolean(),
        }),
      )
      .output(accountSchema),
    setDisabled: procedure
      .route({ path: '/people/disabled' })
      .input(z.object({ id: accountIdSchema, disabled: z.boolean() }))
      .output(accountSchema),
    resetPassword: procedure
      .route({ path: '/people/password' })
      .input(z.object({ id: accountIdSchema, password: passwordSchema }))
      .output(accountSchema),
  },
  knowledge: centralKnowledge,
  models,
  wording,
  reports,
  exports: centralExports,
  mine,
  topics,
  scoring,
  /** What the office keeps for all: the dispatch catalogue, the calendar, and the step to a new version of the rules. */
  office: {
    /** Which unit a subject goes to; null takes the line out. For whoever dispatches. */
    setCatalogue: procedure
      .route({ path: '/office/catalogue' })
      .input(
        z.object({ subjectId: subjectIdSchema, unitId: unitIdSchema.nullable(), note: z.string().trim().max(200) }),
      )
      .output(catalogueEntrySchema.nullable()),
    ...officeRules,
    /** Who works here, for whoever may recuse somebody. */
    colleagues: procedure.route({ method: 'GET', path: '/office/colleagues' }).output(z.array(colleagueSchema)),
  },
};
export type Central = typeof central;
