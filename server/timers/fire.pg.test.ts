import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDesk, addPerson, forwarded, testClock } from '../../tests/support/central.ts';
import { openNodes, type TestNodes } from '../../tests/support/nodes.ts';
import { fireTimers } from './fire.ts';

const ORDERS = 230;
const MONTH_MS = 30 * 86_400_000;

describe('the clocks of several nodes on one PostgreSQL', () => {
  let nodes: TestNodes;
  const clock = testClock();
  beforeAll(async () => {
    nodes = await openNodes(3, clock.nowMs);
  });
  afterAll(() => nodes.close());

  it('fire each timer once between them, while commands to the same orders go on', async () => {
    const { services, here } = nodes;
    const desk = await addDesk(here, await addPerson(here));
    const commands = Array.from({ length: ORDERS }, () => desk.say(forwarded('u-one')));
    for (let start = 0; start < ORDERS; start += 100) await desk.push(...commands.slice(start, start + 100));
    const urges = commands.map(({ aggregateId }) =>
      desk.say({ type: 'order.urge', orderId: aggregateId, payload: { reason: '着急', call: null } }),
    );
    // What they say was said before the clock moves on: the lease is not what is tried here.
    clock.advance(MONTH_MS);
    const pushing = async (): Promise<void> => {
      for (let start = 0; start < ORDERS; start += 20) await desk.push(...urges.slice(start, start + 20));
    };
    const fired = await Promise.all([...services, ...services].map(fireTimers).concat(pushing().then(() => 0)));
    expect(fired.filter((count) => count > 0).length).toBeGreaterThan(1);
    const told = await here.db.read<{ id: string; times: number }>(
      `SELECT order_id AS id, count(*) AS times FROM notices WHERE data->>'kind' = 'overdue' AND unit_id = 'u-one' GROUP BY 1`,
    );
    expect(told.filter(({ times }) => times !== 1)).toEqual([]);
    expect(told).toHaveLength(ORDERS);
  });
});
