import { accountIdSchema, orderIdSchema, unitIdSchema } from './ids.ts';
import type { CommandBody } from './command.ts';
import type { Request } from './order.ts';
import { DEFAULT_ROLES, type Actor, type RoleId } from './people.ts';
import type { Rules } from './outcome.ts';
import { SHIPPED_CALENDAR } from '../policy/calendar.ts';
import { packOf } from '../policy/packs.ts';

/** Building blocks for tests on either side; nothing of the program imports this. */

export const FIXTURE_UNIT = unitIdSchema.parse('u-gjj');

export function fixtureActor(role: RoleId, jobNumber = '1001'): Actor {
  return {
    accountId: accountIdSchema.parse(`00000000-0000-7000-8000-${jobNumber.padStart(12, '0')}`),
    jobNumber,
    name: '测试员',
    unitId: null,
    roles: [role],
    grants: { permissions: [...DEFAULT_ROLES[role].permissions], sensitivities: ['normal'], units: 'all' },
  };
}

export function fixtureOrderId(n: number): ReturnType<typeof orderIdSchema.parse> {
  return orderIdSchema.parse(`00000000-0000-7000-9000-${String(n).padStart(12, '0')}`);
}

export function fixtureRequest(changes: Partial<Request> = {}): Request {
  return {
    channel: 'hotline',
    category: 'complaint',
    subjectId: null,
    content: '小区楼下夜间施工，噪音很大。',
    wish: '请制止夜间施工。',
    place: '淇滨区黎阳路',
    occurredAt: null,
    accused: { unit: '', person: '', unitId: null },
    urgent: false,
    identity: 'named',
    sensitivity: 'normal',
    caller: { name: '张三', phone: '19900005521', address: '' },
    replyBy: 'phone',
    followUp: true,
    attachments: [],
    ...changes,
  };
}

const taken = { call: null, articlesRead: [], directAttempts: [], provisionalNumber: '待编-7K2M-0001' };

export function fixtureForward(request: Partial<Request> = {}, unitId = FIXTURE_UNIT): CommandBody {
  return { type: 'order.forward', payload: { ...taken, request: fixtureRequest(request), unitId, note: '' } };
}

export function fixtureAnswer(request: Partial<Request> = {}): CommandBody {
  return {
    type: 'order.answerImmediately',
    payload: { ...taken, request: fixtureRequest(request), answer: { text: '携带身份证到窗口办理。', articles: [] } },
  };
}

export function fixtureRules(closedUnits: readonly string[] = []): Rules {
  return {
    pack: packOf('hebi'),
    calendar: SHIPPED_CALENDAR,
    unit: (id) =>
      id.startsWith('u-')
        ? { id: unitIdSchema.parse(id), name: '市住房公积金中心', open: !closedUnits.includes(id) }
        : null,
    subject: () => null,
    related: () => null,
  };
}
