import { writeLog } from '../../db/central/log.ts';
import { putCatalogue, referenceRows, removeCatalogue } from '../../db/central/reference.ts';
import type { CatalogueEntry } from '../../shared/domain/catalogue.ts';
import type { SubjectId, UnitId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';

/** A line of the dispatch catalogue as a dispatcher wants it; `unitId` null takes it out. */
interface Wanted {
  readonly subjectId: SubjectId;
  readonly unitId: UnitId | null;
  readonly note: string;
}

const SCOPE = { sensitivity: 'normal', unitId: null } as const;

/**
 * Sets, changes or takes out which unit a subject goes to.
 * @returns the line as it is now; null where there is none any more
 * @throws SUBJECT_NOT_FOUND, UNIT_NOT_FOUND, UNIT_CLOSED
 */
export async function setCatalogue(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  { subjectId, unitId, note }: Wanted,
): Promise<CatalogueEntry | null> {
  const at = now(service);
  const { actor, deskId } = session;
  const audit = [
    {
      at,
      accountId: actor.accountId,
      deskId,
      action: 'office.catalogue',
      subject: subjectId,
      detail: { unitId, note },
    },
  ];
  return service.db.transaction(async (tx) => {
    if (unitId === null) {
      const version = await removeCatalogue(tx, subjectId);
      if (version === null) return null;
      const drop = { entity: 'catalogue', id: subjectId, version: version + 1, op: 'drop', scope: SCOPE } as const;
      await writeLog(tx, { at, audit, changes: [drop] });
      return null;
    }
    if ((await referenceRows(tx, 'subject', [subjectId])).length === 0) fail('SUBJECT_NOT_FOUND');
    const [unit] = await referenceRows(tx, 'unit', [unitId]);
    if (!unit) fail('UNIT_NOT_FOUND');
    if (!unit.open) fail('UNIT_CLOSED', { detail: unit.name });
    const [before] = await referenceRows(tx, 'catalogue', [subjectId]);
    const version = (before?.version ?? 0) + 1;
    const entry: CatalogueEntry = { id: subjectId, version, unitId, note, updatedBy: authorOf(actor), updatedAt: at };
    await putCatalogue(tx, [entry]);
    const put = { entity: 'catalogue', id: subjectId, version, op: 'put', scope: SCOPE } as const;
    await writeLog(tx, { at, audit, changes: [put] });
    return entry;
  });
}
