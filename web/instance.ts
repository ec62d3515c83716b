import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What a running host leaves for the next start: where it is, and the secret that lets its owner ask for a window. */
const runningSchema = z.object({ pid: z.int().positive(), authority: z.string(), control: z.string() });
export type RunningHost = z.infer<typeof runningSchema>;

const ASK_MS = 3_000;

/** Thrown where this desk's host already runs; `address` opens a window of the running one. */
export class AlreadyRunning extends Error {
  readonly address: string;
  constructor(address: string) {
    super('this desk already runs');
    this.name = 'AlreadyRunning';
    this.address = address;
  }
}

/**
 * Takes the place of the one host of this desk.
 * @returns gives the place up again
 * @throws AlreadyRunning
 */
export async function takePlace(file: string, mine: RunningHost): Promise<() => void> {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return () => {
        if (read(file)?.control === mine.control) rmSync(file, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const other = read(file);
    const address = other === null ? null : await askForWindow(other);
    if (address !== null) throw new AlreadyRunning(address);
    // Left behind by a host that was killed.
    rmSync(file, { force: true });
  }
  throw new Error(`cannot take ${file}: other starts keep taking it`);
}

function read(file: string): RunningHost | null {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there, half written or not ours: as good as none.
    return null;
  }
}

async function askForWindow({ authority, control }: RunningHost): Promise<string | null> {
  try {
    const answer = await fetch(`http://${authority}/host/ticket`, {
      method: 'POST',
      headers: { authorization: `Bearer ${control}` },
      signal: AbortSignal.timeout(ASK_MS),
    });
    return answer.ok ? z.object({ address: z.string() }).parse(await answer.json()).address : null;
  } catch {
    // Nobody there, or somebody else on that port.
    return null;
  }
}
