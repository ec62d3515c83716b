import type { Migration } from '../../migrate.ts';
import { replica } from './0001-replica.ts';

/** In order; only ever appended to. */
export const REPLICA_MIGRATIONS: readonly Migration[] = [replica];
