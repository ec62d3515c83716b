import type { Migration } from '../../migrate.ts';
import { desk } from './0001-desk.ts';

/** In order; only ever appended to. */
export const OUTBOX_MIGRATIONS: readonly Migration[] = [desk];
