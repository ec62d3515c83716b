import { ORPCError } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { ValidationError } from '@orpc/contract';
import type { RequestHeadersPluginContext } from '@orpc/server/plugins';
import { isUnavailable } from '../../db/central/database.ts';
import { may, type Permission } from '../../shared/domain/people.ts';
import { fail, failure, FailureError, type Failure } from '../../shared/failure.ts';
import { parseDeskHeader, type DeskCredential } from '../access/desks.ts';
import { continueSession, type LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';

/** What every call brings besides its input, whichever way it came. Headers are each call's own, over the socket too. */
export interface CallContext extends RequestHeadersPluginContext {
  /** Where it came from, for limits. */
  readonly address: string;
  readonly requestId: string;
}

const BUSY_RETRY_MS = 2000;

/** @throws NOT_SIGNED_IN and what {@link continueSession} throws */
export async function requireSession(service: Service, context: CallContext): Promise<LiveSession> {
  const token = /^Bearer (\S+)$/.exec(context.reqHeaders?.get('authorization') ?? '')?.[1];
  if (!token) fail('NOT_SIGNED_IN');
  return continueSession(service, token);
}

/** @throws NOT_PERMITTED besides what {@link requireSession} throws */
export async function requirePermission(
  service: Service,
  context: CallContext,
  permission: Permission,
): Promise<LiveSession> {
  const session = await requireSession(service, context);
  if (!may(session.actor, permission)) fail('NOT_PERMITTED');
  return session;
}

/** The same for a stream that goes on: null once its reader may no longer see. It then ends, and asking anew says why. */
export async function stillMay(
  service: Service,
  context: CallContext,
  permission: Permission,
): Promise<LiveSession | null> {
  try {
    return await requirePermission(service, context, permission);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

/** The desk that the call comes from, by its own word: whoever uses it must check the token. */
export function deskCredential(context: CallContext): DeskCredential | null {
  return parseDeskHeader(context.reqHeaders?.get('x-desk') ?? null);
}

/** Everything that is thrown, as the one error of the contract. */
export function asContractError(service: Service, context: CallContext, error: unknown): ORPCError<string, unknown> {
  return new ORPCError('FAILURE', { status: 422, message: 'failure', data: failureFrom(service, context, error) });
}

function failureFrom(service: Service, { requestId }: CallContext, error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    const [issue] = error.cause.issues;
    const where = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    return failure('INVALID_INPUT', { detail: where === '' ? null : (where ?? null) });
  }
  // Short enough to be read out on the telephone.
  const reference = randomUUID().slice(0, 8);
  service.log.error({ err: error, requestId, reference }, 'call failed');
  if (isUnavailable(error)) return failure('OVERLOADED', { retryAfterMs: BUSY_RETRY_MS, reference });
  return failure('UNEXPECTED', { reference });
}
