import type { LiveEvent } from '../../shared/contract/central.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { Envelope } from '../../shared/sync/envelope.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { Entity, OrderRecord, Row } from '../../shared/sync/feed.ts';

export interface TestAccount {
  actor: Actor;
  password: string;
}

/** What a test may do to the centre and look at in it. */
export interface TestCentre {
  readonly url: string;
  readonly orders: Map<string, OrderRecord>;
  /** Every command that took effect, in the order in which it did. */
  readonly taken: Envelope[];
  /** Every delivery, repeated ones too. */
  readonly pushes: Envelope[][];
  readonly files: Map<string, Buffer>;
  readonly calls: string[];
  readonly drafts: DraftDesk;
  /** Job numbers signed in now. */
  signedIn(): string[];
  /** What an account may do and see from now on, without anybody being told. */
  setActor(actor: Actor): void;
  /** Whether the centre, without having told anybody, still lets its units take orders. */
  unitOpen: boolean;
  /** Called before each procedure; throw a failure to have it answered. */
  intercept: (path: string) => void | Promise<void>;
  /** The next push takes effect and its answer is lost. */
  loseNextAnswer(): void;
  /** The centre's history is another one now, as after a backup: everybody has to load anew. */
  forget(): void;
  /** Writes a row of the centre's own accord. */
  put(row: Row): void;
  drop(entity: Entity, id: string): void;
  say(event: LiveEvent): void;
  /** The centre is gone; nothing of what it holds is. */
  down(): Promise<void>;
  up(): Promise<void>;
}

export interface TestCentreOptions {
  readonly accounts: readonly TestAccount[];
  readonly units: readonly Unit[];
  readonly subjects?: readonly Subject[];
  readonly articles?: readonly Article[];
  readonly nowMs?: () => number;
  readonly leaseMs?: number;
  readonly protocolFloor?: () => number;
}
