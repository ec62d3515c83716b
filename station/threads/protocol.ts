import type { Table } from '../../shared/contract/desk.ts';
import { FailureError, failure, type Failure } from '../../shared/failure.ts';

/** What a worker thread offers: named functions over structured-clonable data. */
export type Api = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface Request {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
  /** The caller's clock: a thread has none of its own, so that time can be injected in one place. */
  readonly nowMs: number;
}

/** An error that nobody foresaw, without its message: messages may quote what a caller said. */
export interface Unforeseen {
  readonly name: string;
  readonly code: string | null;
  readonly frames: readonly string[];
}

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'broke'; readonly id: number; readonly error: Unforeseen }
  | { readonly kind: 'changed'; readonly tables: readonly Table[] }
  | { readonly kind: 'log'; readonly line: object };

/** An unforeseen error from a worker thread, as the calling thread sees it. */
export class WorkerError extends Error {
  readonly unforeseen: Unforeseen;
  constructor(error: Unforeseen) {
    super(error.name);
    this.name = 'WorkerError';
    this.unforeseen = error;
  }
}

/** What may be written to the log of an error: never its message. */
export function unforeseen(error: unknown): Unforeseen {
  if (error instanceof WorkerError) return error.unforeseen;
  if (!(error instanceof Error)) return { name: typeof error, code: null, frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, code: codeOf(error), frames: frames.slice(0, 8).map((line) => line.trim()) };
}

function codeOf(error: Error): string | null {
  if (error instanceof FailureError) return error.failure.code;
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** The failure of a call whose worker died under it: nothing is known of its effect, and it may be made again. */
export function threadLost(): FailureError {
  return new FailureError(failure('UNEXPECTED', { retryAfterMs: 200 }));
}
