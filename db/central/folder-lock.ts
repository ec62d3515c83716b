import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail } from '../../shared/failure.ts';

const LOCK_NAME = 'centre.lock';

const holderSchema = z.object({ pid: z.int().positive(), started: z.string().nullable() });
type Holder = z.infer<typeof holderSchema>;

/** Folders held by this process: its own pid in a lock file is no proof of life. */
const held = new Set<string>();

/**
 * Takes the folder for this process alone, recovering the lock of one that died.
 * @returns releases it
 * @throws CENTRE_FOLDER_IN_USE naming the process that holds it
 */
export function holdFolder(folder: string): () => void {
  const path = join(folder, LOCK_NAME);
  for (;;) {
    if (held.has(path)) return refuse(process.pid);
    if (create(path)) break;
    const holder = readHolder(path);
    if (holder && holder.pid !== process.pid && isAlive(holder)) return refuse(holder.pid);
    setAside(path);
  }
  held.add(path);
  return () => {
    if (held.delete(path)) rmSync(path, { force: true });
  };
}

function refuse(pid: number): never {
  return fail('CENTRE_FOLDER_IN_USE', { detail: `进程 ${pid}` });
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    const holder: Holder = { pid: process.pid, started: startOf(process.pid) };
    writeSync(file, JSON.stringify(holder));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming is what only one of two recovering processes can do; the loser starts over. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function readHolder(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Unreadable or half written: its writer died between creating and writing it.
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return holder.started === null || holder.started === startOf(holder.pid);
}

/** When a process began, in kernel ticks, where the system tells: a pid may have been given to another since. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the 22nd field counts from after it.
    return (
      stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .at(19) ?? null
    );
  } catch {
    return null;
  }
}
