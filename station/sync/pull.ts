import { createHash } from 'node:crypto';
import type { SnapshotState } from '../../db/desk/replica/feed.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Entity, Row } from '../../shared/sync/feed.ts';
import { PROTOCOL } from '../../shared/sync/protocol.ts';
import type { WriterApi } from '../store/writer.ts';
import type { Thread } from '../threads/thread.ts';
import type { CentralClient } from './link.ts';

export interface PullOptions {
  readonly writer: Thread<WriterApi>;
  readonly client: CentralClient;
  /** Whoever pulls; null while nobody is signed in online. */
  readonly reader: () => Actor | null;
  readonly onServerTime: (now: Instant, sentMs: number) => void;
  readonly onCaughtUp: () => void;
  /** A new copy begins: the centre may be another than the one that this desk has spoken to. */
  readonly onSnapshot: () => void;
  /** Notices of the centre that this desk had not heard of. */
  readonly onNotices: (arrived: readonly Notice[]) => void;
  readonly onProgress: () => void;
  readonly nowMs: () => number;
}

/** Follows the feed, and loads everything anew where it cannot. */
export interface Pull {
  run(): Promise<'again' | 'idle'>;
  /** The centre says that more is there. */
  sawHead(head: number): void;
  /** Everything has to be loaded anew at the next turn: the replica was lost, or the grants have changed. */
  resync(): void;
  /** True once everything known to be at the centre is here. */
  readonly caughtUp: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** Small things first: orders are shown with the names of units and subjects. */
const ORDER: readonly Entity[] = [
  'centre',
  'unit',
  'subject',
  'catalogue',
  'model',
  'synonym',
  'tie',
  'article',
  'manuscript',
  'feedback',
  'order',
  'notice',
];

/** Rows written in one go, so that a call-taker's save never waits long behind a snapshot. */
const PIECE = 20;

/** Rows looked at in one go for what the snapshot did not bring. */
const SWEPT = 500;

/** A digest of whatever decides which rows an account gets. */
export function audienceOf({ grants }: Actor): string {
  const units = grants.units === 'all' ? 'all' : grants.units.toSorted();
  const view = grants.permissions.includes('order.view');
  // Left out where there is none, as it was before the first.
  const above = grants.above?.toSorted();
  const text = JSON.stringify({ view, units, sensitivities: grants.sensitivities.toSorted(), above });
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

export function createPull(options: PullOptions): Pull {
  const { writer, client } = options;
  let knownHead = 0;
  let cursor = -1;
  let wanted = false;
  let reached = false;
  let progress: { done: number; total: number } | null = null;

  async function run(): Promise<'again' | 'idle'> {
    const reader = options.reader();
    if (!reader) return 'idle';
    const audience = audienceOf(reader);
    const feed = await writer.call('feed');
    cursor = feed.cursor;
    const unfinished = feed.snapshot !== null && feed.audience === audience ? feed.snapshot : null;
    if (wanted || feed.audience !== audience || feed.snapshot !== null) {
      await snapshot(wanted ? null : unfinished, audience);
      return 'again';
    }
    const sentMs = options.nowMs();
    const answer = await client.sync.pull({ cursor: feed.cursor, epoch: feed.epoch, protocol: PROTOCOL });
    if (answer.kind === 'resync') {
      wanted = true;
      return 'again';
    }
    options.onServerTime(answer.now, sentMs);
    knownHead = answer.head;
    if (answer.changes.length > 0 || answer.cursor !== feed.cursor)
      options.onNotices(await writer.call('applyChanges', answer.changes, answer.cursor));
    cursor = answer.cursor;
    if (answer.more) return 'again';
    reached = true;
    options.onCaughtUp();
    return 'idle';
  }

  async function snapshot(unfinished: SnapshotState | null, audience: string): Promise<void> {
    let state = unfinished;
    if (!state) {
      const first = await page('centre', null);
      state = { entity: 'centre', after: null, head: first.head, epoch: first.epoch, done: 0, total: 0 };
      await writer.call('beginSnapshot', audience, state);
      reached = false;
      wanted = false;
      options.onSnapshot();
    }
    let next: SnapshotState | null = state;
    while (next) {
      state = next;
      next = await step(state);
    }
    for (let at: number | null = 0; at !== null;) at = await writer.call('sweep', at, SWEPT);
    await writer.call('endSnapshot', state);
    progress = null;
    options.onProgress();
  }

  /** Loads one page. @returns where to go on; null after the last */
  async function step(state: SnapshotState): Promise<SnapshotState | null> {
    const { rows, next, epoch, total } = await page(state.entity, state.after);
    if (epoch !== state.epoch) {
      wanted = true;
      throw new Error('the centre began another history while a snapshot was loading');
    }
    for (let at = 0; at < rows.length; at += PIECE) await load(rows.slice(at, at + PIECE));
    const done = state.done + rows.length;
    const grown = state.after === null ? state.total + total : state.total;
    progress = { done, total: Math.max(grown, done) };
    options.onProgress();
    const following = next === null ? ORDER[ORDER.indexOf(state.entity) + 1] : state.entity;
    if (!following) return null;
    const advanced = { ...state, entity: following, after: next, done, total: grown };
    await writer.call('advance', advanced);
    return advanced;
  }

  async function load(rows: readonly Row[]): Promise<void> {
    await writer.call('loadRows', rows);
  }

  function page(entity: Entity, after: string | null): ReturnType<CentralClient['sync']['snapshot']> {
    return client.sync.snapshot({ entity, after, protocol: PROTOCOL });
  }

  return {
    run,
    sawHead: (head) => {
      knownHead = Math.max(knownHead, head);
    },
    resync: () => {
      wanted = true;
    },
    get caughtUp() {
      return reached && !wanted && cursor >= knownHead;
    },
    get progress() {
      return progress;
    },
  };
}
