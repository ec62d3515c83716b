import { accountIdSchema, unitIdSchema, type AccountId, type UnitId } from '../../shared/domain/ids.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { personName } from './names.ts';

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
const NAMES_FROM = 40_000;

/** The centre's own staff, job numbers from `first` on. */
const STAFF: readonly Staff[] = [
  { role: 'operator', first: 1001, count: 8, secret: false },
  { role: 'shiftSupervisor', first: 1101, count: 2, secret: true },
  { role: 'dispatcher', first: 1201, count: 3, secret: true },
  { role: 'overseer', first: 1301, count: 2, secret: true },
  { role: 'followUpAgent', first: 1401, count: 3, secret: false },
  { role: 'qualityInspector', first: 1501, count: 2, secret: false },
  { role: 'knowledgeEditor', first: 1601, count: 2, secret: false },
  { role: 'administrator', first: 1901, count: 2, secret: true },
];

/** Units whose handlers have an account; the others answer by telephone and a dispatcher enters it. */
const HANDLING_UNITS = [
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

/** Units whose leader has an account. */
const LED_UNITS = ['u-zjj', 'u-cgj', 'u-rsj', 'u-qibin', 'u-xunxian'] as const;

/** The demo's accounts, at least two in every role. */
export function demoAccounts(): DemoAccount[] {
  const staff = STAFF.flatMap(({ role, first, count, secret }) =>
    Array.from({ length: count }, (_, index) => account(first + index, role, null, secret)),
  );
  const handlers = HANDLING_UNITS.map((unit, index) => account(2001 + index, 'handler', unit, false));
  const leaders = LED_UNITS.map((unit, index) => account(2901 + index, 'unitLeader', unit, true));
  return [...staff, ...handlers, ...leaders];
}

function account(jobNumber: number, role: RoleId, unit: string | null, secret: boolean): DemoAccount {
  return {
    id: accountIdSchema.parse(`00000000-0000-4000-8000-${String(jobNumber).padStart(12, '0')}`),
    jobNumber: String(jobNumber),
    name: personName(jobNumber + NAMES_FROM),
    roles: [role],
    unitId: unit === null ? null : unitIdSchema.parse(unit),
    secret,
    password: DEMO_PASSWORD,
  };
}
