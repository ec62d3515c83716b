import { fail, FailureError, type Failure } from '../../shared/failure.ts';
import { isLinkFailure } from '../sync/link-failure.ts';
import type { Backend } from './context.ts';

/** Asks the centre. Where it is not reached, `meaning` says what that means to whoever asked. */
export async function reaching<T>(meaning: Failure['code'], ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof FailureError && isLinkFailure(error.failure)) fail(meaning);
    throw error;
  }
}

/**
 * Asks the centre what only it knows.
 * @throws NOT_PERMITTED_OFFLINE while it cannot be asked
 */
export function asking({ sessions }: Pick<Backend, 'sessions'>) {
  return async function atCentre<T>(ask: () => Promise<T>): Promise<T> {
    sessions.require();
    if (sessions.current?.kind === 'offline') fail('NOT_PERMITTED_OFFLINE');
    return reaching('NOT_PERMITTED_OFFLINE', ask);
  };
}
