import type { Writer } from '../../db/central/database.ts';
import { changeStanding, type Standing } from '../../db/central/standing.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { ChangedOrder } from './changed-order.ts';

/** Null: it is closed, and stands nowhere. */
function standingOf({ closedAt, unitId, state, deadline }: Order): Standing | null {
  return closedAt === null ? { unit: unitId ?? '', state, due: deadline?.due ?? null } : null;
}

/** Brings along how many orders stand where, in the transaction that changes them. */
export async function keepStanding(tx: Writer, changed: readonly ChangedOrder[]): Promise<void> {
  const moved = changed
    .map(({ before, after }) => ({ was: before && standingOf(before), is: standingOf(after) }))
    .filter(({ was, is }) => was?.unit !== is?.unit || was?.state !== is?.state || was?.due !== is?.due);
  await changeStanding(
    tx,
    moved.flatMap(({ was }) => was ?? []),
    moved.flatMap(({ is }) => is ?? []),
  );
}
