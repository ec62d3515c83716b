import { writeLog } from '../../db/central/log.ts';
import { countReference, referenceRows } from '../../db/central/reference.ts';
import type { Migrator, Writer } from '../../db/central/database.ts';
import { lockTie, putSynonyms, updateTie } from '../../db/central/wording.ts';
import { fail } from '../../shared/failure.ts';
import type { SynonymRow, Tie } from '../../shared/domain/wording.ts';
import { SHIPPED_SYNONYMS } from '../../shared/search/synonyms.ts';
import type { Instant } from '../../shared/instant.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';

const SCOPE = { sensitivity: 'normal', unitId: null } as const;

type Session = Pick<LiveSession, 'actor' | 'deskId'>;

/**
 * Takes a learned wording out, or back in; it stays known either way, so that the next call does not bring it back.
 * @throws WORDING_NOT_FOUND
 */
export async function setTie(
  service: Service,
  { actor, deskId }: Session,
  { id, removed }: { readonly id: string; readonly removed: boolean },
): Promise<Tie> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const before = await lockTie(tx, id);
    if (!before) fail('WORDING_NOT_FOUND');
    const tie: Tie = { ...before, version: before.version + 1, state: removed ? 'removed' : 'active' };
    await updateTie(tx, tie);
    await writeLog(tx, {
      at,
      changes: [{ entity: 'tie', id, version: tie.version, op: 'put', scope: SCOPE }],
      audit: [
        {
          at,
          accountId: actor.accountId,
          deskId,
          action: 'wording.tie',
          subject: tie.articleId,
          detail: { id, removed },
        },
      ],
    });
    return tie;
  });
}

/** Sets a row of words that mean the same; without words it is taken out. */
export async function setSynonyms(
  service: Service,
  { actor, deskId }: Session,
  { id, words }: { readonly id: string; readonly words: readonly string[] },
): Promise<SynonymRow> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const [before] = await referenceRows(tx, 'synonym', [id]);
    const row: SynonymRow = {
      id,
      version: (before?.version ?? 0) + 1,
      words: [...new Set(words)],
      state: words.length > 1 ? 'active' : 'removed',
    };
    await putSynonyms(tx, [row]);
    await writeLog(tx, {
      at,
      changes: [synonymChange(row)],
      audit: [
        {
          at,
          accountId: actor.accountId,
          deskId,
          action: 'wording.synonyms',
          subject: null,
          detail: { id, words: row.words },
        },
      ],
    });
    return row;
  });
}

/** Gives a centre that has none the words that are shipped; its editors keep them from then on. */
export async function shipSynonyms(tx: Writer & Pick<Migrator, 'script'>, at: Instant): Promise<void> {
  if ((await countReference(tx, 'synonym')) > 0) return;
  const rows = SHIPPED_SYNONYMS.map((words, place): SynonymRow => ({
    id: `shipped-${String(place + 1).padStart(3, '0')}`,
    version: 1,
    words: [...words],
    state: 'active',
  }));
  await putSynonyms(tx, rows);
  await writeLog(tx, { at, changes: rows.map(synonymChange) });
}

function synonymChange({ id, version }: SynonymRow) {
  return { entity: 'synonym', id, version, op: 'put', scope: SCOPE } as const;
}
