import { FlagOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { FeedbackDialog } from './feedback-dialog.tsx';
import { reportedLine, type Reported, type ReportSubject } from './reported.ts';
import { TEXT } from './text.ts';

export interface ReportButtonProps extends ReportSubject {
  /** What the operator has turned to by hand: what was said of a report goes with it. */
  readonly turn: string;
  readonly active: boolean;
}

/** 反馈 on what is before the operator, by its key in mid-call. */
export function ReportButton({ article, query, turn, active }: ReportButtonProps): ReactNode {
  // Results go on changing behind the dialog: it stays with what was before the operator when they asked for it.
  const [about, setAbout] = useState<ReportSubject | null>(null);
  const [reported, setReported] = useState<Reported | null>(null);
  const show = (): void => {
    setReported(null);
    setAbout({ article, query });
  };
  useKey('reportArticle', show, active && !about);
  const line = reportedLine(reported, { article, query }, turn);
  return (
    <>
      {line && <output className="kn-told">{line}</output>}
      <Button
        className="key-host"
        icon={<FlagOutlined aria-hidden />}
        title={useTip('reportArticle', TEXT.report)}
        onClick={show}
      >
        {TEXT.reportKey}
        <KeyHint action="reportArticle" />
      </Button>
      {about && (
        <FeedbackDialog
          {...about}
          onClose={() => setAbout(null)}
          onReported={(kind, at) => {
            setAbout(null);
            setReported({ about, kind, at, turn });
          }}
        />
      )}
    </>
  );
}
