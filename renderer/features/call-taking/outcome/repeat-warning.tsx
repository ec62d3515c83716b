import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useInsights } from '../insights.tsx';
import { likelyRepeat } from '../model/similar.ts';
import { OUTCOME } from '../text.ts';
import { useContinue } from '../use-continue.ts';

/** Before a new order is saved: the same caller has one open about the same matter. Quiet, and nothing is blocked. */
export function RepeatWarning(): ReactNode {
  const repeat = likelyRepeat(useInsights().similar);
  const { begin } = useContinue();
  if (!repeat) return null;
  return (
    <p className="ct-warning" role="note">
      <WarningOutlined aria-hidden />
      <span className="ellipsis">{OUTCOME.repeat(repeat.number ?? repeat.provisionalNumber, repeat.summary)}</span>
      <Button size="small" type="link" onClick={() => begin(repeat, 'supplement')}>
        {OUTCOME.continueInstead}
      </Button>
    </p>
  );
}
