import { randomUUID } from 'node:crypto';
import { writeLog } from '../../db/central/log.ts';
import type { ExportWanted, FileFormat } from '../../shared/contract/exports.ts';
import { beijingWallClock } from '../../shared/sheet/sheet.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { narrows, NO_FILTER, type Filter } from '../../shared/figures/facets.ts';
import { saidFilter } from '../../shared/figures/filter-text.ts';
import { readNames } from './names.ts';
import { now, type Service } from '../service.ts';
import { EXPORT } from './text.ts';

/** What leaves the centre, as the audit log keeps it. */
export interface Leaving {
  readonly what: ExportWanted['asked']['what'];
  readonly from: string;
  readonly to: string;
  /** What it was narrowed to, in words; `''`: nothing. */
  readonly filter: string;
  readonly format: FileFormat | 'paper';
  /** By what it is broken down. */
  readonly by?: string;
  /** Lines of it, where they are known. */
  readonly rows?: number;
}

/**
 * Writes down that figures or orders leave the centre, before they do. T2, H19, J5.
 * @returns what stands on the file or paper: who took it, when, and the reference under which it is on record
 */
export async function markExport(
  service: Pick<Service, 'db' | 'nowMs'>,
  { actor, deskId }: Pick<LiveSession, 'actor' | 'deskId'>,
  { filter, ...leaving }: Leaving,
): Promise<string> {
  const at = now(service);
  const reference = randomUUID().slice(0, 8);
  const detail = { ...leaving, ...(filter === '' ? {} : { filter }), reference };
  const entry = { at, accountId: actor.accountId, deskId, action: 'report.export', subject: null, detail };
  await service.db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
  return EXPORT.mark(`${actor.jobNumber} ${actor.name}`, beijingWallClock(at), reference, filter);
}

/** A filter in words; `''`: nothing is narrowed. */
export async function wordsOf(db: Service['db'], filter: Filter = NO_FILTER): Promise<string> {
  return narrows(filter) ? saidFilter(filter, (await readNames(db)).unit) : '';
}
