import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterDeath } from '../../station/hosting/restart.ts';
import { ROOT } from './tools.ts';

export interface ChildPlan {
  /** Chinese name for the terminal. */
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Everything it prints goes there; null leaves it on the terminal, with the keyboard. */
  readonly logFile: string | null;
  /** Exit codes after which it is not started again; the whole then ends. */
  readonly finalCodes: readonly number[];
}

export interface Child {
  /** The last lines it printed, where they go to a file. */
  readonly tail: () => string;
  /** Resolves once it has ended for good, with its exit code. */
  readonly ended: Promise<number>;
  /** From now on an end is a crash and is followed by another start. */
  readonly keepAlive: () => void;
  readonly stop: () => Promise<void>;
}

const STOP_MS = 15_000;
const TAIL_LENGTH = 4_000;

/** Starts a part of the program and, once it is known to work, starts it again whenever it dies. */
export function startChild(plan: ChildPlan): Child {
  const logFile = plan.logFile;
  if (logFile !== null) mkdirSync(path.dirname(logFile), { recursive: true });
  const log = logFile === null ? null : createWriteStream(logFile, { flags: 'a' });
  let tail = '';
  let deaths: readonly number[] = [];
  let keeping = false;
  let stopping = false;
  let child: ChildProcess;
  let timer: NodeJS.Timeout | null = null;
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();

  function gather(chunk: Buffer): void {
    tail = (tail + chunk.toString('utf8')).slice(-TAIL_LENGTH);
    log?.write(chunk);
  }

  function launch(): void {
    timer = null;
    const out = log === null ? 'inherit' : 'pipe';
    child = spawn(plan.command, plan.args, {
      cwd: ROOT,
      env: plan.env,
      stdio: [log === null ? 'inherit' : 'ignore', out, out],
    });
    child.stdout?.on('data', gather);
    child.stderr?.on('data', gather);
    child.once('error', (error) => {
      gather(Buffer.from(`${error.message}\n`));
      end(127);
    });
    child.once('exit', (code, signal) => {
      if (stopping || !keeping || (code !== null && plan.finalCodes.includes(code))) return end(code ?? 1);
      const decision = afterDeath(deaths, Date.now());
      deaths = decision.deaths;
      const wait = decision.delayMs === 0 ? '立即' : `${decision.delayMs / 1000} 秒后`;
      console.log(`[${plan.title}] 意外停止（${signal ?? `退出码 ${code}`}），${wait}重新启动。${hint()}`);
      timer = setTimeout(launch, decision.delayMs);
    });
  }

  function hint(): string {
    return logFile === null ? '' : `日志：${path.relative(ROOT, logFile)}`;
  }

  async function stop(): Promise<void> {
    stopping = true;
    if (timer !== null) {
      clearTimeout(timer);
      return end(0);
    }
    // On Windows this ends it at once; there the parts rely on what they have already committed, as after a power cut.
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(impatience);
  }

  launch();
  return {
    tail: () => tail,
    ended,
    keepAlive: () => {
      keeping = true;
    },
    stop,
  };
}
