import { randomBytes } from 'node:crypto';
import { pendingOfOrder } from '../../db/desk/outbox/commands.ts';
import { readIdentity, takeSequence, type Identity } from '../../db/desk/outbox/identity.ts';
import { readFeed } from '../../db/desk/replica/feed.ts';
import { readCentre } from '../../db/desk/replica/reference.ts';
import { deleteOrder, findOrder, putOrder } from '../../db/desk/replica/orders.ts';
import type { WritableDb } from '../../db/desk/sqlite.ts';
import { uuidV7, type OrderId } from '../../shared/domain/ids.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import type { OrderRecord } from '../../shared/sync/feed.ts';
import type { Envelope } from '../../shared/sync/envelope.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import type { Table } from '../../shared/contract/desk.ts';
import { replay } from './overlay.ts';
import { rulesOf } from './rules.ts';

/** What the writer thread works on. */
export interface WriterContext {
  readonly outbox: WritableDb;
  /** Replaced as a whole when the file turns out damaged. */
  replica: WritableDb;
  readonly nowMs: () => number;
  readonly changed: (tables: readonly Table[]) => void;
  readonly log: (line: object) => void;
  /** What the desk decides by; read again after units, subjects or the centre's row have changed. */
  rules: Rules | null;
  /** Days of closed orders this desk keeps, as the centre says; null before it has. H19. */
  retentionDays: number | null;
  /** An order could not be brought up to date after its command was saved: the overlay has to be made anew. */
  behind: boolean;
}

/** What makes one command of this desk differ from another. */
type Said = Pick<Envelope, 'commandId' | 'aggregateId' | 'baseVersion' | 'type' | 'typeVersion' | 'payload' | 'actor'>;

/** A command in its envelope, under the next number of this desk: only in the transaction that stores it. */
export function envelopeOf(context: WriterContext, said: Said, atMs: number): Envelope {
  const { deskId, epoch, clockOffset } = identityOf(context);
  const deskSeq = takeSequence(context.outbox);
  return { ...said, deskId, deskEpoch: epoch, deskSeq, recordedAt: instant(atMs), clockOffset };
}

/** The desk's identity, which every open outbox has. */
export function identityOf({ outbox }: Pick<WriterContext, 'outbox'>): Identity {
  const identity = readIdentity(outbox);
  if (!identity) throw new Error('the outbox has no identity row');
  return identity;
}

export function refreshRules(context: WriterContext): void {
  context.rules = rulesOf(context.replica, identityOf(context).city);
  context.retentionDays = readCentre(context.replica)?.retentionDays ?? null;
}

/** Orders closed before this have no place on the desk any more; null before the centre has said how long they have. */
export function closedBefore({ retentionDays, nowMs }: WriterContext): Instant | null {
  return retentionDays === null ? null : instant(nowMs() - retentionDays * 86_400_000);
}

export function newId(nowMs: number): string {
  return uuidV7(nowMs, randomBytes(10));
}

/**
 * Puts an order into the replica as it stands with this desk's pending commands, over the centre's row.
 * @param server the centre's row; `undefined` keeps the one that is there, null takes it away
 */
export function refreshOrder(
  context: WriterContext,
  id: OrderId,
  server?: OrderRecord | null,
  cursor = readFeed(context.replica).cursor,
): void {
  const { outbox, replica } = context;
  const base = server === undefined ? (findOrder(replica, id)?.server ?? null) : server;
  const pending = pendingOfOrder(outbox, identityOf(context), id, cursor);
  const overlaid = replay(id, base, pending, context.rules);
  const { effective } = overlaid;
  const { generation } = readFeed(replica);
  replica.transaction(() => {
    if (effective)
      putOrder(
        replica,
        { server: base, effective, pending: overlaid.pending },
        generation,
        context.rules?.pack ?? null,
      );
    else deleteOrder(replica, id);
  });
}
