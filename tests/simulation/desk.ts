import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDeskReader, type DeskPlaces } from '../../db/desk/files.ts';
import { findCommand, type StoredCommand } from '../../db/desk/outbox/commands.ts';
import type { Identity } from '../../db/desk/outbox/identity.ts';
import { readFeed } from '../../db/desk/replica/feed.ts';
import { findOrder, type ReplicaOrder } from '../../db/desk/replica/orders.ts';
import { accountGrants } from '../../db/central/accounts.ts';
import { actorOf } from '../../server/access/grants.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import { orderIdSchema, type AccountId, type CommandId, type OrderId } from '../../shared/domain/ids.ts';
import { FailureError } from '../../shared/failure.ts';
import { makeWriter, type WriterApi } from '../../station/store/writer.ts';
import { enrolDesk } from '../../station/sync/enrol.ts';
import { createPull, type Pull } from '../../station/sync/pull.ts';
import { createPush, type Push } from '../../station/sync/push.ts';
import type { Thread } from '../../station/threads/thread.ts';
import type { SimCentre } from './centre.ts';
import { openChannel, type Channel } from './channel.ts';

type DeskReader = ReturnType<typeof openDeskReader>;

const KEY = 'ab'.repeat(32);

/** Thousands of desks are made here: what is under test is what they keep, not how fast a disk syncs. */
const MEMORY = '/dev/shm';

/** A desk with its real files and its real push and pull, run step by step. */
export interface SimDesk {
  readonly channel: Channel;
  /** Puts this desk's clock wrong by so much, ms. */
  setSkew(ms: number): void;
  /** @returns the command's id once the outbox has it; null where the desk itself refuses */
  submit(orderId: OrderId, command: CommandBody): CommandId | null;
  push(): Promise<void>;
  pull(): Promise<void>;
  /** kill -9: whatever was not in the files is gone. */
  crash(): void;
  loseReplica(): void;
  unsent(): number;
  command(id: CommandId): StoredCommand | null;
  /** The replica's orders: the centre's row, what is shown, and whether anything pending lies over it. */
  replica(): (ReplicaOrder & { readonly id: string })[];
  /** The orders in its list, and how far it has pulled. */
  sight(): { orders: ReadonlySet<string>; cursor: number };
  provisionalNumber(): string;
  close(): void;
}

export async function startSimDesk(centre: SimCentre, account: AccountId, nowMs: () => number): Promise<SimDesk> {
  const parent = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'hotline-sim-'));
  let life = 0;
  let skewMs = 0;
  let places: DeskPlaces;
  let files: DeskReader | null = null;
  let writer = open();
  let identity: Identity = writer.identity();
  const session = await centre.signIn(account, identity.deskId);
  const channel = openChannel(centre, () => ({
    authorization: `Bearer ${session}`,
    ...(identity.token === null ? {} : { 'x-desk': `${identity.deskId}.${identity.token}` }),
  }));
  let counted = 0;
  let thread: Thread<WriterApi>;
  let push: Push;
  let pull: Pull;
  assemble();
  await enrol();
  writer.learned({ city: 'hebi', clockOffset: 0 });

  function dir(): string {
    return join(parent, String(life));
  }

  function open(): WriterApi {
    const opened = makeWriter(
      { dataDir: dir(), key: KEY },
      { changed: () => undefined, log: () => undefined, nowMs: () => nowMs() + skewMs },
    );
    places = opened.open().places;
    return opened;
  }

  function assemble(): void {
    const api = writer;
    thread = {
      // The real thread answers later and by name, as this does.
      call: async (method, ...args) => {
        await Promise.resolve();
        const work: (...values: never[]) => unknown = api[method];
        return (await work(...(args as never[]))) as never;
      },
      stop: () => Promise.resolve(),
    };
    const common = { writer: thread, client: channel.client, onServerTime: () => undefined, nowMs };
    push = createPush({
      ...common,
      ready: () => identity.token !== null,
      unsent: () => desk.unsent(),
      onUnknown: async () => {
        await thread.call('disown');
        await enrol();
      },
    });
    pull = createPull({
      ...common,
      reader: () => reader,
      onCaughtUp: () => undefined,
      onSnapshot: () => push.probe(),
      onNotices: () => undefined,
      onProgress: () => undefined,
    });
  }

  async function enrol(): Promise<void> {
    identity = await enrolDesk(thread, channel.honest().desk, 'simulation');
  }

  const [row] = await accountGrants(centre.db, [account]);
  if (!row) throw new Error('the simulated account is gone');
  const reader = actorOf(row);

  /** One turn of a lane: whatever fails ends it, and the next turn tries again. Bugs of ours are not failures. */
  async function turn(run: () => Promise<'again' | 'idle'>): Promise<void> {
    try {
      while ((await run()) === 'again') continue;
    } catch (error) {
      if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    }
  }

  const desk: SimDesk = {
    channel,
    setSkew: (ms) => {
      skewMs = ms;
    },
    submit: (orderId, command) => {
      try {
        return writer.submit({ orderId, draftId: null, command, actor: reader }).commandId;
      } catch (error) {
        if (error instanceof FailureError) return null;
        throw error;
      }
    },
    push: () =>
      turn(async () => {
        await enrol();
        return await push.run();
      }),
    pull: () => turn(() => pull.run()),
    crash: () => {
      letGo();
      const before = dir();
      const abandoned = writer;
      life += 1;
      // The files as they lie while the process still has them open: hot journals and all.
      cpSync(before, dir(), { recursive: true });
      abandoned.close();
      writer = open();
      identity = writer.identity();
      assemble();
    },
    loseReplica: () => {
      letGo();
      writer.repair();
    },
    unsent: () => writer.batchToPush(null, 100_000).length,
    command: (id) => reading(({ outbox }) => findCommand(outbox, identity, id)),
    replica: () =>
      reading(({ replica }) =>
        replica.all<{ id: string }>('SELECT id FROM orders ORDER BY id').flatMap(({ id }) => {
          const order = findOrder(replica, orderIdSchema.parse(id));
          return order ? [{ id, ...order }] : [];
        }),
      ),
    sight: () =>
      reading(({ replica }) => ({
        orders: new Set(replica.all<{ id: string }>('SELECT id FROM orders').map(({ id }) => id)),
        cursor: readFeed(replica).cursor,
      })),
    provisionalNumber: () => {
      counted += 1;
      return `待编-${identity.code ?? '0000'}-${String(counted).padStart(4, '0')}`;
    },
    close: () => {
      letGo();
      writer.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };

  function letGo(): void {
    files?.outbox.close();
    files?.replica.close();
    files = null;
  }

  function reading<T>(work: (opened: DeskReader) => T): T {
    files ??= openDeskReader(places);
    return work(files);
  }
  return desk;
}
