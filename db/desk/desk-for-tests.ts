// Real files in a folder of their own, and an order to fill them with.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountIdSchema, orderIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { EMPTY_LIFE } from '../../shared/domain/life.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { FailureError } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import { OUTBOX_MIGRATIONS } from './migrations/outbox/all.ts';
import { REPLICA_MIGRATIONS } from './migrations/replica/all.ts';
import { openWritable, type Place } from './open.ts';
import type { WritableDb } from './sqlite.ts';

export const KEY = '0123456789abcdef'.repeat(4);
export const OTHER_KEY = 'fedcba9876543210'.repeat(4);

export const OPERATOR: Actor = {
  accountId: accountIdSchema.parse('00000000-0000-4000-8000-000000001001'),
  jobNumber: '1001',
  name: '林静',
  unitId: null,
  roles: ['operator'],
  grants: { permissions: ['order.view', 'order.create', 'personal.reveal'], sensitivities: ['normal'], units: 'all' },
};

export interface Scratch {
  readonly dir: string;
  readonly place: (name: string) => Place;
  readonly outbox: () => WritableDb;
  readonly replica: () => WritableDb;
  readonly remove: () => void;
}

export function scratch(): Scratch {
  const dir = mkdtempSync(join(tmpdir(), 'desk-db-'));
  const place = (name: string): Place => ({ path: join(dir, name), key: KEY, cipher: 'aegis' });
  return {
    dir,
    place,
    outbox: () => openWritable(place('outbox.db'), { durability: 'full', migrations: OUTBOX_MIGRATIONS, check: true }),
    replica: () =>
      openWritable(place('replica.db'), { durability: 'normal', migrations: REPLICA_MIGRATIONS, check: false }),
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Runs work that has to fail, and gives its failure's code. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  throw new Error('the work succeeded');
}

const FIRST_DAY = Date.parse('2026-11-02T01:00:00.000Z');

/** The `n`th order of a made-up month, one an hour, 转办 unless told otherwise. */
export function orderNumber(n: number, more: Partial<Order> = {}): Order {
  const at = instant(FIRST_DAY + n * 3600_000);
  return {
    id: orderIdSchema.parse(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`),
    number: `HB2611-${String(n).padStart(6, '0')}`,
    provisionalNumber: `待编-7K2M-${String(n).padStart(4, '0')}`,
    version: 1,
    state: 'handling',
    mode: 'forward',
    request: {
      channel: 'hotline',
      category: 'help',
      subjectId: null,
      content: `第${n}件：淇滨区长江路路灯不亮`,
      wish: '尽快修复',
      place: '长江路',
      occurredAt: null,
      accused: { unit: '', person: '', unitId: null },
      urgent: false,
      identity: 'named',
      sensitivity: 'normal',
      caller: { name: '张三丰', phone: `1380013${String(n).padStart(4, '0')}`, address: '九州路一号院' },
      replyBy: 'phone',
      followUp: true,
      attachments: [],
    },
    call: null,
    answer: null,
    articlesRead: [],
    directAttempts: [],
    unitId: unitIdSchema.parse(n % 2 === 0 ? 'u-even' : 'u-odd'),
    deadline: {
      due: instant(FIRST_DAY + (n + 24 * 14) * 3600_000),
      rule: 'H8',
      article: '第六条',
      from: 'forwarded',
      startedAt: at,
      limit: '10wd',
      pack: 'hebi',
      packVersion: 1,
      provisional: false,
      statutory: null,
      also: [],
    },
    refusal: null,
    urges: 0,
    life: EMPTY_LIFE,
    createdBy: { accountId: OPERATOR.accountId, jobNumber: '1001', name: '林静' },
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    ...more,
  };
}

/** The `n`th notice of the same month, one an hour, for the dispatchers unless told otherwise. */
export function noticeNumber(n: number, more: Partial<Notice> = {}): Notice {
  return {
    id: `00000000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`,
    version: 1,
    kind: 'undispatched',
    orderId: null,
    orderNumber: null,
    unitId: null,
    permission: 'order.dispatch',
    sensitivity: 'normal',
    text: `第${n}件尚未派出`,
    at: instant(FIRST_DAY + n * 3600_000),
    due: null,
    ...more,
  };
}
