// A centre and the desks on it, for tests that need both.
import { openDesk, actor, LAMPS, scratch, untilStatus, type TestDesk } from './desk-for-tests.ts';
import { startTestCentre } from './test-centre.ts';
import type { TestCentre } from './test-centre-types.ts';

export interface BothEnds {
  readonly centre: TestCentre;
  start(more?: { nowMs?: () => number }): Promise<TestDesk>;
  /** A desk at which 1001 has signed in and which has received everything. */
  signedIn(): Promise<TestDesk>;
  /** Stops a desk and starts another on its folder. */
  restarted(desk: TestDesk): Promise<TestDesk>;
  close(): Promise<void>;
}

/** @param protocolFloor the oldest desk the centre feeds */
export async function bothEnds(protocolFloor = (): number => 1): Promise<BothEnds> {
  const centre = await startTestCentre({
    accounts: ['1001', '1002'].map((jobNumber) => ({ actor: actor(jobNumber), password: 'right' })),
    units: [LAMPS],
    protocolFloor,
  });
  const folder = scratch();
  const running = new Set<TestDesk>();

  async function start(more: { nowMs?: () => number } = {}): Promise<TestDesk> {
    const desk = await openDesk({ centreUrl: centre.url, dataDir: folder.dir, ...more });
    running.add(desk);
    return desk;
  }

  return {
    centre,
    start,
    signedIn: async () => {
      const started = await start();
      await started.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
      await untilStatus(started.desk, ({ state }) => state === 'synced');
      return started;
    },
    restarted: async (desk) => {
      running.delete(desk);
      await desk.stop();
      return start();
    },
    close: async () => {
      for (const desk of running) await desk.stop();
      await centre.down();
      folder.remove();
    },
  };
}
