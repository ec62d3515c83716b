import { Button } from 'antd';
import { CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { describeFailure, type Failure } from '../../shared/failure.ts';

export interface FailureNoteProps {
  readonly failure: Failure;
  /** `line`: one line beside a field; `block` (default): a panel. */
  readonly look?: 'line' | 'block';
  readonly onRetry?: (() => void) | undefined;
  readonly retryLabel?: string;
  /** Further actions, to the right. */
  readonly children?: ReactNode;
}

/** What happened, what to do next, the article behind it and the reference to read out: always together. */
export function FailureNote(props: FailureNoteProps): ReactNode {
  const { failure, look = 'block', onRetry, retryLabel = '重试', children } = props;
  const { sentence, next, article, reference } = describeFailure(failure);
  const facts = [article && `依据 ${article}`, reference && `编号 ${reference}`].filter(Boolean).join(' · ');
  return (
    <div className={`failure-note failure-note-${look}`} role="alert">
      <span className="failure-note-icon" aria-hidden>
        {failure.code === 'UNEXPECTED' ? <CloseCircleFilled /> : <ExclamationCircleFilled />}
      </span>
      <div className="failure-note-text">
        <span className="failure-note-sentence">{sentence}</span>
        <span className="failure-note-next">{next}</span>
        {facts && <span className="failure-note-facts num">{facts}</span>}
      </div>
      {(onRetry ?? children) && (
        <div className="failure-note-actions">
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {retryLabel}
            </Button>
          )}
          {children}
        </div>
      )}
    </div>
  );
}
