import { createHash } from 'node:crypto';
import type { AccountGrantsRow } from '../../db/central/accounts.ts';
import type { KnowledgeScope } from '../../db/central/knowledge.ts';
import type { NoticeScope } from '../../db/central/notices.ts';
import type { OrderScope } from '../../db/central/orders.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Actor, Permission } from '../../shared/domain/people.ts';
import type { OrderReader } from '../../shared/domain/visibility.ts';

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
      ...(row.above.length > 0 ? { above: row.above } : {}),
    },
  };
}

/** The columns of the feed and the orders that these grants let through; nothing without `order.view`. */
export function orderScopeOf({ accountId, grants }: OrderReader): OrderScope {
  if (!grants.permissions.includes('order.view')) return { sensitivities: [], units: [], accountId };
  return { sensitivities: grants.sensitivities, units: grants.units === 'all' ? null : grants.units, accountId };
}

/** Whose knowledge work, and whose notices, these grants let through; neither needs a right to see orders. */
export function knowledgeScopeOf({ grants }: Pick<OrderReader, 'grants'>): KnowledgeScope {
  const holds = (permission: Permission): boolean => grants.permissions.includes(permission);
  const units = grants.units === 'all' ? null : grants.units;
  const keeps = units !== null && (holds('order.handle') || holds('order.sign'));
  return {
    units,
    manuscripts: holds('knowledge.edit') || keeps || holds('order.supervise'),
    feedback: holds('knowledge.read'),
  };
}

/** Notices for this reader: those of orders only where they may see orders at all. */
export function noticeScopeOf({ accountId, grants }: OrderReader): NoticeScope {
  return {
    sensitivities: grants.sensitivities,
    units: grants.units === 'all' ? null : grants.units,
    accountId,
    orders: grants.permissions.includes('order.view'),
  };
}

/**
 * Stands for what a reader may have: where it changes, the desk's copy is no longer the right one. Whoever is recused
 * from nothing shares a copy with everybody of the same grants. J5.
 */
export function readerDigest(
  { sensitivities, units }: OrderScope,
  recused: readonly OrderId[],
  above: readonly string[],
  knowledge: KnowledgeScope,
): string {
  const rest = above.length > 0 ? [recused, above] : recused.length > 0 ? [recused] : [];
  return createHash('sha256')
    .update(JSON.stringify([sensitivities, units, ...rest, knowledge]))
    .digest('base64url')
    .slice(0, 16);
}
