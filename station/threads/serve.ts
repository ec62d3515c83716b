import { parentPort } from 'node:worker_threads';
import { storeFailure } from '../../db/desk/store-failure.ts';
import type { Table } from '../../shared/contract/desk.ts';
import { unforeseen, type Api, type FromWorker, type Request } from './protocol.ts';

/** What a worker may say on its own. */
export interface Outlet {
  readonly changed: (tables: readonly Table[]) => void;
  readonly log: (line: object) => void;
  /** The calling thread's clock at the call that is being answered. */
  readonly nowMs: () => number;
}

/** Answers the calls of the thread that started this one. */
export function serve(make: (outlet: Outlet) => Api): void {
  if (!parentPort) throw new Error('this module runs in a worker thread');
  const port = parentPort;
  const post = (message: FromWorker): void => {
    port.postMessage(message);
  };
  let clock = 0;
  const api: Api = make({
    nowMs: () => clock,
    changed: (tables) => {
      post({ kind: 'changed', tables });
    },
    log: (line) => {
      post({ kind: 'log', line });
    },
  });
  port.on('message', ({ id, method, args, nowMs }: Request) => {
    clock = nowMs;
    void answer(id, method, args);
  });

  async function answer(id: number, method: string, args: readonly unknown[]): Promise<void> {
    try {
      const work = api[method];
      if (!work) throw new RangeError(`no such call: ${method}`);
      post({ kind: 'answer', id, value: await work(...(args as never[])) });
    } catch (error) {
      const failure = storeFailure(error);
      post(failure ? { kind: 'failed', id, failure } : { kind: 'broke', id, error: unforeseen(error) });
    }
  }
}
