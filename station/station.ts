import { lockDesk } from '../db/desk/lock.ts';
import type { NamedCentre, Table } from '../shared/contract/desk.ts';
import type { TelephonyView } from '../shared/domain/call.ts';
import { may } from '../shared/domain/people.ts';
import { failure, FailureError, type Failure } from '../shared/failure.ts';
import { instant } from '../shared/instant.ts';
import { tellOfDesk } from './desk-report.ts';
import { watchDue } from './due-watch.ts';
import { centreSchema } from '../shared/sync/feed.ts';
import { createEvents } from './events.ts';
import { createArticleFiles } from './knowledge/article-files.ts';
import { makeRouter, type StationRouter } from './router/router.ts';
import { createSessions, type Sessions } from './session/session.ts';
import type { ReaderApi } from './store/reader.ts';
import type { SearcherApi } from './store/searcher.ts';
import type { WriterApi } from './store/writer.ts';
import { hasNetwork } from './sync/link-failure.ts';
import { openLink } from './sync/link.ts';
import { createSync } from './sync/sync.ts';
import { unforeseen } from './threads/protocol.ts';
import { startThread } from './threads/thread.ts';

export interface StationOptions {
  readonly dataDir: string;
  /** 32 random bytes as 64 hexadecimal digits. */
  readonly key: string;
  readonly centreUrl: string;
  /** Shown to whoever is told that they were signed in here. */
  readonly deskName: string;
  readonly version: string;
  readonly nowMs?: () => number;
  readonly random?: () => number;
  /** Whether this machine has a network at all. */
  readonly networkUp?: () => boolean;
  /** Lines for the log; never personal data. */
  readonly log?: (line: object) => void;
}

