import { DEFAULT_ROLES, type Actor, type Author } from '../../shared/domain/people.ts';
import { contactNow, type Unit } from '../../shared/domain/unit.ts';
import { beijingDate, beijingMinute } from '../../shared/instant.ts';
import { isWorkingDay } from '../../shared/policy/calendar.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { at } from './random.ts';
import { demoUnits } from './units.ts';

/** Who is who in the demo, looked up quickly. */
export interface DemoPeople {
  /** The operator who takes the nth call at this moment: six by day, three in the evening, two at night. */
  operatorOnShift(ms: number, nth: number): Actor;
  /** Who enters the unit's reply: its handler, that of the body above it, otherwise a dispatcher for a unit that telephones. */
  replierOf(unitId: string, nth: number): { author: Author; forUnit: boolean };
  followUpAgent(nth: number): Author;
}

const DAY_SHIFT = [0, 1, 2, 3, 4, 5] as const;
const EVENING_SHIFT = [2, 6, 7] as const;
const NIGHT_SHIFT = [6, 7] as const;

export function demoPeople(): DemoPeople {
  const accounts = demoAccounts();
  const inRole = (role: string): DemoAccount[] => accounts.filter(({ roles }) => roles.some((one) => one === role));
  const operators = inRole('operator').map(actorOf);
  const dispatchers = inRole('dispatcher').map(authorOf);
  const agents = inRole('followUpAgent').map(authorOf);
  const handlers = new Map(inRole('handler').map((account) => [account.unitId ?? '', authorOf(account)]));
  const parents = new Map(demoUnits().map(({ id, parentId }): [string, string | null] => [id, parentId]));
  return {
    operatorOnShift(ms, nth) {
      const hour = Math.floor(beijingMinute(ms) / 60);
      const shift = hour >= 8 && hour < 18 ? DAY_SHIFT : hour >= 18 && hour < 23 ? EVENING_SHIFT : NIGHT_SHIFT;
      return at(operators, at(shift, (nth * 5) % shift.length));
    },
    replierOf(unitId, nth) {
      const handler = handlers.get(unitId) ?? handlers.get(parents.get(unitId) ?? '');
      if (handler) return { author: handler, forUnit: true };
      return { author: at(dispatchers, nth % dispatchers.length), forUnit: false };
    },
    followUpAgent: (nth) => at(agents, nth % agents.length),
  };
}

function authorOf({ id, jobNumber, name }: DemoAccount): Author {
  return { accountId: id, jobNumber, name };
}

function actorOf(account: DemoAccount): Actor {
  return {
    ...authorOf(account),
    unitId: account.unitId,
    roles: [...account.roles],
    grants: {
      permissions: account.roles.flatMap((role) => DEFAULT_ROLES[role].permissions),
      sensitivities: account.secret ? ['normal', 'secret'] : ['normal'],
      units: account.unitId === null ? 'all' : [account.unitId],
    },
  };
}

/** The number a three-way call at this moment would reach. */
export function contactAt(unit: Unit, ms: number): { name: string; phone: string } | null {
  return contactNow(unit, beijingMinute(ms), isWorkingDay(beijingDate(ms)));
}
