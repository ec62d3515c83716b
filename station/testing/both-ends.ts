// A centre and the desks on it, for tests that need both.
import { openDesk, actor, LAMPS, scratch, untilStatus, type TestDesk } from './desk-for-tests.ts';
import { startTestCentre } from './test-centre.ts';
import type { TestCentre } from './test-centre-types.ts';

export interface BothEnds {
  readonly centre: TestCentre;
  start(more?: { nowMs?: () => number }): Promise<TestDesk>;
  /** A desk at which somebody, 1001 unless told otherwise, has signed in and which has received everything. */
  signedIn(jobNumber?: string): Promise<TestDesk>;
  /** Stops a desk and starts another on its folder. */
  restarted(desk: TestDesk): Promise<TestDesk>;
  close(): Promise<void>;
}

/** Two operators, a dispatcher, a handler of the one unit there is, and a knowledge editor. */
const PEOPLE = [
  actor('1001'),
  actor('1002'),
  actor('1201', 'dispatcher'),
  actor('1301', 'handler', { units: [LAMPS.id] }),
  actor('1401', 'knowledgeEditor'),
];

/** @param protocolFloor the oldest desk the centre feeds */
export async function bothEnds(protocolFloor = (): number => 1): Promise<BothEnds> {
  const centre = await startTestCentre({
    accounts: PEOPLE.map((person) => ({ actor: person, password: 'right' })),
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
    signedIn: async (jobNumber = '1001') => {
      const started = await start();
      await started.desk.session.signIn({ jobNumber, password: 'right', takeOver: false });
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
