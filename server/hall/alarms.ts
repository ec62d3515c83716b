import { randomBytes } from 'node:crypto';
import {
  acknowledgeAlarm,
  endAlarms,
  insertAlarm,
  listAlarms,
  ordersDueBetween,
  type AlarmRow,
} from '../../db/central/alarms.ts';
import { findClusters } from '../../db/central/clusters.ts';
import { uuidV7 } from '../../shared/domain/ids.ts';
import { causesNow, changesOf, keyOf, type Alarm, type AlarmFacts, type Known } from '../../shared/hall/alarms.ts';
import type { HallSettings } from '../../shared/hall/settings.ts';
import { beijingDate, instant, msOf } from '../../shared/instant.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf, writeCallAudit } from '../calls/log.ts';
import { readNames } from '../reports/names.ts';
import { now, type Service } from '../service.ts';

/** What the hall itself knows; the rest is asked of the database. */
export type HallFacts = Omit<AlarmFacts, 'orders' | 'topics' | 'nowMs'>;

export interface AlarmOptions {
  readonly service: Service;
  readonly settings: () => HallSettings;
  readonly facts: () => Promise<HallFacts>;
}

/** The alarms of the hall: each cause once, until a person has taken note of it. */
export interface Alarms {
  /** Those that stand or wait for somebody, and the others of the last day. */
  list(): readonly Alarm[];
  /** Twice does no harm: whoever was first stays named. */
  acknowledge(session: LiveSession, id: string): Promise<void>;
  onChange(listener: () => void): () => void;
  /** Looks for causes now; by itself it does every few seconds. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_MS = 2000;
/** Limits and topics move slowly, and are asked of the database. */
const ASK_MS = 30_000;
const LISTED_MS = 86_400_000;
const LISTED = 500;
const ORDERS = 50;

export async function startAlarms({ service, settings, facts }: AlarmOptions): Promise<Alarms> {
  const { db, log } = service;
  const listeners = new Set<() => void>();
  let rows: AlarmRow[] = [];
  let asked: Pick<AlarmFacts, 'orders' | 'topics'> = { orders: [], topics: [] };
  let askedMs = -Infinity;
  let askedFor = '';
  let looking: Promise<void> | null = null;
  await reload();

  async function reload(): Promise<void> {
    rows = await listAlarms(db, instant(service.nowMs() - LISTED_MS), LISTED);
    for (const listener of listeners) listener();
  }

  async function slowFacts(thresholds: HallSettings['alarms']): Promise<typeof asked> {
    const nowMs = service.nowMs();
    const wanted = JSON.stringify(thresholds);
    if (wanted === askedFor && nowMs - askedMs < ASK_MS) return asked;
    const until = instant(nowMs + thresholds.nearLimitMinutes * 60_000);
    const orders = await ordersDueBetween(db, instant(nowMs), until, ORDERS);
    asked = {
      orders: orders.map(({ id, number, due }) => ({ id, number, dueMs: msOf(due) })),
      topics: thresholds.hotTopicOrders === 0 ? [] : await topicsOf(thresholds.hotTopicOrders, nowMs),
    };
    askedMs = nowMs;
    askedFor = wanted;
    return asked;
  }

  async function topicsOf(least: number, nowMs: number): Promise<AlarmFacts['topics']> {
    const day = beijingDate(nowMs);
    const found = await findClusters(db, { from: day, to: day, units: null, subjects: null }, null, day, least);
    if (found.length === 0) return [];
    const names = await readNames(db);
    const nameOf = { concerned: names.unit, subject: names.subject, place: (key: string) => key };
    return found.map(({ by, key, n }) => ({ key: `${by} ${key} ${day}`, name: nameOf[by](key), count: n }));
  }

  async function lookOnce(): Promise<void> {
    const { alarms: thresholds } = settings();
    const nowMs = service.nowMs();
    const causes = causesNow({ ...(await facts()), ...(await slowFacts(thresholds)), nowMs }, thresholds);
    const known = new Map<string, Known>();
    // Newest first: what was known of a cause last is what counts.
    for (const row of rows.toSorted((one, other) => msOf(other.raisedAt) - msOf(one.raisedAt))) {
      const key = keyOf(row);
      if (!known.has(key)) known.set(key, { id: row.id, endedMs: row.endedAt === null ? null : msOf(row.endedAt) });
    }
    const { begun, again, over } = changesOf(causes, known, nowMs);
    if (begun.length + again.length + over.length === 0) return;
    const at = instant(nowMs);
    await db.transaction(async (tx) => {
      for (const cause of begun) await insertAlarm(tx, uuidV7(nowMs, randomBytes(10)), cause, at);
      if (again.length > 0) await endAlarms(tx, again, null);
      if (over.length > 0) await endAlarms(tx, over, at);
    });
    await reload();
  }

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  }

  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'alarms not looked for; it is tried again'));
  }, LOOK_MS);
  timer.unref();

  return {
    list: () => rows,
    async acknowledge(session, id) {
      const at = now(service);
      await db.transaction(async (tx) => {
        if (!(await acknowledgeAlarm(tx, id, session.actor.accountId, at))) return;
        await writeCallAudit(tx, [auditOf(session, at, 'hall.acknowledge', id)]);
      });
      await reload();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    look,
    async stop() {
      clearInterval(timer);
      await looking?.catch(() => undefined);
    },
  };
}
