import { failure, FailureError, type Failure } from '../../shared/failure.ts';
import type { LogFile } from './log-file.ts';

/** Why a station could not start, for the screen; what nobody foresaw goes to the log under the reference shown. */
export function describeStartFailure(error: unknown, log: Pick<LogFile, 'write'>): Failure {
  if (error instanceof FailureError) return error.failure;
  const reference = `S-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  log.write({ level: 'fatal', reference, error: error instanceof Error ? error.stack : String(error) });
  return failure('UNEXPECTED', { reference });
}
