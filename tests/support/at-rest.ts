import { insertAccount } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import { putUnits } from '../../db/central/reference.ts';
import { demoUnits } from '../../server/demo/units.ts';
import { accountIdSchema, type AccountId } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';

/** What only the centre's database can tell or take: for use with a centre at rest. */

/** 停用 of a unit, as its administration will do it: the row, and the change that tells the desks. */
export async function closeUnit(db: Database, name: string): Promise<void> {
  const unit = demoUnits().find((candidate) => candidate.name === name);
  if (!unit) throw new Error(`the demo has no unit ${name}`);
  const closed = { ...unit, open: false, version: unit.version + 1 };
  await db.transaction(async (tx) => {
    await putUnits(tx, [closed]);
    const scope = { sensitivity: 'normal', unitId: null } as const;
    await writeLog(tx, {
      at: instant(Date.now()),
      changes: [{ entity: 'unit', id: closed.id, version: closed.version, op: 'put', scope }],
    });
  });
}

/** The numbers of all orders with exactly this 诉求内容. */
export async function numbersOfOrders(db: Database, content: string): Promise<string[]> {
  const rows = await db.read<{ number: string }>(
    `SELECT number FROM orders WHERE data#>>'{request,content}' = $1 ORDER BY number`,
    [content],
  );
  return rows.map(({ number }) => number);
}

/** Accounts of so many operators, who need no password. @returns their ids, in the order of their 工号 from 5000 on */
export async function addOperators(db: Database, count: number): Promise<AccountId[]> {
  const ids = Array.from({ length: count }, (_, n) =>
    accountIdSchema.parse(`50000000-0000-7000-8000-${String(n).padStart(12, '0')}`),
  );
  for (const [n, id] of ids.entries())
    await insertAccount(db, {
      id,
      jobNumber: String(5000 + n),
      name: `坐席${n + 1}`,
      unitId: null,
      secret: false,
      demo: true,
      password: '',
      roles: ['operator'],
      createdAt: instant(Date.now()),
    });
  return ids;
}
