import { createHash } from 'node:crypto';
import type { AccountGrantsRow } from '../../db/central/accounts.ts';
import type { OrderScope } from '../../db/central/orders.ts';
import type { Actor, Grants } from '../../shared/domain/people.ts';

/**
 * The person behind an account with what they may do and see now. The centre's own staff (no unit, or the city itself)
 * see every unit's orders, everybody else those of their unit and the units below it.
 */
export function actorOf(row: AccountGrantsRow): Actor {
  const secret = row.secret || row.permissions.includes('order.viewSecret');
  const permissions = row.permissions.filter((permission) => permission !== 'order.viewSecret');
  return {
    accountId: row.id,
    jobNumber: row.jobNumber,
    name: row.name,
    unitId: row.unitId,
    roles: row.roles,
    grants: {
      permissions: secret ? [...permissions, 'order.viewSecret'] : permissions,
      sensitivities: secret ? ['normal', 'secret'] : ['normal'],
      units: row.unitId === null || row.unitLevel === 'city' ? 'all' : row.units,
    },
  };
}

/** The columns of the feed and the orders that these grants let through; nothing without `order.view`. */
export function orderScopeOf(grants: Grants): OrderScope {
  if (!grants.permissions.includes('order.view')) return { sensitivities: [], units: [] };
  return { sensitivities: grants.sensitivities, units: grants.units === 'all' ? null : grants.units };
}

/** Stands for what the grants let a desk see: where it changes, the desk's copy is no longer the right one. */
export function grantsDigest(grants: Grants): string {
  const { sensitivities, units } = orderScopeOf(grants);
  return createHash('sha256')
    .update(JSON.stringify([sensitivities, units]))
    .digest('base64url')
    .slice(0, 16);
}
