import { SHIPPED_CALENDAR } from '../../policy/calendar.ts';
import { packOf } from '../../policy/packs.ts';
import { accountIdSchema, unitIdSchema, type UnitId } from '../ids.ts';
import type { Order } from '../order.ts';
import type { Rules } from '../outcome.ts';
import { DEFAULT_ROLES, type Actor, type RoleId } from '../people.ts';

/** Units for the tests of an order's life: two that handle, one that assists, one that is closed. */
export const UNITS = {
  water: unitIdSchema.parse('u-water'),
  roads: unitIdSchema.parse('u-roads'),
  lamps: unitIdSchema.parse('u-lamps'),
  gone: unitIdSchema.parse('u-gone'),
} as const;

const UNIT_NAMES: ReadonlyMap<string, string> = new Map([
  [UNITS.water, '市供水公司'],
  [UNITS.roads, '市公路局'],
  [UNITS.lamps, '市路灯所'],
  [UNITS.gone, '原市政公司'],
]);

/** @param vetted may see 保密 orders beyond what the role brings; the permission and the sight go together, as at the centre */
function person(number: number, role: RoleId, unitId: UnitId | null = null, vetted = true): Actor {
  const own = DEFAULT_ROLES[role].permissions;
  const secret = vetted || own.includes('order.viewSecret');
  const rest = own.filter((permission) => permission !== 'order.viewSecret');
  return {
    accountId: accountIdSchema.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
    jobNumber: String(number),
    name: DEFAULT_ROLES[role].name,
    unitId,
    roles: [role],
    grants: {
      permissions: secret ? [...rest, 'order.viewSecret'] : rest,
      sensitivities: secret ? ['normal', 'secret'] : ['normal'],
      units: unitId === null ? 'all' : [unitId],
    },
  };
}

/** One person in each role; those of a unit act for that unit alone. */
export const CAST = {
  operator: person(1001, 'operator', null, false),
  dispatcher: person(1002, 'dispatcher'),
  overseer: person(1003, 'overseer'),
  followUpAgent: person(1004, 'followUpAgent'),
  qualityInspector: person(1005, 'qualityInspector'),
  leader: person(1006, 'leader'),
  reviewer: person(1007, 'reviewer'),
  administrator: person(1008, 'administrator'),
  handler: person(1011, 'handler', UNITS.water),
  unitLeader: person(1012, 'unitLeader', UNITS.water),
  roadsHandler: person(1021, 'handler', UNITS.roads),
  roadsLeader: person(1022, 'unitLeader', UNITS.roads),
  lampsHandler: person(1031, 'handler', UNITS.lamps),
} as const satisfies Record<string, Actor>;
export type Part = keyof typeof CAST;

/** A city's rules with these units; `orders` are what a command may name besides its own. */
export function castRules(city: string, orders: readonly Order[] = []): Rules {
  return {
    pack: packOf(city),
    calendar: SHIPPED_CALENDAR,
    unit: (id) => {
      const name = UNIT_NAMES.get(id);
      return name === undefined ? null : { id: unitIdSchema.parse(id), name, open: id !== UNITS.gone };
    },
    subject: () => null,
    related: (id) => orders.find((order) => order.id === id) ?? null,
  };
}
