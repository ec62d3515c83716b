import type { AccountId } from '../../shared/domain/ids.ts';
import { DEFAULT_ROLES, type Actor, type RoleId } from '../../shared/domain/people.ts';
import { contactNow, type Unit } from '../../shared/domain/unit.ts';
import { beijingDate, beijingMinute } from '../../shared/instant.ts';
import { isWorkingDay } from '../../shared/policy/calendar.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { HEBI } from './cities/hebi.ts';
import type { DemoCity } from './city.ts';
import { at } from './random.ts';
import { demoUnits } from './units.ts';

/** Who is who in the demo, looked up quickly. */
export interface DemoPeople {
  /** The operator who takes the nth call at this moment: six by day, three in the evening, two at night. */
  operatorOnShift(ms: number, nth: number): Actor;
  /** The nth of the centre's staff in a role, round and round. */
  staff(role: RoleId, nth: number): Actor;
  /** Whoever has this account; null for nobody. */
  byId(accountId: AccountId): Actor | null;
  /** Who works on a unit's orders: its handler, or that of the body above it. */
  handlerOf(unitId: string): Actor;
  /** Who signs for the unit: its leader, or that of the body above it. */
  leaderOf(unitId: string): Actor;
}

const DAY_SHIFT = [0, 1, 2, 3, 4, 5] as const;
const EVENING_SHIFT = [2, 6, 7] as const;
const NIGHT_SHIFT = [6, 7] as const;

export function demoPeople(city: DemoCity = HEBI): DemoPeople {
  const accounts = demoAccounts(city);
  const units = demoUnits(city);
  const parents = new Map(units.map(({ id, parentId }): [string, string | null] => [id, parentId]));
  const below = (unitId: string): Unit['id'][] =>
    units.filter(({ id, parentId }) => id === unitId || parentId === unitId).map(({ id }) => id);
  const actorOf = (account: DemoAccount): Actor => ({
    accountId: account.id,
    jobNumber: account.jobNumber,
    name: account.name,
    unitId: account.unitId,
    roles: [...account.roles],
    grants: {
      permissions: account.roles.flatMap((role) => DEFAULT_ROLES[role].permissions),
      sensitivities: account.secret ? ['normal', 'secret'] : ['normal'],
      units: account.unitId === null ? 'all' : below(account.unitId),
    },
  });
  const inRole = (role: RoleId): Actor[] => accounts.filter(({ roles }) => roles.includes(role)).map(actorOf);
  const byRole = new Map<RoleId, Actor[]>();
  const staffIn = (role: RoleId): Actor[] => {
    const found = byRole.get(role) ?? inRole(role);
    byRole.set(role, found);
    return found;
  };
  const byUnit = (role: RoleId): Map<string, Actor> =>
    new Map(inRole(role).map((actor) => [String(actor.unitId), actor]));
  const handlers = byUnit('handler');
  const leaders = byUnit('unitLeader');
  const ofUnit = (found: ReadonlyMap<string, Actor>, unitId: string): Actor => {
    const actor = found.get(unitId) ?? found.get(parents.get(unitId) ?? '');
    if (!actor) throw new RangeError(`nobody in the demo works for ${unitId}`);
    return actor;
  };
  return {
    operatorOnShift(ms, nth) {
      const hour = Math.floor(beijingMinute(ms) / 60);
      const shift = hour >= 8 && hour < 18 ? DAY_SHIFT : hour >= 18 && hour < 23 ? EVENING_SHIFT : NIGHT_SHIFT;
      return at(staffIn('operator'), at(shift, (nth * 5) % shift.length));
    },
    byId: (accountId) => {
      const account = accounts.find(({ id }) => id === accountId);
      return account ? actorOf(account) : null;
    },
    staff: (role, nth) => at(staffIn(role), nth % staffIn(role).length),
    handlerOf: (unitId) => ofUnit(handlers, unitId),
    leaderOf: (unitId) => ofUnit(leaders, unitId),
  };
}

/** The number a three-way call at this moment would reach. */
export function contactAt(unit: Unit, ms: number): { name: string; phone: string } | null {
  return contactNow(unit, beijingMinute(ms), isWorkingDay(beijingDate(ms)));
}
