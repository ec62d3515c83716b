import { oc } from '@orpc/contract';
import { failureSchema } from '../failure.ts';

/** Every procedure fails with the one error that carries a {@link failureSchema} as data. */
export const procedure = oc.errors({ FAILURE: { status: 422, message: 'failure', data: failureSchema } });
