import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveEvent } from '../shared/contract/central.ts';
import { startTestCentre, type TestCentre } from '../tests/support/centre.ts';
import { answered, openSeat, outcomes, refusalOf, type Seat } from '../tests/support/central.ts';
import { freshDatabase, type TestDatabase } from '../tests/support/postgres.ts';
import { PROTOCOL } from '../shared/sync/protocol.ts';
import { DEMO_PASSWORD } from './demo/accounts.ts';

describe('two processes of the centre on one PostgreSQL', () => {
  let database: TestDatabase;
  const nodes: TestCentre[] = [];
  const seats: Seat[] = [];
  beforeAll(async () => {
    database = await freshDatabase();
    // Together, on an empty database: migrations and the demo's data are made once.
    nodes.push(...(await Promise.all([startTestCentre(database.url), startTestCentre(database.url)])));
  });
  afterAll(async () => {
    for (const seat of seats) seat.close();
    await Promise.all(nodes.map((one) => one.stop()));
    await database.drop();
  });

  const node = (index: 0 | 1): TestCentre => {
    const found = nodes[index];
    if (!found) throw new Error('the centre did not start');
    return found;
  };
  const seated = async (at: TestCentre, jobNumber: string, takeOver = false): Promise<Seat> => {
    const seat = openSeat(at.url);
    seats.push(seat);
    await seat.signIn(jobNumber, DEMO_PASSWORD, takeOver);
    await seat.enrol();
    return seat;
  };
  const until = async (events: AsyncIterator<LiveEvent>, fits: (event: LiveEvent) => boolean): Promise<LiveEvent> => {
    for (;;) {
      const step = await events.next();
      if (step.done) throw new Error('the stream ended');
      if (fits(step.value)) return step.value;
    }
  };

  it('tell each other of commits: what one takes, a desk at the other hears of and gets', async () => {
    const [here, there] = [await seated(node(0), '1001'), await seated(node(1), '1002')];
    const { head, epoch } = await there.client.sync.snapshot({ entity: 'centre', after: null, protocol: PROTOCOL });
    const events = await there.client.live.events();
    const command = here.say(answered());
    const { receipts } = await here.push(command);
    const seq = receipts.at(0)?.serverSeq ?? 0;
    await until(events, (event) => event.type === 'head' && event.head >= seq);
    const pulled = await there.client.sync.pull({ cursor: head, epoch, protocol: PROTOCOL });
    expect(pulled).toMatchObject({ kind: 'changes', changes: [{ row: { id: command.aggregateId } }] });
  });

  it('take one desk’s repeated push to either of them as the one it is', async () => {
    const here = await seated(node(0), '1003');
    const command = here.say(answered());
    const first = outcomes(await here.push(command));
    expect(outcomes(await here.pushTo(node(1).url, command))).toEqual(first);
    const [second, third] = [here.say(answered()), here.say(answered())];
    const answers = await Promise.all([here.push(second, third), here.pushTo(node(1).url, second, third)]);
    const [one, other] = answers.map(outcomes);
    expect(other).toEqual(one);
  });

  it('tell the desk at the one when its account signs in at the other', async () => {
    const older = await seated(node(0), '1005');
    const events = await older.client.live.events();
    await until(events, (event) => event.type === 'head');
    expect(await refusalOf(seated(node(1), '1005'))).toBe('SIGNED_IN_ELSEWHERE');
    await seated(node(1), '1005', true);
    const told = await until(events, (event) => event.type === 'sessionEnded');
    expect(told).toMatchObject({ failure: { code: 'SESSION_TAKEN_OVER' } });
  });

  it('count failed sign-ins together', async () => {
    const attempt = (at: TestCentre, password: string) => {
      const seat = openSeat(at.url);
      seats.push(seat);
      return refusalOf(seat.signIn('1006', password));
    };
    for (const index of [0, 1, 0, 1, 0] as const) {
      expect(await attempt(node(index), 'falsch1234')).toBe('BAD_CREDENTIALS');
    }
    expect(await attempt(node(1), DEMO_PASSWORD)).toBe('ACCOUNT_LOCKED');
  });
});
