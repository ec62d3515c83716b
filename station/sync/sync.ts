import type { SyncStatus } from '../../shared/contract/desk.ts';
import type { TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CommandId } from '../../shared/domain/ids.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import { may } from '../../shared/domain/people.ts';
import { FailureError, failure, type Failure } from '../../shared/failure.ts';
import { instant, msOf, type Instant } from '../../shared/instant.ts';
import { PROTOCOL } from '../../shared/sync/protocol.ts';
import type { Identity } from '../../db/desk/outbox/identity.ts';
import type { Sessions } from '../session/session.ts';
import type { WriterApi } from '../store/writer.ts';
import type { Thread } from '../threads/thread.ts';
import { attachNext } from './attach.ts';
import { enrolDesk } from './enrol.ts';
import { fetchDrafts, sendDrafts } from './hand-drafts.ts';
import { createLane, type Lane } from './lane.ts';
import type { CentralClient, Link } from './link.ts';
import { isLinkFailure } from './link-failure.ts';
import { followLive } from './live.ts';
import { createPull } from './pull.ts';
import { createPush } from './push.ts';
import { syncStatus } from './status.ts';

/** Carries what the desk has said to the centre and what the centre has to say to the desk. */
export interface Sync {
  readonly status: SyncStatus;
  readonly identity: Identity;
  /** What is being sent at this moment. */
  sending(): ReadonlySet<CommandId>;
  /** Something was written to the outbox. */
  written(counts: Counts): void;
  /** The link has come or gone, or somebody has signed in or out. */
  kick(): void;
  /** Tries everything at once. */
  now(): void;
  /** The files were repaired: the desk may have to be enrolled anew, and the replica is to be filled again. */
  repaired(): Promise<void>;
  /** Looks whether drafts that lie here were handed on meanwhile: the centre cannot call a desk where nobody is signed in. */
  askForDrafts(): void;
  /** Makes the desk known to the centre under the present session, where it is not. */
  enrol(): Promise<void>;
  stop(): Promise<void>;
}

export interface Counts {
  readonly unsent: number;
  readonly refused: number;
  readonly uploads: number;
}

export interface SyncOptions {
  readonly link: Link;
  readonly client: CentralClient;
  readonly writer: Thread<WriterApi>;
  readonly sessions: () => Sessions;
  readonly identity: Identity;
  readonly deskName: string;
  /** Who sits at the desk: '' nobody; null: not known yet, or somebody whose session was ended under their hands. */
  readonly here: () => AccountId | '' | null;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onTelephony: (view: TelephonyView | null) => void;
  /** Lists of calls at the centre have changed. */
  readonly onCalls: () => void;
  readonly onNotices: (arrived: readonly Notice[]) => void;
  /** Fetches a file of an article ahead of whoever opens it. */
  readonly fetchFile: () => Promise<'again' | 'idle'>;
  readonly onFault: (event: string, error: unknown) => void;
}

/** What the centre says when a session is no more. */
const SESSION_OVER = new Set<Failure['code']>([
  'NOT_SIGNED_IN',
  'SESSION_EXPIRED',
  'SESSION_TAKEN_OVER',
  'ACCOUNT_DISABLED',
]);

/** A smaller change of the clock offset is noise of the line, ms. */
const CLOCK_NOISE_MS = 250;
/** Files of articles are fetched ahead when the rows have come, spread over this time, ms. */
const FILES_SPREAD_MS = 60_000;

