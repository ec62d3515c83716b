import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { z } from 'zod';
import { openCentralDatabase } from '../db/central/open.ts';
import type { Pack } from '../shared/policy/pack.ts';
import { packOf } from '../shared/policy/packs.ts';
import { createActivity } from './activity.ts';
import { createRateLimit } from './access/rate-limit.ts';
import { createCoalescer } from './commands/coalesce.ts';
import { deliver } from './commands/deliver.ts';
import { seedDemo } from './demo/seed.ts';
import { prepareFigures } from './figures/count.ts';
import { startLive } from './feed/live.ts';
import { createHttp } from './http.ts';
import { withoutPersonalData } from './log.ts';
import { startMaintenance } from './maintenance.ts';
import { createMetrics } from './metrics.ts';
import { recordingKeys } from './recordings/key.ts';
import { createSeal } from './attachments/seal.ts';
import { openVault } from './recordings/vault.ts';
import { createRouter } from './router/router.ts';
import { keepPack } from './office/pack-versions.ts';
import { startScoring } from './scoring/run.ts';
import type { Service } from './service.ts';
import { serveSockets } from './socket.ts';
import { prepareCentre } from './start-up.ts';
import { startTelephony } from './telephony-wiring.ts';
import { preparePlans, startTimers } from './timers/run.ts';
import type { TelephonyPort } from './telephony/port.ts';

export interface CentreOptions {
  /** A `postgres://` address, or null for PGlite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The key of the city's rule pack. */
  readonly city: string;
  /** The pack itself, where it is not the one of that key that is shipped. */
  readonly pack?: Pack;
  readonly demo: boolean;
  /** Folder of recordings; absent: `recordings` in `dataDir`. Nodes share it. */
  readonly recordings?: string;
  /** Their key, made at the first start; absent: in `dataDir`. Better kept on another disk than the recordings. */
  readonly recordingKeyFile?: string;
  /** How many past orders a demo begins with; absent: as many as a centre has in a few weeks. */
  readonly demoOrders?: number;
  /** Addresses whose word about who called is taken; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Milliseconds since 1970. */
  readonly nowMs?: () => number;
  readonly log?: Logger;
  /** The exchange; by default the simulated one. Null: this node has none. */
  readonly telephony?: TelephonyPort | null;
}

/** A running centre. */
export interface Centre {
  /** e.g. `http://127.0.0.1:8345` */
  readonly url: string;
  /** Takes no new work, finishes what is under way, says goodbye to the desks. */
  stop(): Promise<void>;
}

/** How long stopping waits for calls under way. */
const STOP_MS = 5000;

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));

/**
 * Starts the central service.
 * @throws CENTRE_FOLDER_IN_USE, DATABASE_UNREACHABLE, STORE_FROM_FUTURE, DEMO_ACCOUNT_REFUSED, CENTRE_MISMATCH, PACK_CHANGED; RangeError for an unknown city
 */
export async function startCentre(options: CentreOptions): Promise<Centre> {
  const { databaseUrl, dataDir, host, port, city, demo, demoOrders, nowMs = Date.now } = options;
  const log = withoutPersonalData(options.log ?? pino({ level: 'info' }));
  const { recordings = join(dataDir, 'recordings'), recordingKeyFile = join(dataDir, 'recordings.key') } = options;
  const pack = options.pack ?? packOf(city);
  const db = await openCentralDatabase({
    databaseUrl,
    dataDir,
    onTrouble: (error, where) => log.warn({ err: error, where }, 'database connection lost'),
  });
  const service: Service = { db, log, pack, demo, nowMs };
  const undo: (() => Promise<void> | void)[] = [() => db.close()];
  try {
    const centre = await prepareCentre(service);
    await keepPack(service);
    await prepareFigures(service);
    if (demo) await seedDemo(service, demoOrders);
    await preparePlans(service);
    const metrics = createMetrics();
    const activity = createActivity();
    const coalescer = createCoalescer(metrics.timed((batch) => deliver(service, batch)));
    const keys = recordingKeys(recordingKeyFile);
    const vault = openVault(recordings, keys);
    const live = await startLive(service);
    undo.push(() => live.stop());
    const telephony = await startTelephony({ service, centre, live, port: options.telephony, vault });
    undo.push(() => telephony.stop());
    const router = createRouter({
      service,
      activity,
      coalescer,
      live,
      exchange: telephony.exchange,
      vault,
      seal: createSeal(keys),
      signInLimit: createRateLimit(nowMs),
      version,
    });
    let stopping = false;
    const app = await createHttp({
      service,
      router,
      metrics,
      version,
      trustedProxies: options.trustedProxies ?? [],
      stopping: () => stopping,
    });
    const sockets = serveSockets(app.server, router, service);
    metrics.gauge('hotline_sockets', 'Open sockets of desks', () => sockets.count());
    metrics.gauge('hotline_live_streams', 'Signed-in desks listening', () => live.streams());
    metrics.gauge('hotline_calls_running', 'Calls under way', () => activity.count());
    const url = await app.listen({ host, port });
    undo.push(startMaintenance(service, vault), startTimers(service), startScoring(service));
    log.info({ url, database: db.kind, city, demo }, 'centre started');
    return {
      url,
      stop: async () => {
        if (stopping) return;
        stopping = true;
        await coalescer.drain();
        live.stop();
        await activity.quiet(STOP_MS);
        await sockets.close();
        await app.close();
        await undoAll(undo);
        log.info('centre stopped');
      },
    };
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

async function undoAll(undo: (() => Promise<void> | void)[]): Promise<void> {
  for (const step of undo.splice(0).toReversed()) await step();
}
