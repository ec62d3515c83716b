import { create } from 'zustand';
import type { TelephonyView } from '../../shared/domain/call.ts';
import type { Notice as OrderNotice } from '../../shared/domain/notice.ts';
import type { Failure } from '../../shared/failure.ts';
import { instant, msOf, type Instant } from '../../shared/instant.ts';
import type { DeskEvent, DeskSession, NamedCentre, SyncStatus, Table } from '../../shared/contract/desk.ts';

/** Facts of this desk that do not change while it is signed out or in. */
interface DeskFacts {
  readonly name: string;
  readonly version: string;
  readonly centreUrl: string;
  /** Job numbers that may sign in offline here. */
  readonly knownJobNumbers: readonly string[];
}

/** Something the station had to tell the person; stays until dismissed. */
interface Notice {
  readonly id: number;
  readonly failure: Failure;
  readonly at: Instant;
  /** Dismissed notices stay in the bell's list until the window closes. */
  readonly dismissed: boolean;
}

export interface Live {
  /** False until the station has said whether somebody is signed in. */
  readonly known: boolean;
  readonly session: DeskSession | null;
  /** Why the last session ended, where it did not end by signing out. */
  readonly ended: Failure | null;
  /**
   * Whose screens are up: the last session, kept when it ends by itself, so that signing in again finds everything as
   * it was; null before the first sign-in and after signing out.
   */
  readonly holder: DeskSession | null;
  readonly sync: SyncStatus | null;
  /** Null while the exchange cannot be asked. */
  readonly telephony: TelephonyView | null;
  /** Exchange's clock less this window's, ms: timers of calls and states count by it. */
  readonly exchangeOffset: number;
  readonly stationUp: boolean;
  /** Why there is no station, where that is known: a full disk, a missing key. */
  readonly stationCause: Failure | null;
  readonly centre: NamedCentre | null;
  readonly facts: DeskFacts | null;
  /** Counted up whenever a change names the table; queries run again when one of theirs moves. */
  readonly generations: Readonly<Record<Table, number>>;
  readonly notices: readonly Notice[];
  /** What the centre has just told this person, as it came in one piece. */
  readonly arrivals: readonly OrderNotice[];
  /** Takes the view a telephony command answered with, so that the bar need not wait for the event. */
  readonly setTelephony: (view: TelephonyView) => void;
  /** Shows a failure of this window's own doing among the notices. */
  readonly notify: (failure: Failure) => void;
  /** The screens are given up: signed out, or somebody else's turn. */
  readonly leave: () => void;
  readonly dismissNotice: (id: number) => void;
  readonly clearNotices: () => void;
}

const NO_GENERATIONS: Readonly<Record<Table, number>> = {
  orders: 0,
  articles: 0,
  units: 0,
  subjects: 0,
  centre: 0,
  catalogue: 0,
  manuscripts: 0,
  feedback: 0,
  models: 0,
  ties: 0,
  synonyms: 0,
  notices: 0,
  calls: 0,
  drafts: 0,
  outbox: 0,
  settings: 0,
  shelf: 0,
};

const KEPT_NOTICES = 50;

/** What the station tells the screen without being asked. Server truth that is asked for comes by `useDeskQuery`. */
export const useLive = create<Live>((set) => ({
  known: false,
  session: null,
  ended: null,
  holder: null,
  sync: null,
  telephony: null,
  exchangeOffset: 0,
  stationUp: true,
  stationCause: null,
  centre: null,
  facts: null,
  generations: NO_GENERATIONS,
  notices: [],
  arrivals: [],
  setTelephony: (view) => set((live) => telephonyOf(view, live)),
  notify: (failure) => applyEvent({ type: 'notice', notice: { failure, at: instant(Date.now()) } }),
  leave: () => set({ holder: null, notices: [], arrivals: [] }),
  dismissNotice: (id) =>
    set(({ notices }) => ({
      notices: notices.map((notice) => (notice.id === id ? { ...notice, dismissed: true } : notice)),
    })),
  clearNotices: () => set({ notices: [] }),
}));

/**
 * A view tells the exchange's time as it is made. The first one of a window may have been made long ago and kept by the
 * station: then the centre's clock is the nearer one, or every timer would begin anew with each reload.
 */
function telephonyOf(view: TelephonyView | null, before: Pick<Live, 'telephony' | 'sync'>): Partial<Live> {
  if (!view) return { telephony: null };
  const told = msOf(view.at) - Date.now();
  const offset = before.telephony ? told : Math.max(told, before.sync?.clockOffset ?? told);
  return { telephony: view, exchangeOffset: offset };
}

/** The part of the store that says who is signed in. */
export function sessionOf(session: DeskSession | null): Partial<Live> {
  return session ? { known: true, session, ended: null, holder: session } : { known: true, session };
}

/** Lets every query that reads one of the tables run again. */
export function advance(tables: readonly Table[]): void {
  useLive.setState(({ generations }) => {
    const next = { ...generations };
    for (const table of tables) next[table] += 1;
    return { generations: next };
  });
}

let lastNotice = 0;

/** Applies one event of the station to the store. */
export function applyEvent(event: DeskEvent): void {
  switch (event.type) {
    case 'tables':
      return advance(event.tables);
    case 'sync':
      return useLive.setState({ sync: event.status });
    case 'telephony':
      return useLive.setState((live) => telephonyOf(event.view, live));
    case 'session':
      return useLive.setState({ ...sessionOf(event.session), ended: event.ended });
    case 'arrived':
      return useLive.setState({ arrivals: event.notices });
    case 'notice':
      lastNotice += 1;
      return useLive.setState(({ notices }) => ({
        notices: [{ id: lastNotice, ...event.notice, dismissed: false }, ...notices].slice(0, KEPT_NOTICES),
      }));
  }
}
