import { pino } from 'pino';
import { z } from 'zod';
import { describeFailure, FailureError } from '../shared/failure.ts';
import { startCentre } from './centre.ts';
import { asteriskFromEnvironment } from './telephony/asterisk/settings.ts';

/**
 * The centre's command line. Environment:
 *   DATABASE_URL   postgres://...; without it PGlite in HOTLINE_DATA
 *   HOTLINE_DATA   folder of the database, default `data/centre`
 *   HOTLINE_HOST   default 127.0.0.1    HOTLINE_PORT  default 8345
 *   HOTLINE_CITY   default hebi         HOTLINE_DEMO  1: a demo city with demo accounts
 *   HOTLINE_PROXY  addresses of proxies in front, by comma: limits then count the callers behind them
 *   HOTLINE_RECORDINGS     folder of recordings, default HOTLINE_DATA/recordings; nodes share it
 *   HOTLINE_RECORDING_KEY  file of their key, default HOTLINE_DATA/recordings.key; made at the first start, to be backed up
 *   HOTLINE_ARI_*  a real exchange, see telephony/asterisk/settings.ts; without it the simulated one
 *   HOTLINE_LOG    debug | info | warn | error, default info
 */
const settings = z
  .object({
    DATABASE_URL: z.string().min(1).optional(),
    HOTLINE_DATA: z.string().min(1).default('data/centre'),
    HOTLINE_HOST: z.string().min(1).default('127.0.0.1'),
    HOTLINE_PORT: z.coerce.number().int().min(0).max(65_535).default(8345),
    HOTLINE_CITY: z.string().min(1).default('hebi'),
    HOTLINE_DEMO: z.enum(['0', '1']).default('0'),
    HOTLINE_PROXY: z.string().min(1).optional(),
    HOTLINE_RECORDINGS: z.string().min(1).optional(),
    HOTLINE_RECORDING_KEY: z.string().min(1).optional(),
    HOTLINE_LOG: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .parse(process.env);

const log = pino({ level: settings.HOTLINE_LOG });

try {
  const telephony = asteriskFromEnvironment(process.env, log);
  const centre = await startCentre({
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: settings.HOTLINE_DATA,
    host: settings.HOTLINE_HOST,
    port: settings.HOTLINE_PORT,
    city: settings.HOTLINE_CITY,
    demo: settings.HOTLINE_DEMO === '1',
    trustedProxies: settings.HOTLINE_PROXY?.split(',').map((address) => address.trim()) ?? [],
    ...(settings.HOTLINE_RECORDINGS === undefined ? {} : { recordings: settings.HOTLINE_RECORDINGS }),
    ...(settings.HOTLINE_RECORDING_KEY === undefined ? {} : { recordingKeyFile: settings.HOTLINE_RECORDING_KEY }),
    log,
    ...(telephony === undefined ? {} : { telephony }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      centre.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  if (!(error instanceof FailureError)) throw error;
  const { sentence, next } = describeFailure(error.failure);
  console.error(`中心没有启动。${sentence}${next}`);
  process.exitCode = 1;
}
