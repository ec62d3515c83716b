import type { Logger } from 'pino';
import type { Database } from '../db/central/database.ts';
import type { Pack } from '../shared/policy/pack.ts';
import type { Instant } from '../shared/instant.ts';
import { instant } from '../shared/instant.ts';

/** What every part of the centre works with. */
export interface Service {
  readonly db: Database;
  readonly log: Logger;
  readonly pack: Pack;
  readonly demo: boolean;
  readonly nowMs: () => number;
}

/** The centre's clock. */
export function now(service: Pick<Service, 'nowMs'>): Instant {
  return instant(service.nowMs());
}
