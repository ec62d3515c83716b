import { Worker } from 'node:worker_threads';
import { extname } from 'node:path';
import type { Table } from '../../shared/contract/desk.ts';
import { FailureError } from '../../shared/failure.ts';
import { threadLost, unforeseen, WorkerError, type Api, type FromWorker, type Request } from './protocol.ts';

/** A worker thread as its owner sees it. */
export interface Thread<A extends Api> {
  /**
   * Calls a function of the worker.
   * @throws the worker's own failures; UNEXPECTED with `retryAfterMs` where the worker died under the call
   */
  call<K extends keyof A & string>(method: K, ...args: Parameters<A[K]>): Promise<Awaited<ReturnType<A[K]>>>;
  stop(): Promise<void>;
}

export interface ThreadOptions {
  /** File name without extension, beside this module. */
  readonly file: string;
  readonly data: unknown;
  readonly nowMs: () => number;
  readonly onChanged: (tables: readonly Table[]) => void;
  readonly onLog: (line: object) => void;
  /** The worker died and a new one has taken its place. */
  readonly onRestart: () => void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Deaths in a row after which a worker stays down, so that a file it cannot digest does not spin the processor. */
const RESTARTS_IN_A_ROW = 5;

/** Starts a worker thread and keeps it running. */
export function startThread<A extends Api>(options: ThreadOptions): Thread<A> {
  // The same folder holds .ts as written and .js once packaged.
  const url = new URL(`./${options.file}${extname(import.meta.url)}`, import.meta.url);
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let stopping = false;
  let deaths = 0;
  let worker = spawn();

  function spawn(): Worker {
    const started = new Worker(url, { workerData: options.data });
    started.on('message', receive);
    started.on('error', (error: unknown) => {
      options.onLog({ event: 'thread error', thread: options.file, ...unforeseen(error) });
    });
    started.on('exit', (code) => {
      if (stopping || started !== worker) return;
      deaths += 1;
      options.onLog({ event: 'thread lost', thread: options.file, code, deaths });
      const lost = [...pending.values()];
      pending.clear();
      if (deaths < RESTARTS_IN_A_ROW) {
        worker = spawn();
        options.onRestart();
      }
      for (const call of lost) call.reject(threadLost());
    });
    return started;
  }

  function receive(message: FromWorker): void {
    if (message.kind === 'changed') return options.onChanged(message.tables);
    if (message.kind === 'log') return options.onLog(message.line);
    const call = pending.get(message.id);
    if (!call) return;
    pending.delete(message.id);
    deaths = 0;
    if (message.kind === 'answer') call.resolve(message.value);
    else if (message.kind === 'failed') call.reject(new FailureError(message.failure));
    else call.reject(new WorkerError(message.error));
  }

  return {
    call: async (method, ...args) => {
      if (stopping || deaths >= RESTARTS_IN_A_ROW) throw threadLost();
      const id = nextId;
      nextId += 1;
      const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
      const request: Request = { id, method, args, nowMs: options.nowMs() };
      worker.postMessage(request);
      // The other side of this boundary is the function named by `method`, of the same program.
      return (await answer) as never;
    },
    stop: async () => {
      stopping = true;
      await worker.terminate();
      for (const call of pending.values()) call.reject(threadLost());
      pending.clear();
    },
  };
}
