import type { ReactNode } from 'react';
import { MODE_NAMES } from '../../../../shared/domain/order.ts';
import { limitSaid } from '../../../components/due.ts';
import { useMinute } from '../../../data/clock.ts';
import { useRules } from '../../../data/rules.ts';
import { KeyHint } from '../../../keys/keys.ts';
import { useEntry } from '../drafts.tsx';
import { useInsights } from '../insights.tsx';
import { citationOfWay, proposedWay, waysOf } from '../model/ways.ts';
import { OUTCOME } from '../text.ts';
import { useForwardLimit } from './use-limit.ts';

/** 拟: what this request most likely ends by, with its unit and deadline, before anything is chosen. */
export function Proposal(): ReactNode {
  const pack = useRules()?.pack ?? null;
  const mode = useEntry(({ form }) => proposedWay(form, waysOf(pack)));
  const begun = useEntry(({ form }) => form.category !== null || form.content.trim() !== '');
  const [best] = useInsights().units;
  const limit = useForwardLimit();
  const now = useMinute('centre');
  if (!begun) return <p className="ct-proposal faint">{OUTCOME.howTo}</p>;
  const forward = mode === 'forward';
  const deadline = forward ? (limit?.deadline ?? null) : null;
  const article = deadline ? deadline.article : pack && citationOfWay(pack, mode)?.article;
  return (
    <p className="ct-proposal num">
      <span className="faint">{OUTCOME.proposed}</span> <b>{MODE_NAMES[mode]}</b>{' '}
      {forward && best && <span className="ellipsis">→ {best.unit.name}</span>}
      {deadline && <span className="ct-proposal-limit">{limitSaid(deadline, now)}</span>}
      {article && <span className="ct-proposal-article ellipsis faint">{article}</span>}
      <KeyHint action="primary" always />
    </p>
  );
}
