import { randomUUID } from 'node:crypto';
import { versionsOfForm } from '../../db/central/scoring-forms.ts';
import { lockPlan, putPlan } from '../../db/central/scoring-plans.ts';
import type { PlanContent, SamplingPlan } from '../../shared/domain/scoring/plan.ts';
import { fail } from '../../shared/failure.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf } from '../calls/log.ts';
import { now, type Service } from '../service.ts';
import { endScoring } from './keep.ts';

/**
 * Writes a plan. What it has drawn stays as it is.
 * @throws SCORING_CHANGED where somebody else was first, FORM_NOT_IN_FORCE for a form that is not there
 */
export async function savePlan(
  service: Service,
  session: LiveSession,
  {
    base,
    content,
  }: { readonly base: { readonly planId: string; readonly revision: number } | null; readonly content: PlanContent },
): Promise<SamplingPlan> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const before = base ? await lockPlan(tx, base.planId) : null;
    if (base && before?.revision !== base.revision) fail('SCORING_CHANGED');
    if ((await versionsOfForm(tx, content.formId)).length === 0) fail('FORM_NOT_IN_FORCE');
    const plan: SamplingPlan = {
      planId: before?.planId ?? randomUUID(),
      revision: (before?.revision ?? 0) + 1,
      content,
      enabledSince: content.enabled ? (before?.enabledSince ?? at) : null,
      by: authorOf(session.actor),
      at,
    };
    await putPlan(tx, plan);
    const { name, every, enabled, criteria, teamId, inspectors, formId } = content;
    const detail = {
      revision: plan.revision,
      name,
      every,
      enabled,
      formId,
      teamId,
      inspectors,
      criteria: criteria.map((criterion) => JSON.stringify(criterion)),
    };
    await endScoring(tx, service, [auditOf(session, at, 'scoring.planSaved', plan.planId, detail)]);
    return plan;
  });
}
