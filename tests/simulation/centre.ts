import { createRouterClient } from '@orpc/server';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { insertAccount, ensureRoles, updateAccess } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { readHead, renewEpoch } from '../../db/central/feed.ts';
import { writeLog } from '../../db/central/log.ts';
import { openCentralDatabase } from '../../db/central/open.ts';
import { putUnits } from '../../db/central/reference.ts';
import { endSession, insertSession, liveSessionOf } from '../../db/central/sessions.ts';
import { seenAtDesk } from '../../db/central/desks.ts';
import { createActivity } from '../../server/activity.ts';
import { newToken, tokenHash } from '../../server/access/tokens.ts';
import { createCoalescer } from '../../server/commands/coalesce.ts';
import { deliver } from '../../server/commands/deliver.ts';
import { startLive } from '../../server/feed/live.ts';
import { createSeal } from '../../server/attachments/seal.ts';
import { openVault } from '../../server/recordings/vault.ts';
import { createRouter } from '../../server/router/router.ts';
import type { Service } from '../../server/service.ts';
import { prepareCentre } from '../../server/start-up.ts';
import { accountIdSchema, unitIdSchema, type AccountId, type DeskId } from '../../shared/domain/ids.ts';
import { DEFAULT_ROLES, roleIdSchema, type RoleId } from '../../shared/domain/people.ts';
import { instant } from '../../shared/instant.ts';
import { packOf } from '../../shared/policy/packs.ts';
import type { CentralClient } from '../../station/sync/link.ts';

/** Where the next transaction of a node breaks: before its commit, or after it with the answer lost. */
export type Crash = 'beforeCommit' | 'afterCommit' | null;

/** One process of the central service, without its sockets. */
export interface Node {
  /** The contract as a desk calls it, bearing these headers. */
  client(headers: Readonly<Record<string, string>>): CentralClient;
  /** Breaks the next transaction. */
  arm(crash: Crash): void;
}

