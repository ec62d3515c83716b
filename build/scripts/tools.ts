import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';

/** The checkout's root folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Environment for child processes: node_modules/.bin first, so that `node` and every tool are the pinned ones. What Node
 * has compiled is kept: a station is four threads of the same hundreds of modules, and starts in half the time with it.
 * In the checkout and not in the system's temporary folder, where others could lay code of theirs.
 */
export const TOOL_ENV: NodeJS.ProcessEnv = {
  NODE_COMPILE_CACHE: path.join(ROOT, 'build/out/compiled'),
  ...process.env,
  PATH: `${path.join(ROOT, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  FORCE_COLOR: '0',
};

/** A third of a processor's time where another wants it too: behind the others, and never so far that a wait runs out. */
const PATIENT = 5;

/** What a finished program said, both streams in the order they came. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program to its end and gathers what it prints.
 * @param echo also pass the output on while it comes
 * @param patient leaves the processors to whoever else wants them
 */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly echo?: boolean; readonly patient?: boolean } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    // A Windows command file cannot be started without a shell; every argument here is ours and holds no spaces.
    const shell = process.platform === 'win32' && command !== process.execPath;
    const child = spawn(command, args, {
      cwd: ROOT,
      env: options.env ?? TOOL_ENV,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    // Whatever it starts in its turn inherits this.
    if (options.patient === true && child.pid !== undefined) setPriority(child.pid, PATIENT);
    const chunks: Buffer[] = [];
    const gather = (chunk: Buffer, out: NodeJS.WriteStream): void => {
      chunks.push(chunk);
      if (options.echo === true) out.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => gather(chunk, process.stdout));
    child.stderr.on('data', (chunk: Buffer) => gather(chunk, process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** All files under the given files and folders of the checkout, sorted, relative to its root. */
export function filesUnder(entries: readonly string[]): string[] {
  return entries
    .flatMap((entry) => {
      const full = path.join(ROOT, entry);
      if (!existsSync(full)) return [];
      const found = readdirSync(full, { recursive: true, withFileTypes: true });
      return found.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
    })
    .map((file) => path.relative(ROOT, file).replaceAll(path.sep, '/'))
    .toSorted();
}

/** A digest over names and contents: changes exactly when a build from these files would. */
export function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}
