import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError, type Failure } from '../../shared/failure.ts';
import { preferredCipher } from './cipher.ts';
import { OUTBOX_MIGRATIONS } from './migrations/outbox/all.ts';
import { REPLICA_MIGRATIONS } from './migrations/replica/all.ts';
import { cipherOf, guarded, moveAside, openReadable, openWritable, type Place } from './open.ts';
import { nameDesk } from './outbox/identity.ts';
import { salvageOutbox, salvageReference } from './salvage.ts';
import { newSidecar, readSidecar, writeSidecar } from './sidecar.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

/** Where the two files of a desk lie and how they are opened. */
export interface DeskPlaces {
  readonly outbox: Place;
  readonly replica: Place;
}

/** The desk's files, open for the one thread that writes. */
export interface DeskFiles {
  readonly places: DeskPlaces;
  readonly outbox: WritableDb;
  readonly replica: WritableDb;
  /** What had to be put right while opening, for the person at the desk. */
  readonly findings: readonly Failure[];
}

const OUTBOX = { durability: 'full', migrations: OUTBOX_MIGRATIONS, check: true } as const;
// The replica is large and can be fetched again: what is wrong with it shows when it is read.
const REPLICA = { durability: 'normal', migrations: REPLICA_MIGRATIONS, check: false } as const;

/**
 * Opens the desk's files, creating them where there are none. A damaged outbox is moved aside and what still reads is
 * taken over; a damaged replica is moved aside and begins empty.
 * @throws STORE_WRONG_KEY, STORE_UNWRITABLE, STORE_FULL, STORE_FROM_FUTURE: the files are then as they were
 */
export function openDesk(dir: string, key: string, nowMs: number): DeskFiles {
  const places = guarded(() => placesIn(dir, key, nowMs));
  const findings: Failure[] = [];
  const outbox = openOutbox(places.outbox, nowMs, findings);
  const sidecar = readSidecar(dir) ?? newSidecar(places.outbox.cipher, key, nowMs);
  outbox.transaction(() => {
    nameDesk(outbox, sidecar.deskId);
  });
  try {
    return { places, outbox, replica: openReplica(places.replica, nowMs, findings), findings };
  } catch (error) {
    outbox.close();
    throw error;
  }
}

/** Moves a replica that turned out damaged aside and begins an empty one. */
export function renewReplica(place: Place, damaged: ReadableDb, nowMs: number): WritableDb {
  damaged.close();
  return guarded(() => {
    const aside = existsSync(place.path) ? moveAside(place.path, nowMs) : null;
    return replicaAfter(place, aside);
  });
}

/** Opens the files for a thread that reads; a writer has them open already. */
export function openDeskReader(places: DeskPlaces): { outbox: ReadableDb; replica: ReadableDb } {
  return { outbox: openReadable(places.outbox), replica: openReadable(places.replica) };
}

function placesIn(dir: string, key: string, nowMs: number): DeskPlaces {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const paths = { outbox: join(dir, 'outbox.db'), replica: join(dir, 'replica.db') };
  const known = readSidecar(dir);
  const cipher = cipherOf(Object.values(paths), key, known, preferredCipher());
  if (!known) writeSidecar(dir, newSidecar(cipher, key, nowMs));
  return { outbox: { path: paths.outbox, key, cipher }, replica: { path: paths.replica, key, cipher } };
}

function openOutbox(place: Place, nowMs: number, findings: Failure[]): WritableDb {
  try {
    return openWritable(place, OUTBOX);
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    const aside = moveAside(place.path, nowMs);
    const fresh = openWritable(place, OUTBOX);
    const saved = salvageOutbox({ ...place, path: aside }, fresh);
    findings.push({ ...error.failure, detail: `抢救出 ${saved.commands} 件操作、${saved.drafts} 份草稿` });
    return fresh;
  }
}

function openReplica(place: Place, nowMs: number, findings: Failure[]): WritableDb {
  try {
    return openWritable(place, REPLICA);
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    findings.push(error.failure);
    return replicaAfter(place, moveAside(place.path, nowMs));
  }
}

function replicaAfter(place: Place, aside: string | null): WritableDb {
  const fresh = openWritable(place, REPLICA);
  if (aside !== null) salvageReference({ ...place, path: aside }, fresh);
  return fresh;
}

function isCorrupt(error: unknown): error is FailureError {
  return error instanceof FailureError && error.failure.code === 'STORE_CORRUPT';
}
