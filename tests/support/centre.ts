import { z } from 'zod';
import type { Database } from '../../db/central/database.ts';
import { openCentralDatabase } from '../../db/central/open.ts';
import { scratchFolder } from './folder.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { CentreOrder, UnitBehaviour } from './messages.ts';
import { startProcess } from './process.ts';

/** A centre with demo data and an exchange whose callers and units the test plays. */
export interface TestCentre {
  readonly url: string;
  /** A caller rings and waits. @returns the call's id */
  readonly placeCall: (number: string, patienceMs?: number) => Promise<string>;
  readonly callerHangsUp: (callId: string) => Promise<void>;
  readonly unitHangsUp: (callId: string) => Promise<void>;
  /** What a number does when a unit is rung there; units answer unless told otherwise. */
  readonly unitBehaviour: (number: string, behaviour: UnitBehaviour) => Promise<void>;
  readonly exchangeLink: (up: boolean) => Promise<void>;
  readonly endAllCalls: () => Promise<void>;
  /** Operators without desks take calls from now on, so many a second. */
  readonly crew: (agents: readonly AccountId[], callsPerSecond: number, talkMs: [number, number]) => Promise<void>;
  /**
   * Stops the centre, works on its database and starts it again at the same address: for what has no door in the
   * program, and for what no screen shows. Calls that were running are gone after it, as after any restart.
   */
  readonly atRest: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** Stops it and starts it with a next version of the rules, in which some have another limit; null: as shipped again. */
  readonly nextRules: (limits: Readonly<Record<string, string>> | null) => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same data and address after a kill. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly output: () => string;
}

const readySchema = z.object({ url: z.string() });

/** Which demo a centre is filled with. */
export interface Demo {
  /** The key of the rule pack it works by. */
  readonly city: string;
  /** How many past orders it begins with; null: as many as the usual demo. */
  readonly orders: number | null;
}

const USUAL: Demo = { city: 'hebi', orders: null };

/** Starts a centre on a folder of its own, or on PostgreSQL where an address is given. */
export async function startTestCentre(databaseUrl?: string, demo = USUAL): Promise<TestCentre> {
  const folder = scratchFolder('centre');
  let nextLimits: Readonly<Record<string, string>> | null = null;
  const start = (port: string) =>
    startProcess('centre-process.ts', {
      TEST_DATA: folder.path,
      TEST_PORT: port,
      TEST_CITY: demo.city,
      ...(demo.orders === null ? {} : { TEST_ORDERS: String(demo.orders) }),
      ...(nextLimits === null ? {} : { TEST_NEXT_LIMITS: JSON.stringify(nextLimits) }),
      ...(databaseUrl === undefined ? {} : { TEST_DATABASE_URL: databaseUrl }),
    });
  let running = await start('0');
  const { url } = readySchema.parse(running.ready);
  const ask = (order: CentreOrder): Promise<unknown> => running.ask(order);
  return {
    url,
    placeCall: async (number, patienceMs = 600_000) =>
      z.string().parse(await ask({ type: 'placeCall', number, patienceMs })),
    callerHangsUp: async (callId) => void (await ask({ type: 'callerHangsUp', callId })),
    unitHangsUp: async (callId) => void (await ask({ type: 'unitHangsUp', callId })),
    unitBehaviour: async (number, behaviour) => void (await ask({ type: 'unitBehaviour', number, behaviour })),
    exchangeLink: async (up) => void (await ask({ type: 'exchangeLink', up })),
    crew: async (agents, callsPerSecond, talkMs) =>
      void (await ask({ type: 'crew', agents: [...agents], callsPerSecond, talkMs })),
    endAllCalls: async () => void (await ask({ type: 'endAllCalls' })),
    atRest: async (work) => {
      await running.stop();
      const db = await openCentralDatabase({
        databaseUrl: databaseUrl ?? null,
        dataDir: folder.path,
        onTrouble: (error, where) => console.error(where, error),
      });
      try {
        return await work(db);
      } finally {
        await db.close();
        running = await start(new URL(url).port);
      }
    },
    nextRules: async (limits) => {
      await running.stop();
      nextLimits = limits;
      running = await start(new URL(url).port);
    },
    kill: () => running.kill(),
    restart: async () => {
      running = await start(new URL(url).port);
    },
    stop: async () => {
      await running.stop();
      folder.remove();
    },
    output: () => running.output(),
  };
}
