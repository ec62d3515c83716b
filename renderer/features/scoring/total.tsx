import { CheckCircleOutlined, CloseCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ScoreResult } from '../../../shared/domain/scoring/sheet.ts';
import { Tag } from '../../components/tags.tsx';
import { SHEET } from './text.ts';

/** The total with what it means; a dash while nothing is marked. */
export function Total({ result }: { result: ScoreResult | null }): ReactNode {
  return (
    <span className="scoring-total">
      <span className="muted">{SHEET.total}</span>{' '}
      <output className="num" aria-label={SHEET.total}>
        {result ? result.total.toFixed(1) : '—'}
      </output>
      {result && <Verdict result={result} />}
    </span>
  );
}

function Verdict({ result: { vetoed, passed } }: { result: ScoreResult }): ReactNode {
  if (vetoed)
    return (
      <Tag tone="bad" icon={<StopOutlined aria-hidden />}>
        {SHEET.vetoed}
      </Tag>
    );
  return passed ? (
    <Tag tone="good" icon={<CheckCircleOutlined aria-hidden />}>
      {SHEET.passed}
    </Tag>
  ) : (
    <Tag tone="warn" icon={<CloseCircleOutlined aria-hidden />}>
      {SHEET.failed}
    </Tag>
  );
}
