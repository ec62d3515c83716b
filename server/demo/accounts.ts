import { accountIdSchema, unitIdSchema, type AccountId, type UnitId } from '../../shared/domain/ids.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { HEBI } from './cities/hebi.ts';
import type { DemoCity } from './city.ts';
import { personName } from './names.ts';
import { demoUnits } from './units.ts';

/** A person of the demo. They exist only where a centre is started as a demo. */
export interface DemoAccount {
  readonly id: AccountId;
  readonly jobNumber: string;
  readonly name: string;
  readonly roles: readonly RoleId[];
  /** The unit whose orders they see; null for the centre's own staff, who see all units. */
  readonly unitId: UnitId | null;
  /** May see secret orders (保密件). */
  readonly secret: boolean;
  readonly password: string;
}

/** The one password of all demo accounts. */
export const DEMO_PASSWORD = 'demo1234';

interface Staff {
  readonly role: RoleId;
  readonly first: number;
  readonly count: number;
  readonly secret: boolean;
}

/** Where in the list of names the staff begin: a stretch in which no two share one. */
const NAMES_FROM = 40_001;

/** The centre's own staff, job numbers from `first` on. */
const STAFF: readonly Staff[] = [
  { role: 'operator', first: 1001, count: 8, secret: false },
  { role: 'shiftSupervisor', first: 1101, count: 2, secret: true },
  { role: 'dispatcher', first: 1201, count: 3, secret: true },
  { role: 'overseer', first: 1301, count: 2, secret: true },
  { role: 'followUpAgent', first: 1401, count: 3, secret: false },
  { role: 'qualityInspector', first: 1501, count: 2, secret: false },
  { role: 'knowledgeEditor', first: 1601, count: 2, secret: false },
  { role: 'leader', first: 1701, count: 2, secret: true },
  { role: 'reviewer', first: 1801, count: 2, secret: true },
  { role: 'administrator', first: 1901, count: 2, secret: true },
];

/** Units whose handlers come first: those that get most of the orders. The city's other bodies follow. */
const FIRST_UNITS = [
  'u-gjj',
  'u-rsj',
  'u-ybj',
  'u-gaj',
  'u-jjzd',
  'u-cgj',
  'u-szss',
  'u-zrzy',
  'u-hbj',
  'u-jtj',
  'u-wjw',
  'u-mzj',
  'u-scjg',
  'u-zjj',
  'u-gs',
  'u-rq',
  'u-rl',
  'u-gd',
  'u-jtys',
  'u-qibin',
  'u-shancheng',
  'u-heshan',
  'u-xunxian',
  'u-qixian',
] as const;

/** Departments whose leader has an account of their own, besides two of the city's counties. Elsewhere one person does both. */
const LED_UNITS = ['u-zjj', 'u-cgj', 'u-rsj'] as const;
const LED_COUNTIES = [0, 3] as const;

/** The demo's accounts, at least two in every role. */
export function demoAccounts(city: DemoCity = HEBI): DemoAccount[] {
  const staff = STAFF.flatMap(({ role, first, count, secret }) =>
    Array.from({ length: count }, (_, index) => account(first + index, [role], null, secret)),
  );
  const led = [...LED_UNITS, ...LED_COUNTIES.flatMap((index) => city.counties[index]?.id ?? [])];
  const handlers = handlingUnits(city).map((unit, index) => {
    const alone = !led.some((id) => id === unit);
    return account(2001 + index, alone ? ['handler', 'unitLeader'] : ['handler'], unit, false);
  });
  const leaders = led.map((unit, index) => account(2901 + index, ['unitLeader'], unit, true));
  return [...staff, ...handlers, ...leaders];
}

function handlingUnits(city: DemoCity): string[] {
  const bodies = demoUnits(city).flatMap(({ id, level }) =>
    level === 'department' || level === 'county' ? [String(id)] : [],
  );
  const first = FIRST_UNITS.filter((unit) => bodies.includes(unit));
  return [...first, ...bodies.filter((unit) => !first.some((one) => one === unit))];
}

function account(jobNumber: number, roles: readonly RoleId[], unit: string | null, secret: boolean): DemoAccount {
  return {
    id: accountIdSchema.parse(`00000000-0000-4000-8000-${String(jobNumber).padStart(12, '0')}`),
    jobNumber: String(jobNumber),
    name: personName(jobNumber + NAMES_FROM),
    roles,
    unitId: unit === null ? null : unitIdSchema.parse(unit),
    secret,
    password: DEMO_PASSWORD,
  };
}
