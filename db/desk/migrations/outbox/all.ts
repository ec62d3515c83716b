import type { Migration } from '../../migrate.ts';
import { desk } from './0001-desk.ts';
import { readNotices } from './0002-read-notices.ts';
import { sayAgain } from './0003-say-again.ts';
import { writings } from './0004-writings.ts';
import { deskSettings } from './0005-desk-settings.ts';
import { knowledge } from './0006-knowledge.ts';
import { shelf } from './0007-shelf.ts';
import { handedDrafts } from './0008-handed-drafts.ts';
import { draftsUnconfirmed } from './0009-drafts-unconfirmed.ts';

/** In order; only ever appended to. */
export const OUTBOX_MIGRATIONS: readonly Migration[] = [
  desk,
  readNotices,
  sayAgain,
  writings,
  deskSettings,
  knowledge,
  shelf,
  handedDrafts,
  draftsUnconfirmed,
];
