import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** One of this project's own programs, running as its users run it. */
export interface Program {
  /** What it printed that matched. */
  readonly ready: string;
  /** From the start of the process to that line, ms. */
  readonly readyMs: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const LIMIT_MS = 180_000;

/**
 * Starts a program of this repository and waits for a line.
 * @param script relative to the repository
 * @throws where it ends, or says nothing of the kind in time
 */
export async function startProgram(
  script: string,
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Program> {
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, script)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const found = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`${script} did not get ready:\n${output.slice(-2000)}`)), LIMIT_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const [match] = ready.exec(output) ?? [];
      if (match === undefined) return;
      clearTimeout(limit);
      resolve(match);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`${script} ended (${code}):\n${output.slice(-2000)}`)));
  });
  return {
    ready: found,
    readyMs: performance.now() - started,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
