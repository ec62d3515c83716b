import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { answerSchema } from './messages.ts';

export interface TestProcess {
  /** What it said when it was ready. */
  readonly ready: unknown;
  readonly ask: (order: object) => Promise<unknown>;
  readonly pid: number;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop, and answers once it is gone. */
  readonly stop: () => Promise<void>;
  /** Everything it printed. */
  readonly output: () => string;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a program beside this file as a process of its own.
 * @param env added to this process's environment
 */
export async function startProcess(program: string, env: Readonly<Record<string, string>>): Promise<TestProcess> {
  const child: ChildProcess = fork(path.join(import.meta.dirname, program), [], {
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));

  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  const isReady = Promise.withResolvers<unknown>();
  const isGone = Promise.withResolvers<void>();

  child.on('message', (raw) => {
    const answer = answerSchema.parse(raw);
    if (answer.type === 'ready') return isReady.resolve(answer.value);
    if (answer.type === 'error' && answer.id === null) return isReady.reject(new Error(answer.message));
    const asked = answer.id === null ? undefined : waiting.get(answer.id);
    if (answer.id !== null) waiting.delete(answer.id);
    if (answer.type === 'answer') asked?.resolve(answer.value);
    else asked?.reject(new Error(answer.message));
  });
  child.on('exit', (code, signal) => {
    const error = new Error(`${program} ended (${signal ?? String(code)})\n${output.slice(-4000)}`);
    isReady.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    isGone.resolve();
  });

  function ask(order: object): Promise<unknown> {
    const id = nextId;
    nextId += 1;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child.send({ id, order });
    });
  }

  const ready = await isReady.promise;
  return {
    ready,
    ask,
    pid: child.pid ?? 0,
    kill: () => {
      child.kill('SIGKILL');
      return isGone.promise;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // It may be gone before its answer is.
      await Promise.race([ask({ type: 'stop' }).catch(() => undefined), isGone.promise]);
      child.disconnect();
      await isGone.promise;
    },
    output: () => output,
  };
}
