import { z } from 'zod';
import { commandBodySchema } from '../domain/command.ts';
import { knowledgeCommandSchema, type KnowledgeCommand } from '../domain/knowledge/commands.ts';
import { accountIdSchema, commandIdSchema, deskIdSchema, orderIdSchema } from '../domain/ids.ts';
import { raised } from '../domain/type-versions.ts';
import { failureSchema } from '../failure.ts';
import { instantSchema } from '../instant.ts';

/**
 * What a desk has said, as it lies in the outbox and crosses to the centre. `(deskId, deskEpoch, deskSeq)` is dense
 * and orders the desk's commands; `commandId` makes a second delivery harmless.
 */
export const envelopeSchema = z.object({
  commandId: commandIdSchema,
  deskId: deskIdSchema,
  /** Counted up when a desk has lost its outbox and starts again from 1. */
  deskEpoch: z.int().positive(),
  deskSeq: z.int().positive(),
  aggregateId: orderIdSchema,
  /** The version the desk had before it when the command was written; 0 for a new order. */
  baseVersion: z.int().nonnegative(),
  type: z.string().max(60),
  typeVersion: z.int().positive(),
  payload: z.unknown(),
  /** Who wrote it: the centre checks this account's grants when the command arrives. */
  actor: accountIdSchema,
  /** The desk's clock: a claim, kept beside the centre's own time. */
  recordedAt: instantSchema,
  /** Centre's clock less desk's clock at the last exchange, ms; null before there was one. */
  clockOffset: z.int().nullable(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** What came of a command: an outcome, kept at the centre and on the desk. */
export const receiptSchema = z.object({
  commandId: commandIdSchema,
  deskSeq: z.int().positive(),
  outcome: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('accepted'),
      /** The order's version after it, and the official number where it gave one. */
      version: z.int().nonnegative(),
      number: z.string().nullable(),
    }),
    z.object({ kind: z.literal('refused'), failure: failureSchema }),
  ]),
  /** The feed's head after the commit: once the desk has pulled this far, its replica holds the outcome. */
  serverSeq: z.int().nonnegative(),
  /** The centre's clock. */
  at: instantSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/**
 * Reads an envelope's body in today's shape, lifting older type versions.
 * @returns null where type or payload is unknown here (the sender's is refused, never dropped)
 */
export function bodyOf(
  envelope: Pick<Envelope, 'type' | 'typeVersion' | 'payload'>,
): z.infer<typeof commandBodySchema> | null {
  const { type, typeVersion } = envelope;
  const today = raised(type, typeVersion, envelope.payload);
  const parsed = today && commandBodySchema.safeParse({ type, payload: today.payload });
  return parsed?.success ? parsed.data : null;
}

/** Reads an envelope's body as something said about knowledge; null where it is not, or cannot be read here. */
export function knowledgeBodyOf(envelope: Pick<Envelope, 'type' | 'payload'>): KnowledgeCommand | null {
  const parsed = knowledgeCommandSchema.safeParse({ type: envelope.type, payload: envelope.payload });
  return parsed.success ? parsed.data : null;
}
