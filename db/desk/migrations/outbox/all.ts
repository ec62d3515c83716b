import type { Migration } from '../../migrate.ts';
import { desk } from './0001-desk.ts';
import { readNotices } from './0002-read-notices.ts';
import { sayAgain } from './0003-say-again.ts';
import { writings } from './0004-writings.ts';

/** In order; only ever appended to. */
export const OUTBOX_MIGRATIONS: readonly Migration[] = [desk, readNotices, sayAgain, writings];
