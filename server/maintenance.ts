import { dropOldParts, ensureParts } from '../db/central/feed-parts.ts';
import { forgetWrapUps } from '../db/central/hall.ts';
import { forgetNotices } from '../db/central/notices.ts';
import { forgetReceipts } from '../db/central/receipts.ts';
import { forgetSessions } from '../db/central/sessions.ts';
import { forgetTimers } from '../db/central/timers.ts';
import { NOTICE_DAYS } from '../shared/domain/notice.ts';
import { instant } from '../shared/instant.ts';
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
const WRAP_UP_DAYS = 400;

/** Once an hour makes room ahead in the feed and forgets what need not be kept. @returns stops it */
export function startMaintenance(service: Service, vault: Vault): () => void {
  const run = (): void => {
    maintain(service)
      .then(async () => {
        await endDueBlocks(service, instant(service.nowMs()));
        await deletePastRecordings(service, vault);
      })
      .catch((error: unknown) => service.log.error({ err: error }, 'maintenance failed; runs again'));
  };
  const timer = setInterval(run, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round. Several nodes doing it at once is harmless. */
export async function maintain({ db, nowMs }: Pick<Service, 'db' | 'nowMs'>): Promise<void> {
  const before = (days: number) => instant(nowMs() - days * DAY_MS);
  await ensureParts(db);
  await dropOldParts(db, before(FEED_DAYS));
  await forgetReceipts(db, before(RECEIPT_DAYS));
  await forgetNotices(db, before(NOTICE_DAYS));
  await forgetTimers(db, before(TIMER_DAYS));
  await forgetSessions(db, before(SESSION_DAYS));
  await forgetWrapUps(db, before(WRAP_UP_DAYS));
}
