import type { ReactNode } from 'react';
import { MODE_NAMES } from '../../../../shared/domain/order.ts';
import { limitName } from '../../../../shared/policy/limit.ts';
import { useMinute } from '../../../data/clock.ts';
import { KeyHint } from '../../../keys/keys.ts';
import { useEntry } from '../drafts.tsx';
import { useInsights } from '../insights.tsx';
import { proposedMode } from '../model/commands.ts';
import { OUTCOME } from '../text.ts';
import { lastDay, usePolicy } from './use-policy.ts';

/** 拟: what this request most likely ends by, with its unit and deadline, before anything is chosen. */
export function Proposal(): ReactNode {
  const mode = useEntry(({ form }) => proposedMode(form));
  const begun = useEntry(({ form }) => form.category !== null || form.content.trim() !== '');
  const [best] = useInsights().units;
  const policy = usePolicy();
  const now = useMinute('centre');
  if (!begun) return <p className="ct-proposal faint">{OUTCOME.howTo}</p>;
  const deadline = policy?.forward ?? null;
  const article = mode === 'forward' ? deadline?.article : policy?.modes.find((rule) => rule.mode === mode)?.article;
  return (
    <p className="ct-proposal num">
      <span className="faint">{OUTCOME.proposed}</span> <b>{MODE_NAMES[mode]}</b>{' '}
      {mode === 'forward' && best && <span className="ellipsis">→ {best.unit.name}</span>}
      {mode === 'forward' && deadline && (
        <span className="ct-proposal-limit">
          {OUTCOME.limit(limitName(deadline.limit), lastDay(deadline.due, now))}
        </span>
      )}
      {article && <span className="ct-proposal-article ellipsis faint">{article}</span>}
      <KeyHint action="primary" always />
    </p>
  );
}
