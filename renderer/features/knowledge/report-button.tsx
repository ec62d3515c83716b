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
  // Said of what was reported, and gone with it: beside another article it would be a lie.
  const [told, setTold] = useState({ about: '', text: '' });
  const about = article?.articleId ?? query;
  const show = (): void => {
    setTold({ about, text: '' });
    setOpen(true);
  };
  useKey('reportArticle', show, active && !open);
  return (
    <>
      {told.text && told.about === about && <output className="kn-told">{told.text}</output>}
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
            setTold({ about, text: TEXT.reported(FEEDBACK_KIND_NAMES[kind], clockTimeSeconds(msOf(at))) });
          }}
        />
      )}
    </>
  );
}