export function createSync(options: SyncOptions): Sync {
  const { client, link, writer, nowMs } = options;
  let identity = options.identity;
  let counts: Counts = { unsent: 0, refused: 0, uploads: 0 };
  let tooOld = false;
  let lastSyncedAt: Instant | null = null;
  let clockOffset = identity.clockOffset;
  let last = '';
  let enrolling: Promise<void> | null = null;
  let met = false;
  /** Whoever is signed in may do or see something else since the centre was last asked: counted, and up to where it was asked. */
  let changes = 1;
  let asked = 0;

  const signedInOnline = (): boolean => link.state.up && options.sessions().current?.kind === 'online';
  const mayPush = (): boolean => link.state.up && identity.token !== null;

  const taker = (): AccountId | null => {
    const { current } = options.sessions();
    return signedInOnline() && current && may(current.actor, 'order.create') ? current.actor.accountId : null;
  };

  const push = createPush({
    writer,
    client,
    ready: mayPush,
    unsent: () => counts.unsent,
    onServerTime: serverTime,
    onUnknown: async () => {
      await writer.call('disown');
      identity = await writer.call('identity');
      if (signedInOnline()) await enrol();
    },
    nowMs,
  });
  const pull = createPull({
    writer,
    client,
    // What is asked for somebody whose grants have changed would have to be asked for again.
    reader: () =>
      signedInOnline() && !tooOld && asked === changes ? (options.sessions().current?.actor ?? null) : null,
    onServerTime: serverTime,
    onCaughtUp: () => {
      lastSyncedAt = instant(nowMs());
      fetchFilesLater();
    },
    onSnapshot: () => {
      met = true;
      push.probe();
      lanes.push.now();
    },
    onNotices: (arrived) => {
      if (arrived.some(({ kind }) => kind === 'draftHanded')) lanes.fetchDrafts.kick();
      options.onNotices(arrived);
    },
    onProgress: tell,
    nowMs,
  });
  const lanes = {
    hello: lane(hello),
    self: lane(self),
    push: lane(deliver),
    pull: lane(() => pull.run()),
    attach: lane(() => attachNext(writer, client, mayPush)),
    live: lane(live),
    sendDrafts: lane(() => sendDrafts(writer, client, mayPush, options.here)),
    fetchDrafts: lane(() => fetchDrafts(writer, client, taker)),
    overlay: lane(overlay),
  };
  const all: readonly Lane[] = Object.values(lanes);
  const files = lane(() => (signedInOnline() && !tooOld ? options.fetchFile() : Promise.resolve('idle')));
  let filesTimer: NodeJS.Timeout | null = null;

  /** Not at once, and not every desk at the same moment: a form of 20 MB that is published is fetched by all of them. */
  function fetchFilesLater(): void {
    filesTimer ??= setTimeout(() => {
      filesTimer = null;
      files.kick();
    }, options.random() * FILES_SPREAD_MS);
  }

  function lane(run: () => Promise<'again' | 'idle'>): Lane {
    let session: string | null = null;
    return createLane({
      run: () => {
        session = options.sessions().token;
        return run();
      },
      failureOf,
      onFailure: (reason, error) => failed(reason, error, session),
      onIdle: tell,
      random: options.random,
    });
  }

  async function hello(): Promise<'idle'> {
    if (!link.state.up) return 'idle';
    await greet();
    // A session taken up after a crash may belong to a desk whose outbox had to be salvaged.
    if (signedInOnline()) await enrol();
    return 'idle';
  }

  /** Before anything is pulled: what somebody may do and see is the centre's to say, also while they work. */
  async function self(): Promise<'again' | 'idle'> {
    if (!signedInOnline() || asked === changes) return 'idle';
    const now = changes;
    try {
      await options.sessions().refresh();
    } catch (error) {
      const reason = failureOf(error);
      if (SESSION_OVER.has(reason.code) || !link.state.up || isLinkFailure(reason)) throw error;
      // A centre that can't say so lets them work on as before.
      options.onFault('grants not asked', error);
    }
    asked = now;
    // What has changed while the centre was asked may not be in its answer.
    if (asked !== changes) return 'again';
    lanes.pull.kick();
    return 'idle';
  }

  /** Who answers there, what time it is, and whether it still feeds this desk. */
  async function greet(): Promise<void> {
    const sentMs = nowMs();
    const info = await client.system.info();
    serverTime(info.now, sentMs);
    tooOld = info.protocolFloor > PROTOCOL;
    await writer.call('learned', { city: info.city, clockOffset: clockOffset ?? 0 });
  }

  /** After a fresh copy has begun the desk may have to be enrolled anew: the copy may be that of another life of the centre. */
  async function deliver(): Promise<'again' | 'idle'> {
    if (met) {
      met = false;
      identity = await writer.call('identity');
    }
    if (identity.token === null && signedInOnline()) await enrol();
    return await push.run();
  }

  /** What a command changes is shown in any case: where the replica could not be written at once, it is later. */
  async function overlay(): Promise<'idle'> {
    await writer.call('catchUp');
    return 'idle';
  }

  async function live(): Promise<'idle'> {
    if (!signedInOnline()) return 'idle';
    const { token } = options.sessions();
    await followLive(client, {
      head: (head) => {
        pull.sawHead(head);
        lanes.pull.kick();
      },
      telephony: options.onTelephony,
      calls: options.onCalls,
      sessionEnded: (reason) => {
        options.sessions().end(reason, token);
      },
      grantsChanged: () => {
        changes += 1;
        pull.resync();
        lanes.self.kick();
      },
    });
    options.onTelephony(null);
    if (!signedInOnline()) return 'idle';
    throw new FailureError(failure('CENTRE_UNREACHABLE'));
  }

  function serverTime(now: Instant, sentMs: number): void {
    const received = nowMs();
    const offset = Math.round(msOf(now) - (sentMs + received) / 2);
    if (clockOffset !== null && Math.abs(offset - clockOffset) < CLOCK_NOISE_MS) return;
    clockOffset = offset;
    const { city } = identity;
    // Envelopes written from now on bear it, also after a restart without the centre.
    if (city === null) return;
    writer
      .call('learned', { city, clockOffset })
      .catch((error: unknown) => options.onFault('clock offset not kept', error));
  }

  /** One at a time: every enrolment begins another epoch. */
  function enrol(): Promise<void> {
    enrolling ??= enrolOnce().finally(() => {
      enrolling = null;
    });
    return enrolling;
  }

  async function enrolOnce(): Promise<void> {
    if (identity.city === null) await greet();
    identity = await enrolDesk(writer, client.desk, options.deskName);
  }

  /** @param session the token of whoever was signed in when it began */
  function failed(reason: Failure, error: unknown, session: string | null): void {
    if (SESSION_OVER.has(reason.code)) options.sessions().end(reason, session);
    else if (reason.code === 'DESK_TOO_OLD') tooOld = true;
    else if (reason.code === 'RESYNC_REQUIRED') pull.resync();
    else if (link.state.up || reason.code === 'STORE_CORRUPT') options.onFault('sync failed', error);
    tell();
  }

  function tell(): void {
    const next = status();
    const text = JSON.stringify(next);
    if (text === last) return;
    last = text;
    options.onStatus(next);
  }

  function status(): SyncStatus {
    const { current, ended } = options.sessions();
    const pushed = push.progress;
    const pulled = pull.progress;
    return syncStatus({
      link: link.state,
      session: current,
      ended,
      tooOld,
      unknown: identity.token === null,
      unsent: counts.unsent,
      refused: counts.refused,
      moving: counts.uploads > 0 || !pull.caughtUp,
      progress: pulled ? { ...pulled, what: 'snapshot' } : pushed ? { ...pushed, what: 'push' } : null,
      lastSyncedAt,
      clockOffset,
    });
  }

  return {
    get status() {
      return status();
    },
    get identity() {
      return identity;
    },
    sending: () => push.sending(),
    written: (next) => {
      counts = next;
      tell();
      lanes.overlay.kick();
      if (next.unsent > 0) lanes.push.kick();
      if (next.uploads > 0) lanes.attach.kick();
    },
    kick: () => {
      if (!link.state.up) {
        options.onTelephony(null);
        changes += 1;
      }
      for (const each of all) each.now();
      tell();
    },
    now: () => {
      link.retryNow();
      for (const each of all) each.now();
    },
    repaired: async () => {
      identity = await writer.call('identity');
      pull.resync();
      for (const each of all) each.now();
    },
    askForDrafts: () => lanes.sendDrafts.kick(),
    enrol,
    stop: async () => {
      if (filesTimer) clearTimeout(filesTimer);
      await Promise.all([...all, files].map((each) => each.stop()));
    },
  };
}

function failureOf(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : failure('UNEXPECTED');
}
