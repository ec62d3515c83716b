import { FlagOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ArticleRef } from '../../../shared/domain/article.ts';
import { FEEDBACK_KIND_NAMES } from '../../../shared/domain/knowledge/feedback.ts';
import { msOf } from '../../../shared/instant.ts';
import { clockTimeSeconds } from '../../components/times.ts';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { FeedbackDialog } from './feedback-dialog.tsx';
import { TEXT } from './text.ts';

export interface ReportButtonProps {
  readonly article: ArticleRef | null;
  /** What was asked for. */
  readonly query: string;
  readonly active: boolean;
}

/** 反馈 on what is before the operator, by its key in mid-call. */
export function ReportButton({ article, query, active }: ReportButtonProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState('');
  const show = (): void => {
    setTold('');
    setOpen(true);
  };
  useKey('reportArticle', show, active && !open);
  return (
    <>
      {told && <output className="kn-told">{told}</output>}
      <Button
        className="key-host"
        icon={<FlagOutlined aria-hidden />}
        title={useTip('reportArticle', TEXT.report)}
        onClick={show}
      >
        {TEXT.reportKey}
        <KeyHint action="reportArticle" />
      </Button>
      {open && (
        <FeedbackDialog
          article={article}
          query={query}
          onClose={() => setOpen(false)}
          onReported={(kind, at) => {
            setOpen(false);
            setTold(TEXT.reported(FEEDBACK_KIND_NAMES[kind], clockTimeSeconds(msOf(at))));
          }}
        />
      )}
    </>
  );
}
