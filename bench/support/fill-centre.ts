import { openCentralDatabase } from '../../db/central/open.ts';
import { insertCourse, insertOrders, type Course, type NumberedOrder } from '../../db/central/orders.ts';
import { demoOrders } from '../../server/demo/orders.ts';

export interface Filling {
  readonly databaseUrl: string;
  /** Orders at the centre in all, those of the demo's own start included. */
  readonly total: number;
  /** Of them those young enough for a desk to keep. */
  readonly recent: number;
  readonly tell: (line: string) => void;
}

const SEED = 4711;
const BATCH = 1000;

/** Longer than the demo's past, so that a desk keeps all of the recent orders, and shorter than the age of the others. */
const RETENTION_DAYS = 200;
const OLD_DAYS = 3 * 365;

const RETAIN = `
UPDATE centre SET version = version + 1,
  data = data || jsonb_build_object('retentionDays', $1::int, 'version', version + 1)`;

// Copies of recent orders, each with its own id and number, closed years ago: the centre has them, no desk keeps them.
const AGE = `
INSERT INTO orders (id, number, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due, data)
SELECT n.id, n.number, o.version, 'closed', o.sensitivity, o.unit_id, o.created_by,
       o.created_at - n.age, o.created_at - n.age + interval '5 days', o.due - n.age,
       o.data || jsonb_build_object('id', n.id, 'number', n.number, 'state', 'closed')
FROM (SELECT * FROM orders WHERE number LIKE 'HB%' ORDER BY id LIMIT $1) AS o,
LATERAL (SELECT gen_random_uuid() AS id, 'HA' || $2 || '-' || o.number AS number, make_interval(days => $3) AS age) AS n`;

/** Fills a demo centre's database to the wanted size: recent orders by the generator, old ones as copies of them. */
export async function fillCentre({ databaseUrl, total, recent, tell }: Filling): Promise<void> {
  const db = await openCentralDatabase({ databaseUrl, dataDir: '', onTrouble: () => {} });
  try {
    await db.write(RETAIN, [RETENTION_DAYS]);
    const present = await countOrders(db);
    let orders: NumberedOrder[] = [];
    let course: Course[] = [];
    let made = present;
    const flush = async (): Promise<void> => {
      const [writing, told] = [orders, course];
      orders = [];
      course = [];
      await db.transaction(async (tx) => {
        await insertCourse(tx, told);
        await insertOrders(tx, writing);
      });
    };
    for (const { order, history } of demoOrders(SEED, Date.now(), Math.max(0, recent - present))) {
      // Apart from the numbers of the demo's own start.
      orders.push({ ...order, number: `HBR-${order.number ?? ''}` });
      course.push({ orderId: order.id, version: order.version, entries: history });
      made += 1;
      if (orders.length === BATCH) await flush();
      if (made % 50_000 === 0) tell(`${made} recent orders`);
    }
    await flush();
    for (let round = 1; made < total; round += 1) {
      const wanted = Math.min(recent, total - made);
      await db.write(AGE, [wanted, round, OLD_DAYS]);
      made += wanted;
      tell(`${made} orders`);
    }
    await db.write('VACUUM ANALYZE orders');
  } finally {
    await db.close();
  }
}

async function countOrders(db: Awaited<ReturnType<typeof openCentralDatabase>>): Promise<number> {
  const [row] = await db.read<{ count: number }>('SELECT count(*)::int AS count FROM orders');
  return row?.count ?? 0;
}
