import { forgetAlarms } from '../db/central/alarms.ts';
import { dropOldParts, ensureParts } from '../db/central/feed-parts.ts';
import { foldSlots } from '../db/central/slots.ts';
import { forgetWrapUps } from '../db/central/hall.ts';
import { forgetNotices } from '../db/central/notices.ts';
import { forgetReceipts } from '../db/central/receipts.ts';
import { forgetSessions } from '../db/central/sessions.ts';
import { foldStanding } from '../db/central/standing.ts';
import { forgetTimers } from '../db/central/timers.ts';
import { NOTICE_DAYS } from '../shared/domain/notice.ts';
import { beijingDate, instant, msOf, type Instant } from '../shared/instant.ts';
import { endDueBlocks } from './calls/blocks.ts';
import { deletePastRecordings } from './recordings/retention.ts';
import type { Vault } from './recordings/vault.ts';
import type { Service } from './service.ts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer than any lease: a desk that comes back gets its receipts. The design promises 30 days. */
const RECEIPT_DAYS = 45;
/** A desk away for longer takes a snapshot. */
const FEED_DAYS = 45;
const SESSION_DAYS = 90;
/** No order is planned anew for an instant this long past. */
const TIMER_DAYS = 400;
/** As long as somebody may ask how a shift was. */
const SHIFT_DAYS = 400;

type Node = Pick<Service, 'db' | 'nowMs' | 'log'>;

/** What is done each hour, one after the other; none of it depends on what stands before it. */
const JOBS: Readonly<Record<string, (node: Node, before: (days: number) => Instant) => Promise<unknown>>> = {
  'room in the feed': ({ db }) => ensureParts(db),
  'old feed': ({ db }, before) => dropOldParts(db, before(FEED_DAYS)),
  receipts: ({ db }, before) => forgetReceipts(db, before(RECEIPT_DAYS)),
  notices: ({ db }, before) => forgetNotices(db, before(NOTICE_DAYS)),
  timers: ({ db }, before) => forgetTimers(db, before(TIMER_DAYS)),
  sessions: ({ db }, before) => forgetSessions(db, before(SESSION_DAYS)),
  'wrap-ups': ({ db }, before) => forgetWrapUps(db, before(SHIFT_DAYS)),
  alarms: ({ db }, before) => forgetAlarms(db, before(SHIFT_DAYS)),
  'open orders': ({ db }) => foldStanding(db),
  'sums of past days': ({ db }, before) => foldSlots(db, beijingDate(msOf(before(0)))),
};

/** Once an hour makes room ahead in the feed and forgets what need not be kept. @returns stops it */
export function startMaintenance(service: Service, vault: Vault): () => void {
  const run = async (): Promise<void> => {
    await maintain(service);
    await attempt(service, 'blocks', () => endDueBlocks(service, instant(service.nowMs())));
    await attempt(service, 'recordings', () => deletePastRecordings(service, vault));
  };
  const timer = setInterval(() => void run(), HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round. Several nodes doing it at once is harmless. What fails is told, keeps nothing else, and runs again. */
export async function maintain(node: Node): Promise<void> {
  const before = (days: number): Instant => instant(node.nowMs() - days * DAY_MS);
  for (const [job, work] of Object.entries(JOBS)) await attempt(node, job, () => work(node, before));
}

async function attempt({ log }: Node, job: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error, job }, 'maintenance failed; runs again');
  }
}
