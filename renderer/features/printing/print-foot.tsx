import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useKey, useTip } from '../../keys/keys.ts';
import { TEXT } from './text.ts';

export interface PrintFootProps {
  /** Nothing can be handed out now: it is under way, or nothing has been seen yet. */
  readonly still: boolean;
  /** What has just been recorded. */
  readonly done: string | null;
  readonly onIssue: (as: 'paper' | 'pdf') => void;
}

/** The two ways out; inside the dialog, so that their keys are the dialog's. */
export function PrintFoot({ still, done, onIssue }: PrintFootProps): ReactNode {
  useKey('primary', () => onIssue('paper'), !still);
  useKey('print', () => onIssue('paper'), !still);
  return (
    <>
      {done !== null && <output className="print-done">{TEXT.recorded(done)}</output>}
      <Button icon={<FilePdfOutlined aria-hidden />} disabled={still} onClick={() => onIssue('pdf')}>
        {TEXT.savePdf}
      </Button>
      <Button
        type="primary"
        icon={<PrinterOutlined aria-hidden />}
        title={useTip('primary', TEXT.print)}
        disabled={still}
        onClick={() => onIssue('paper')}
      >
        {TEXT.print}
      </Button>
    </>
  );
}
