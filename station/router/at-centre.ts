import { fail, FailureError } from '../../shared/failure.ts';
import { isLinkFailure } from '../sync/link-failure.ts';
import type { Backend } from './context.ts';

/**
 * Asks the centre what only it knows.
 * @throws NOT_PERMITTED_OFFLINE while it cannot be asked
 */
export function asking({ sessions }: Pick<Backend, 'sessions'>) {
  return async function atCentre<T>(ask: () => Promise<T>): Promise<T> {
    sessions.require();
    if (sessions.current?.kind === 'offline') fail('NOT_PERMITTED_OFFLINE');
    try {
      return await ask();
    } catch (error) {
      if (error instanceof FailureError && isLinkFailure(error.failure)) fail('NOT_PERMITTED_OFFLINE');
      throw error;
    }
  };
}
