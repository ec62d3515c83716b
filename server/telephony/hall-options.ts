import type { CallRecord } from '../../shared/domain/call.ts';
import type { CallId } from '../../shared/domain/ids.ts';
import type { CallPlan } from './plan.ts';
import type { TelephonyPort } from './port.ts';
import type { Scheduler } from './scheduler.ts';

export interface HallOptions {
  /** Connected by the hall, and closed with it. */
  readonly port: TelephonyPort;
  /** 话后整理, seconds. */
  readonly wrapUpSeconds: number;
  /** How long a phone rings before the call moves on, seconds. */
  readonly ringSeconds?: number;
  /** Whom each call is for; asked anew each time, so that what the centre changes counts at once. */
  readonly plan?: CallPlan;
  /** Where calls are written down; told before the exchange is asked for the first time, so that it hears everything. */
  readonly book?: CallBook;
  readonly scheduler?: Scheduler;
  /** pino's own signature. */
  readonly log?: { warn(what: object, message: string): void };
}

/** Writes down what becomes of calls. */
export interface CallBook {
  /** A living call at each change, as its record would be by now. */
  seen(record: CallRecord): void;
  ended(record: CallRecord): void;
  /** The exchange has told everything it knows: what is not among these lives no more. */
  rebuilt(living: ReadonlySet<CallId>): void;
}
