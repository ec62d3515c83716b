import type { AuditDetail } from '../../db/central/audit.ts';
import type { Writer } from '../../db/central/database.ts';
import { findScoringForm } from '../../db/central/scoring-forms.ts';
import { lockScoring, updateScoring } from '../../db/central/scorings.ts';
import { scoringObjection } from '../../shared/domain/scoring/acts.ts';
import type { ScoringForm } from '../../shared/domain/scoring/form.ts';
import type { Scoring, ScoringAct } from '../../shared/domain/scoring/scoring.ts';
import { fail } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf } from '../calls/log.ts';
import type { Telling } from '../notices/make.ts';
import { now, type Service } from '../service.ts';
import { endScoring } from './keep.ts';

/** What an act makes of a scoring: what changes, what the log says, who is told. */
export interface Changed {
  readonly scoring: Scoring;
  readonly detail?: AuditDetail;
  readonly tellings?: readonly Telling[];
}

export interface ActOn {
  readonly id: string;
  /** As it was read; absent: as it stands. */
  readonly revision?: number;
  readonly act: ScoringAct;
  /** In the log. */
  readonly action: string;
}

/** What an act works on; the row is locked. */
export interface ActContext {
  readonly tx: Writer;
  readonly scoring: Scoring;
  readonly form: ScoringForm;
  readonly at: Instant;
}

/**
 * One act on one scoring: in one transaction it is locked, asked what stands against it, changed, logged and told.
 * @throws SCORING_NOT_FOUND, SCORING_CHANGED where it is not as it was read, and what {@link scoringObjection} names
 */
export async function actOn(
  service: Service,
  session: LiveSession,
  { id, revision, act, action }: ActOn,
  change: (context: ActContext) => Promise<Changed> | Changed,
): Promise<Scoring> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const before = (await lockScoring(tx, id)) ?? fail('SCORING_NOT_FOUND');
    const objection = scoringObjection(act, before, session.actor, at);
    if (objection) fail(objection);
    if (revision !== undefined && revision !== before.revision) fail('SCORING_CHANGED');
    const form = await findScoringForm(tx, before.formId, before.formVersion);
    if (!form) throw new Error(`scoring ${id} has no form`);
    const { scoring, detail, tellings } = await change({ tx, scoring: before, form, at });
    const after = { ...scoring, revision: before.revision + 1 };
    await updateScoring(tx, after);
    await endScoring(tx, service, [auditOf(session, at, action, id, detail ?? {})], tellings);
    return after;
  });
}
