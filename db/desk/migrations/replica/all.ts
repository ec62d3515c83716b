import type { Migration } from '../../migrate.ts';
import { replica } from './0001-replica.ts';
import { bareCount } from './0002-bare-count.ts';
import { queues } from './0003-queues.ts';
import { notices } from './0004-notices.ts';
import { asking } from './0005-asking.ts';
import { articleFiles } from './0007-article-files.ts';
import { referenceVersions } from './0006-reference-versions.ts';

/** In order; only ever appended to. */
export const REPLICA_MIGRATIONS: readonly Migration[] = [
  replica,
  bareCount,
  queues,
  notices,
  asking,
  referenceVersions,
  articleFiles,
];
