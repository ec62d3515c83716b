import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { planContentSchema, type PlanContent } from '../../../shared/domain/scoring/plan.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useDeed } from '../../data/use-deed.ts';
import type { DeskClient } from '../../host.ts';
import { PLANS } from './plans-text.ts';
import { criterionText } from './text.ts';

type Preview = Awaited<ReturnType<DeskClient['scoring']['previewPlan']>>;

export interface PlanPreviewProps {
  /** Null: it is new. */
  readonly planId: string | null;
  readonly content: PlanContent;
  /** Why it cannot be tried yet. */
  readonly objection: string | null;
  readonly onTried: () => void;
}

/** How many calls the plan would have drawn of the last period: looked at before anybody has work by it. */
export function PlanPreview({ planId, content, objection, onTried }: PlanPreviewProps): ReactNode {
  const [found, setFound] = useState<{ of: string; preview: Preview } | null>(null);
  const { busy, failure, act } = useDeed();
  const of = JSON.stringify(content);
  const look = (): void => {
    onTried();
    if (objection !== null) return;
    void act(async (desk) =>
      setFound({ of, preview: await desk.scoring.previewPlan({ planId, content: planContentSchema.parse(content) }) }),
    );
  };
  const preview = found?.of === of ? found.preview : null;
  return (
    <>
      {preview && (
        <output className="scoring-preview num">
          {PLANS.previewSays(preview.from, preview.to, preview.population, preview.drawn)}
          {content.criteria
            .map((criterion, at) => PLANS.previewOf(criterionText(criterion), preview.byCriterion[at] ?? 0))
            .join('、')}
          {preview.unassigned > 0 && content.inspectors.length > 0 && PLANS.previewUnassigned(preview.unassigned)}
        </output>
      )}
      {failure && <FailureNote failure={failure} look="line" />}
      <Button loading={busy} onClick={look}>
        {PLANS.preview}
      </Button>
    </>
  );
}
