import { randomUUID } from 'node:crypto';
import { writeLog } from '../../db/central/log.ts';
import type { FileFormat } from '../../shared/contract/exports.ts';
import type { ExportAsked } from '../../shared/contract/reports.ts';
import { beijingWallClock } from '../../shared/sheet/sheet.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { narrows, NO_FILTER, type Filter } from '../../shared/figures/facets.ts';
import { saidFilter } from '../../shared/figures/filter-text.ts';
import { readNames } from './names.ts';
import { now, type Service } from '../service.ts';
import { EXPORT } from './text.ts';

/** What leaves the centre, as the audit log keeps it. */
interface Leaving {
  readonly what: ExportAsked['what'];
  readonly from: string;
  readonly to: string;
  readonly filter?: Filter | undefined;
  readonly format: FileFormat | 'paper';
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
  { what, from, to, filter = NO_FILTER, ...more }: Leaving,
): Promise<string> {
  const at = now(service);
  const reference = randomUUID().slice(0, 8);
  const said = narrows(filter) ? saidFilter(filter, (await readNames(service.db)).unit) : '';
  const detail = { what, from, to, ...more, ...(said === '' ? {} : { filter: said }), reference };
  const entry = { at, accountId: actor.accountId, deskId, action: 'report.export', subject: null, detail };
  await service.db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
  return EXPORT.mark(`${actor.jobNumber} ${actor.name}`, beijingWallClock(at), reference, said);
}
