import { ORPCError } from '@orpc/client';
import { FailureError, failure, failureSchema } from '../../shared/failure.ts';
import type { CentralClient } from '../../station/sync/link.ts';
import type { SimCentre } from './centre.ts';

/** What befalls the next call on the way. */
export type Fault = 'none' | 'requestLost' | 'answerLost' | 'twice' | 'twiceAtOnce' | 'late';

/** The line between a desk and the two nodes of its centre. */
export interface Channel {
  /** What the desk calls. Faults befall `sync.push`, `sync.pull` and `sync.snapshot`. */
  readonly client: CentralClient;
  /** The same without faults, for what is not under test. */
  honest(): CentralClient;
  next(fault: Fault, node: 0 | 1): void;
  /** Delivers the pushes that were held up; nobody waits for their answers any more. */
  deliverLate(): Promise<void>;
}

export function openChannel(centre: SimCentre, headers: () => Record<string, string>): Channel {
  let fault: Fault = 'none';
  let node: 0 | 1 = 0;
  const late: (() => Promise<unknown>)[] = [];

  const call = (which: 0 | 1): CentralClient => centre.nodes[which].client(headers());
  const lost = (): FailureError => new FailureError(failure('CENTRE_UNREACHABLE'));

  async function through<T>(make: (client: CentralClient) => Promise<T>): Promise<T> {
    const befalls = fault;
    const here = node;
    const there = here === 0 ? 1 : 0;
    fault = 'none';
    try {
      switch (befalls) {
        case 'none':
          return await make(call(here));
        case 'requestLost':
          throw lost();
        case 'answerLost':
          await make(call(here));
          throw lost();
        case 'twice':
          await make(call(here));
          return await make(call(there));
        case 'twiceAtOnce': {
          const [, second] = await Promise.all([make(call(here)), make(call(there))]);
          return second;
        }
        case 'late': {
          const client = call(here);
          late.push(() => make(client));
          throw lost();
        }
      }
    } catch (error) {
      const said = error instanceof ORPCError ? failureSchema.safeParse(error.data) : null;
      throw said?.success ? new FailureError(said.data, { cause: error }) : error;
    }
  }

  const plain = call(0);
  return {
    client: {
      ...plain,
      sync: {
        ...plain.sync,
        push: (input) => through((client) => client.sync.push(input)),
        pull: (input) => through((client) => client.sync.pull(input)),
        snapshot: (input) => through((client) => client.sync.snapshot(input)),
      },
    },
    honest: () => call(0),
    next: (befalls, at) => {
      fault = befalls;
      node = at;
    },
    deliverLate: async () => {
      // A push held up so long may have been overtaken, or come from an epoch that has ended: refusing it is right.
      await Promise.allSettled(late.splice(0).map((deliver) => deliver()));
    },
  };
}
