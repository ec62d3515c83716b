import { implement } from '@orpc/server';
import { central } from '../../shared/contract/central.ts';
import type { Activity } from '../activity.ts';
import type { Service } from '../service.ts';
import { asContractError, type CallContext } from './context.ts';

/** The contract's builder: every call is counted among those under way, and every error is the contract's one. */
export function procedures(service: Service, activity: Activity) {
  return implement(central)
    .$context<CallContext>()
    .use(async ({ context, next }) => {
      try {
        return await activity.run(async () => next());
      } catch (error) {
        throw asContractError(service, context, error);
      }
    });
}
export type Procedures = ReturnType<typeof procedures>;