/** Two processes on one PostgreSQL. */
export interface SimCentre {
  readonly db: Database;
  readonly nodes: readonly [Node, Node];
  readonly accounts: readonly AccountId[];
  setAccess(account: AccountId, access: Access): Promise<void>;
  setUnitOpen(open: boolean): Promise<void>;
  backUp(): Promise<void>;
  /** Goes back to the backup, if there is one, as an administrator does: the feed's numbers then mean something else. */
  restore(): Promise<void>;
  /** A session as signing in makes it, without the price of the password. */
  signIn(account: AccountId, desk: DeskId): Promise<string>;
  /** Takes everything away that earlier runs have left. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export interface Access {
  readonly roles: readonly RoleId[];
  readonly secret: boolean;
  readonly unit: boolean;
}

export const UNITS = [unitIdSchema.parse('u-open'), unitIdSchema.parse('u-closing')] as const;
/** What a restore takes back; who may do what stays as it is now. */
const BACKED_UP = ['feed_head', 'feed', 'audit', 'counters', 'desks', 'receipts', 'history', 'orders'] as const;
const SESSION_MS = 365 * 86_400_000;

export async function startSimCentre(databaseUrl: string, nowMs: () => number): Promise<SimCentre> {
  const log = pino({ level: 'silent' });
  const pack = packOf('hebi');
  const first = await openNode(databaseUrl);
  const second = await openNode(databaseUrl);
  const { db } = first;
  const accounts = [1, 2, 3].map((n) => accountIdSchema.parse(`00000000-0000-7000-8000-00000000000${n}`));
  await fill();

  async function openNode(url: string): Promise<Node & { db: Database; stop: () => Promise<void> }> {
    const real = await openCentralDatabase({ databaseUrl: url, dataDir: '', onTrouble: () => undefined });
    let armed: Crash = null;
    const breaking: Database = {
      ...real,
      transaction: async (work) => {
        const crash = armed;
        armed = null;
        const result = await real.transaction(async (tx) => {
          const done = await work(tx);
          if (crash === 'beforeCommit') throw new Error('simulated crash before the commit');
          return done;
        });
        if (crash === 'afterCommit') throw new Error('simulated crash after the commit');
        return result;
      },
    };
    const service: Service = { db: breaking, log, pack, demo: false, nowMs };
    await prepareCentre({ ...service, db: real });
    const live = await startLive(service);
    const router = createRouter({
      service,
      activity: createActivity(),
      coalescer: createCoalescer((batch) => deliver(service, batch)),
      live,
      exchange: null,
      // No call comes in the simulation: nothing is ever written there.
      vault: openVault(tmpdir(), [randomBytes(32)]),
      seal: createSeal([randomBytes(32)]),
      signInLimit: { pass: () => undefined },
      version: 'simulation',
    });
    return {
      db: real,
      client: (headers) =>
        createRouterClient(router, {
          context: { address: 'simulation', requestId: 'simulation', reqHeaders: new Headers(headers) },
        }),
      arm: (crash) => {
        armed = crash;
      },
      stop: async () => {
        live.stop();
        await real.close();
      },
    };
  }

  async function fill(): Promise<void> {
    await db.transaction(async (tx) => {
      await ensureRoles(
        tx,
        roleIdSchema.options.map((id) => ({ id, ...DEFAULT_ROLES[id] })),
      );
      await putUnits(
        tx,
        UNITS.map((id) => unitRow(id, true, 1)),
      );
      for (const [index, id] of accounts.entries()) {
        await insertAccount(tx, {
          id,
          jobNumber: `10${index}`,
          name: `话务员${index}`,
          unitId: null,
          secret: false,
          demo: false,
          password: 'not used here',
          roles: ['operator'],
          createdAt: instant(nowMs()),
        });
      }
    });
  }

  let unitVersion = 1;
  let hasBackup = false;
  return {
    db,
    nodes: [first, second],
    accounts,
    setAccess: (id, { roles, secret, unit }) =>
      db.transaction(async (tx) => {
        await updateAccess(tx, id, { roles, secret, unitId: unit ? UNITS[0] : null });
      }),
    setUnitOpen: async (open) => {
      unitVersion += 1;
      const row = unitRow(UNITS[1], open, unitVersion);
      await db.transaction(async (tx) => {
        await putUnits(tx, [row]);
        const scope = { sensitivity: 'normal', unitId: null } as const;
        const change = { entity: 'unit', id: row.id, version: row.version, op: 'put', scope } as const;
        await writeLog(tx, { at: instant(nowMs()), changes: [change] });
      });
    },
    backUp: async () => {
      await db.transaction(async (tx) => {
        for (const table of BACKED_UP) {
          await tx.write(`DROP TABLE IF EXISTS backup_${table}`);
          await tx.write(`CREATE TABLE backup_${table} AS TABLE ${table}`);
        }
      });
      hasBackup = true;
    },
    restore: async () => {
      if (!hasBackup) return;
      await db.transaction(async (tx) => {
        // As a restoring administrator does, past the triggers that keep the audit log append-only.
        await tx.write('SET LOCAL session_replication_role = replica');
        for (const table of BACKED_UP) {
          await tx.write(`DELETE FROM ${table}`);
          await tx.write(`INSERT INTO ${table} SELECT * FROM backup_${table}`);
        }
      });
      await renewEpoch(db, randomUUID());
    },
    signIn: async (accountId, deskId) => {
      const token = newToken();
      const at = instant(nowMs());
      await db.transaction(async (tx) => {
        const older = await liveSessionOf(tx, accountId);
        if (older) await endSession(tx, older.id, at, 'SESSION_TAKEN_OVER');
        await insertSession(tx, {
          id: randomUUID(),
          tokenHash: tokenHash(token),
          accountId,
          deskId,
          deskName: 'simulation',
          signedInAt: at,
          expiresAt: instant(nowMs() + SESSION_MS),
        });
        await seenAtDesk(tx, deskId, accountId, at);
      });
      return token;
    },
    clear: async () => {
      hasBackup = false;
      await db.transaction(async (tx) => {
        await tx.write('TRUNCATE orders, history, receipts, feed, counters, desks, desk_accounts, sessions');
        await tx.write('UPDATE feed_head SET floor = seq');
        await putUnits(
          tx,
          UNITS.map((id) => unitRow(id, true, unitVersion)),
        );
        for (const id of accounts) await updateAccess(tx, id, { roles: ['operator'], secret: false, unitId: null });
      });
      await renewEpoch(db, (await readHead(db)).epoch);
    },
    stop: async () => {
      await first.stop();
      await second.stop();
    },
  };
}

function unitRow(id: (typeof UNITS)[number], open: boolean, version: number) {
  return {
    id,
    parentId: null,
    name: `单位 ${id}`,
    shortName: id,
    level: 'department' as const,
    duties: '',
    contacts: [],
    open,
    version,
  };
}
