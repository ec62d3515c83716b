import { createRouterClient } from '@orpc/server';
import { randomBytes } from 'node:crypto';
import type { ContractRouterClient } from '@orpc/contract';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import type { Desk } from '../../shared/contract/desk.ts';
import { jobNumberSchema } from '../../shared/domain/people.ts';
import { startStation } from '../../station/station.ts';
import { startTestCentre } from '../../tests/support/centre.ts';
import { scratchFolder } from '../../tests/support/folder.ts';

/** A station that has signed in and synced once, and whose centre is gone since. */
export interface CutOffStation {
  readonly desk: ContractRouterClient<Desk>;
  readonly stop: () => Promise<void>;
}

const OPERATOR = jobNumberSchema.parse('1001');
const SYNC_LIMIT_MS = 120_000;
const LOOK_MS = 100;

/**
 * A whole station as the hosts start it, cut off from its centre, so that nothing but the operator's own saving goes
 * on in it. Called through its router: what a host's socket adds comes on top.
 */
export async function startCutOffStation(tell: (line: string) => void): Promise<CutOffStation> {
  const folder = scratchFolder('bench-station');
  const centre = await startTestCentre();
  const station = await startStation({
    dataDir: folder.path,
    key: randomBytes(32).toString('hex'),
    centreUrl: centre.url,
    deskName: 'bench',
    version: '0.0.0-bench',
  });
  const desk: ContractRouterClient<Desk> = createRouterClient(station.router);
  const { session } = await signedIn(desk);
  tell(`signed in as ${session}, waiting for the snapshot`);
  await synced(desk);
  await centre.kill();
  await centre.stop();
  return {
    desk,
    stop: async () => {
      await station.stop();
      folder.remove();
    },
  };
}

async function signedIn(desk: ContractRouterClient<Desk>): Promise<{ session: string }> {
  const deadline = Date.now() + SYNC_LIMIT_MS;
  for (;;) {
    try {
      const { actor, kind } = await desk.session.signIn({
        jobNumber: OPERATOR,
        password: DEMO_PASSWORD,
        takeOver: false,
      });
      if (kind === 'online') return { session: actor.jobNumber };
      throw new Error('the station signed in offline although its centre runs');
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause();
    }
  }
}

async function synced(desk: ContractRouterClient<Desk>): Promise<void> {
  const deadline = Date.now() + SYNC_LIMIT_MS;
  while ((await desk.sync.status()).state !== 'synced') {
    if (Date.now() > deadline) throw new Error('the station did not finish its first sync');
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}
