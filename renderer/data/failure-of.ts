import { ORPCError } from '@orpc/client';
import { failure, FailureError, failureSchema, type Failure } from '../../shared/failure.ts';
import { isStationUp } from './station-up.ts';

/**
 * What went wrong, as data, whatever was thrown. A failure the station named is passed on; a call cut off because the
 * station went is STATION_DOWN; anything else is UNEXPECTED with a reference that stands in the console's log too.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof ORPCError) {
    const named = failureSchema.safeParse(error.data);
    if (named.success) return named.data;
  }
  if (!isStationUp()) return failure('STATION_DOWN');
  return unexpected(error);
}

/** Logs what nobody foresaw under a short reference that a person can read out. */
function unexpected(error: unknown): Failure {
  const reference = `R-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  console.error(`[${reference}]`, error);
  return failure('UNEXPECTED', { reference });
}
