// A station on a folder of its own, with the people and units that the tests know.
import { createRouterClient } from '@orpc/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import type { Desk, DeskEvent, SyncStatus } from '../../shared/contract/desk.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import { accountIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { DEFAULT_ROLES, type Actor, type RoleId } from '../../shared/domain/people.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { failureSchema, type Failure } from '../../shared/failure.ts';
import { startStation, type Station, type StationOptions } from '../station.ts';

export const KEY = 'ab'.repeat(32);

export function actor(jobNumber: string, role: RoleId = 'operator', more: Partial<Actor['grants']> = {}): Actor {
  return {
    accountId: accountIdSchema.parse(`00000000-0000-4000-8000-${jobNumber.padStart(12, '0')}`),
    jobNumber,
    name: `话务${jobNumber}`,
    unitId: null,
    roles: [role],
    grants: {
      permissions: [...DEFAULT_ROLES[role].permissions],
      sensitivities: ['normal'],
      units: 'all',
      ...more,
    },
  };
}

export const LAMPS: Unit = {
  id: unitIdSchema.parse('u-lamps'),
  parentId: null,
  name: '市路灯管理处',
  shortName: '路灯处',
  level: 'department',
  duties: '路灯不亮 路灯损坏',
  contacts: [{ kind: 'duty', name: '值班', phone: '0392-3300000', from: 0, to: 1440 }],
  open: true,
  version: 1,
};

export type DeskClient = ContractRouterClient<Desk>;

export interface TestDesk {
  readonly desk: DeskClient;
  readonly station: Station;
  readonly dataDir: string;
  readonly log: object[];
  stop(): Promise<void>;
}

/** A folder that is gone after the test. */
export function scratch(): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'desk-'));
  return {
    dir,
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export async function openDesk(
  options: Partial<StationOptions> & { centreUrl: string; dataDir: string },
): Promise<TestDesk> {
  const log: object[] = [];
  const station = await startStation({
    key: KEY,
    deskName: '1号座席',
    version: '0.0.0-test',
    // Retries at once: what is tested is that they happen, not how long they wait.
    random: () => 0,
    log: (line) => log.push(line),
    ...options,
  });
  const desk = createRouterClient(station.router) satisfies DeskClient;
  return { desk, station, dataDir: options.dataDir, log, stop: () => station.stop() };
}

/** A 转办 of a draft, as the form would submit it. */
export function forward(draft: Draft, content = '淇滨区长江路路灯不亮', unit: Unit = LAMPS): CommandBody {
  const { form } = draft;
  return {
    type: 'order.forward',
    payload: {
      request: {
        channel: 'hotline',
        category: 'help',
        subjectId: null,
        content,
        wish: '尽快修复',
        place: '淇滨区长江路',
        occurredAt: null,
        accused: { unit: '', person: '', unitId: null },
        urgent: false,
        identity: 'named',
        sensitivity: 'normal',
        caller: { name: '张三丰', phone: form.caller.phone, address: '淇滨区九州路一号院' },
        replyBy: 'phone',
        followUp: true,
        attachments: form.attachments,
      },
      call: draft.call,
      articlesRead: [],
      directAttempts: [],
      provisionalNumber: draft.provisionalNumber,
      unitId: unit.id,
      note: '',
    },
  };
}

/** Opens a draft and submits it as a 转办. */
export async function writeOrder(desk: DeskClient, content?: string, phone = '13800138000'): Promise<Draft> {
  const draft = await desk.drafts.open({ call: null, phone });
  await desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft, content) });
  return draft;
}

/** Waits for something to become so; the test's own time limit is the only one. */
export async function until<T>(look: () => Promise<T>, enough: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look();
    if (enough(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function untilStatus(desk: DeskClient, enough: (status: SyncStatus) => boolean): Promise<SyncStatus> {
  return until(() => desk.sync.status(), enough);
}

/** The failure that a call ends with. */
export async function failureFrom(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'data' in error) return failureSchema.parse(error.data);
    throw error;
  }
  throw new Error('the call succeeded');
}

/** Reads events until one fits. */
export async function nextEvent(
  desk: DeskClient,
  fits: (event: DeskEvent) => boolean,
  act: () => Promise<unknown> = () => Promise.resolve(),
): Promise<DeskEvent> {
  const events = await desk.events();
  let acted = false;
  for await (const event of events) {
    if (fits(event)) return event;
    if (!acted) {
      acted = true;
      await act();
    }
  }
  throw new Error('the events ended');
}
