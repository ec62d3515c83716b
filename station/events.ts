import type { DeskEvent, DeskSession, SyncStatus, Table } from '../shared/contract/desk.ts';
import type { TelephonyView } from '../shared/domain/call.ts';
import type { Notice } from '../shared/domain/notice.ts';
import type { Failure } from '../shared/failure.ts';
import type { Instant } from '../shared/instant.ts';

/** What windows are told. The latest state of a kind replaces an unread one; notices are all kept. */
export interface Events {
  tables(tables: readonly Table[]): void;
  sync(status: SyncStatus): void;
  telephony(view: TelephonyView | null): void;
  session(session: DeskSession | null, ended: Failure | null): void;
  notice(failure: Failure, at: Instant): void;
  /** Notices for whoever is signed in have come. */
  arrived(notices: readonly Notice[]): void;
  /** The present state first, then each change, until `signal` aborts. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<DeskEvent>;
  close(): void;
}

/** Notices kept for windows that open later: what was found while starting. */
const NOTICES_KEPT = 5;

export function createEvents(present: {
  sync(): SyncStatus;
  telephony(): TelephonyView | null;
  session(): { current: DeskSession | null; ended: Failure | null };
}): Events {
  const subscribers = new Set<Subscriber>();
  const notices: Extract<DeskEvent, { type: 'notice' }>[] = [];
  const closing = new AbortController();

  const tell = (event: DeskEvent): void => {
    for (const subscriber of subscribers) subscriber.add(event);
  };

  return {
    tables: (tables) => {
      tell({ type: 'tables', tables: [...tables] });
    },
    sync: (status) => {
      tell({ type: 'sync', status });
    },
    telephony: (view) => {
      tell({ type: 'telephony', view });
    },
    session: (session, ended) => {
      tell({ type: 'session', session, ended });
    },
    notice: (failure, at) => {
      const event = { type: 'notice', notice: { failure, at } } as const;
      notices.push(event);
      if (notices.length > NOTICES_KEPT) notices.shift();
      tell(event);
    },
    arrived: (fresh) => {
      if (fresh.length > 0) tell({ type: 'arrived', notices: [...fresh] });
    },
    subscribe: async function* (signal) {
      const subscriber = makeSubscriber();
      subscribers.add(subscriber);
      const wake = (): void => {
        subscriber.wake();
      };
      signal?.addEventListener('abort', wake);
      try {
        subscriber.add({ type: 'sync', status: present.sync() });
        subscriber.add({ type: 'telephony', view: present.telephony() });
        const { current, ended } = present.session();
        subscriber.add({ type: 'session', session: current, ended });
        for (const notice of notices) subscriber.add(notice);
        for (;;) {
          if (closing.signal.aborted || signal?.aborted === true) return;
          yield* subscriber.take();
          await subscriber.more();
        }
      } finally {
        signal?.removeEventListener('abort', wake);
        subscribers.delete(subscriber);
      }
    },
    close: () => {
      closing.abort();
      for (const subscriber of subscribers) subscriber.wake();
    },
  };
}

interface Subscriber {
  add(event: DeskEvent): void;
  take(): DeskEvent[];
  more(): Promise<void>;
  wake(): void;
}

/** Between two announcements of tables at least this long, ms: a snapshot commits hundreds of times. */
const TABLES_APART_MS = 80;

/** Holds what a window has not read yet: tables gathered into one event, one latest state of each kind. */
function makeSubscriber(): Subscriber {
  const tables = new Set<Table>();
  const states = new Map<string, DeskEvent>();
  const notices: DeskEvent[] = [];
  let awake: (() => void) | null = null;
  let resting = false;
  // A wake that comes while nobody waits yet counts for the next wait: closing must not be missed.
  let woken = false;
  const wake = (): void => {
    woken = true;
    awake?.();
    awake = null;
  };
  const unread = (): boolean => states.size > 0 || notices.length > 0 || (tables.size > 0 && !resting);
  return {
    add: (event) => {
      if (event.type === 'tables') for (const table of event.tables) tables.add(table);
      else if (event.type === 'notice' || event.type === 'arrived') notices.push(event);
      else states.set(event.type, keepEnding(states.get(event.type), event));
      if (unread()) wake();
    },
    take: () => {
      const taken: DeskEvent[] = [...states.values(), ...notices];
      states.clear();
      notices.length = 0;
      if (tables.size > 0 && !resting) {
        taken.push({ type: 'tables', tables: [...tables] });
        tables.clear();
        resting = true;
        setTimeout(() => {
          resting = false;
          if (unread()) wake();
        }, TABLES_APART_MS);
      }
      return taken;
    },
    more: async () => {
      if (!unread() && !woken) await new Promise<void>((resolve) => (awake = resolve));
      woken = false;
    },
    wake,
  };
}

/** Why a session ended is not overwritten by the mere fact that there is none. */
function keepEnding(before: DeskEvent | undefined, event: DeskEvent): DeskEvent {
  if (event.type !== 'session' || event.session || event.ended) return event;
  return before?.type === 'session' && before.ended ? before : event;
}
