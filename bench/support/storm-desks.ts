import { randomUUID } from 'node:crypto';
import { openCentralDatabase } from '../../db/central/open.ts';
import { insertDesk, seenAtDesk } from '../../db/central/desks.ts';
import { demoAccounts } from '../../server/demo/accounts.ts';
import { newToken, tokenHash } from '../../server/access/tokens.ts';
import { typeVersionOf } from '../../shared/domain/type-versions.ts';
import { commandIdSchema, deskIdSchema, orderIdSchema, type AccountId, type DeskId } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';
import type { Envelope } from '../../shared/sync/envelope.ts';
import { takeCommands } from './commands.ts';

/** A desk that was cut off for a while: what it has to send, and what it shows as `x-desk`. */
export interface StormDesk {
  readonly id: DeskId;
  readonly header: string;
  readonly commands: readonly Envelope[];
}

const SEED = 99;

/**
 * Makes desks known to a centre's database as enrolment does, each with an operator who has signed in there, and
 * writes their orders.
 */
export async function prepareDesks(databaseUrl: string, desks: number, ordersEach: number): Promise<StormDesk[]> {
  const operators = demoAccounts().filter(({ roles }) => roles.includes('operator'));
  const commands = takeCommands(SEED, desks * ordersEach);
  const db = await openCentralDatabase({ databaseUrl, dataDir: '', onTrouble: () => {} });
  const at = instant(Date.now());
  try {
    const made: StormDesk[] = [];
    for (let index = 0; index < desks; index += 1) {
      const operator = operators[index % operators.length];
      if (!operator) throw new Error('the demo city has no operators');
      const id = deskIdSchema.parse(randomUUID());
      const token = newToken();
      const code = `B${index.toString(36).toUpperCase().padStart(3, '0')}`;
      await db.transaction(async (tx) => {
        if (!(await insertDesk(tx, { id, code, name: `bench ${index}`, tokenHash: tokenHash(token) }, at))) {
          throw new Error(`desk code ${code} is taken`);
        }
        await seenAtDesk(tx, id, operator.id, at);
      });
      made.push({ id, header: `${id}.${token}`, commands: envelopes(id, code, operator.id, commands, ordersEach) });
    }
    return made;
  } finally {
    await db.close();
  }
}

function envelopes(
  deskId: DeskId,
  code: string,
  actor: AccountId,
  commands: ReturnType<typeof takeCommands>,
  count: number,
): Envelope[] {
  return Array.from({ length: count }, (_, index) => {
    const { value: command } = commands.next();
    if (!command) throw new Error('the generator has run dry');
    const provisionalNumber = `待编-${code}-${String(index + 1).padStart(4, '0')}`;
    return {
      commandId: commandIdSchema.parse(randomUUID()),
      deskId,
      deskEpoch: 1,
      deskSeq: index + 1,
      aggregateId: orderIdSchema.parse(randomUUID()),
      baseVersion: 0,
      type: command.type,
      typeVersion: typeVersionOf(command.type),
      payload: { ...command.payload, provisionalNumber },
      actor,
      recordedAt: instant(Date.now()),
      clockOffset: 0,
    };
  });
}