export interface Station {
  /** Implements the contract `desk`; hosts serve it with their transport's handler. */
  readonly router: StationRouter;
  /** Ends the session and closes the files. */
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 60_000;
/** Without anything written for so long, nobody is saving just now. */
const IDLE_MS = 3_000;
/** How long the sign-in page waits for the centre's name. */
const INTRODUCTION_MS = 1_500;
/** A file that breaks again at once is not helped by being set aside again. */
const REPAIRS_APART_MS = 30_000;
const TIDY_MS = 6 * 3600_000;

/**
 * Starts the desk's local backend.
 * @throws STORE_LOCKED, STORE_WRONG_KEY, STORE_UNWRITABLE, STORE_FULL, STORE_FROM_FUTURE as {@link FailureError}
 */
export async function startStation(options: StationOptions): Promise<Station> {
  const nowMs = options.nowMs ?? Date.now;
  const random = options.random ?? Math.random;
  const log = options.log ?? ((): void => undefined);
  const fault = (event: string, error: unknown): void => {
    log({ event, ...unforeseen(error) });
    if (error instanceof FailureError && error.failure.code === 'STORE_CORRUPT') void repair();
  };
  const lock = lockDesk(options.dataDir);
  let telephony: TelephonyView | null = null;
  let repairing: Promise<void> | null = null;
  let repairedMs = -Infinity;
  let started = false;
  /** Whoever was signed in before a crash has been taken up again. */
  let resumed = false;

  const writer = startThread<WriterApi>({
    file: 'writer.worker',
    data: { dataDir: options.dataDir, key: options.key },
    nowMs,
    onChanged: changed,
    onLog: log,
    onRestart: () => {
      // The first call a new writer gets: whatever was waiting comes behind it.
      writer.call('open').catch((error: unknown) => fault('outbox not opened again', error));
    },
  });
  const opened = await writer.call('open').catch(async (error: unknown) => {
    await writer.stop();
    lock.release();
    throw error;
  });
  const reader = startThread<ReaderApi>({
    file: 'reader.worker',
    data: opened.places,
    nowMs,
    onChanged: changed,
    onLog: log,
    onRestart: warm,
  });
  const searcher = startThread<SearcherApi>({
    file: 'searcher.worker',
    data: { replica: opened.places.replica },
    nowMs,
    onChanged: changed,
    onLog: log,
    onRestart: warm,
  });

  const link = openLink({
    centreUrl: options.centreUrl,
    headers: (): Record<string, string> => {
      const { deskId, token } = sync.identity;
      return {
        ...(sessions.token === null ? {} : { authorization: `Bearer ${sessions.token}` }),
        ...(token === null ? {} : { 'x-desk': `${deskId}.${token}` }),
      };
    },
    onState: () => {
      sync.kick();
    },
    nowMs,
    random,
    networkUp: options.networkUp ?? hasNetwork,
  });
  const { client } = link;
  const sessions: Sessions = createSessions({
    link,
    client,
    writer,
    deskName: options.deskName,
    nowMs,
    centreMs,
    onChange: (session, ended) => {
      if (!session) tellTelephony(null);
      events.session(session, ended);
      report.look();
      sync.kick();
    },
    enrol: () => sync.enrol(),
    onFault: fault,
  });
  const sync = createSync({
    link,
    client,
    writer,
    sessions: () => sessions,
    identity: opened.identity,
    deskName: options.deskName,
    here: () => {
      if (!resumed || sessions.ended) return null;
      return sessions.current?.actor.accountId ?? '';
    },
    nowMs,
    random,
    onStatus: (status) => {
      events.sync(status);
      report.look();
    },
    onTelephony: tellTelephony,
    onCalls: () => events.tables(['calls']),
    onNotices: (arrived) => {
      const { current } = sessions;
      if (current) events.arrived(arrived.filter(({ permission }) => may(current.actor, permission)));
    },
    fetchFile: () => articleFiles.fetchNext(),
    onFault: fault,
  });
  const articleFiles = createArticleFiles({
    reader,
    writer,
    client,
    online: () => link.state.up && sessions.current?.kind === 'online',
    onFault: fault,
  });
  const events = createEvents({
    sync: () => sync.status,
    telephony: () => telephony,
    session: () => ({ current: sessions.current, ended: sessions.ended }),
  });

  function centreMs(): number {
    return nowMs() + (sync.status.clockOffset ?? 0);
  }

  function tellTelephony(view: TelephonyView | null): void {
    if (view === null && telephony === null) return;
    telephony = view;
    events.telephony(view);
  }

  function changed(tables: readonly Table[]): void {
    // What opening the files puts right is announced by the first count below.
    if (!started) return;
    events.tables(tables);
    idle.refresh();
    reader.call('changed', tables).catch((error: unknown) => fault('reader not told', error));
    searcher.call('changed', tables).catch((error: unknown) => fault('searcher not told', error));
    if (tables.includes('outbox')) void count();
    if (tables.includes('outbox') || tables.includes('drafts')) report.look();
    if (tables.includes('orders')) dueWatch.look();
  }

  async function count(): Promise<void> {
    try {
      sync.written(await reader.call('counts'));
    } catch (error) {
      fault('outbox not counted', error);
    }
  }

  function tidy(): void {
    writer
      .call('tidy')
      .then((more) => {
        if (more) setImmediate(tidy);
      })
      .catch((error: unknown) => fault('nothing tidied', error));
  }

  /** Puts a damaged file right; whoever ran into it may ask again. Once at a time, however many did. */
  function repair(): Promise<void> {
    if (nowMs() - repairedMs < REPAIRS_APART_MS) return Promise.resolve();
    repairing ??= (async () => {
      repairedMs = nowMs();
      // Where a file in use cannot be renamed (Windows) the reader has to let go of it first.
      await letGo();
      const findings = await writer.call('repair');
      await letGo();
      await sync.repaired();
      for (const found of findings.length > 0 ? findings : [failure('STORE_CORRUPT')]) notice(found);
    })()
      .catch((error: unknown) => {
        log({ event: 'files not repaired', ...unforeseen(error) });
      })
      .finally(() => {
        repairing = null;
      });
    return repairing;
  }

  async function letGo(): Promise<void> {
    await Promise.all([reader.call('release'), searcher.call('release')]);
  }

  function warm(): void {
    reader.call('warm').catch((error: unknown) => fault('indexes not filled', error));
    searcher.call('warm').catch((error: unknown) => fault('knowledge not indexed', error));
  }

  const dueWatch = watchDue({
    next: (fromMs) => reader.call('nextTurn', fromMs),
    nowMs: centreMs,
    onPassed: () => changed(['orders']),
    onFault: fault,
  });
  const report = tellOfDesk({
    online: () => {
      const { current, token } = sessions;
      if (!link.state.up || current?.kind !== 'online' || token === null) return null;
      return { accountId: current.actor.accountId, token };
    },
    unsent: async () => (await reader.call('counts')).unsent,
    drafts: (account) => reader.call('drafts', account),
    send: (said) => client.hall.report(said),
    nowMs: centreMs,
  });
  const idle = setTimeout(() => {
    writer.call('checkpoint').catch((error: unknown) => fault('no checkpoint', error));
  }, IDLE_MS);
  started = true;
  // Before the reader is busy with its indexes: a desk that said 0 件待送 while it has some would be believed.
  await count();
  warm();
  dueWatch.look();
  for (const found of opened.findings) notice(found);
  sessions.resume(opened.session);
  resumed = true;
  sync.askForDrafts();
  tidy();
  const timers = [
    setInterval(() => {
      sessions.heartbeat();
      sync.askForDrafts();
    }, HEARTBEAT_MS),
    setInterval(tidy, TIDY_MS),
  ];

  function notice(found: Failure): void {
    log({ event: 'notice', code: found.code });
    events.notice(found, instant(nowMs()));
  }

  async function introduced(): Promise<NamedCentre | null> {
    if (!(await link.settled(INTRODUCTION_MS)).up) return null;
    try {
      const { city, name, demo } = await client.system.info();
      // Its calendar comes with its own row; until then the one that is shipped serves.
      return { city, name, demo, calendar: centreSchema.shape.calendar.parse(undefined) };
    } catch (error) {
      fault('centre not introduced', error);
      return null;
    }
  }

  const { centreUrl, deskName, version } = options;
  return {
    router: makeRouter({
      writer,
      reader,
      searcher,
      articleFiles,
      sync,
      sessions,
      events,
      client,
      introduced,
      nowMs,
      about: { centreUrl, deskName, version },
      onTelephony: tellTelephony,
      onDamaged: repair,
      log,
    }),
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      clearTimeout(idle);
      dueWatch.stop();
      report.stop();
      await sessions.signOut();
      events.close();
      link.stop();
      await sync.stop();
      await reader.stop();
      await searcher.call('close').catch((error: unknown) => fault('knowledge index not written', error));
      await searcher.stop();
      await writer.call('close').catch((error: unknown) => fault('files not closed', error));
      await writer.stop();
      lock.release();
    },
  };
}
