import type { Author } from '../../../shared/domain/people.ts';
import type { ScoringForm } from '../../../shared/domain/scoring/form.ts';
import type { SamplingPlan } from '../../../shared/domain/scoring/plan.ts';
import type { DeskClient } from '../../host.ts';
import { useDeskQuery, type DeskQuery } from '../../data/use-query.ts';

type People = Awaited<ReturnType<DeskClient['scoring']['people']>>;

const NOBODY: People = { inspectors: [], agents: [], teams: [] };

/** Who can be chosen in the fields; nobody until the centre has said. */
export function useScoringPeople(): People {
  const { data } = useDeskQuery({ key: ['scoring-people'], tables: [], run: (desk) => desk.scoring.people() });
  return data ?? NOBODY;
}

/** All versions of all forms, the newest first. */
export function useScoringForms(): DeskQuery<readonly ScoringForm[]> {
  return useDeskQuery<readonly ScoringForm[]>({
    key: ['scoring-forms'],
    tables: ['calls'],
    run: (desk) => desk.scoring.forms(),
  });
}

export function useScoringPlans(enabled: boolean): DeskQuery<readonly SamplingPlan[]> {
  return useDeskQuery<readonly SamplingPlan[]>({
    key: ['scoring-plans'],
    tables: ['calls'],
    run: (desk) => desk.scoring.plans(),
    enabled,
  });
}

export function personOption<P extends Author>({
  accountId,
  jobNumber,
  name,
}: P): {
  value: P['accountId'];
  label: string;
} {
  return { value: accountId, label: `${jobNumber} ${name}` };
}

/** Forms by name, each once, by which is or will be scored. */
export function formOptions(forms: readonly ScoringForm[]): { value: string; label: string }[] {
  const names = new Map<string, string>();
  for (const { formId, state, content } of forms)
    if (state === 'released' && !names.has(formId)) names.set(formId, content.name);
  return [...names].map(([value, label]) => ({ value, label }));
}
