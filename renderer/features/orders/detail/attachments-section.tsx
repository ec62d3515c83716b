import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Attachment } from '../../../../shared/domain/order.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { failureOf } from '../../../data/failure-of.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { DETAIL } from '../text.ts';
import { canShowInBrowser, fileBlob, sizeWords } from './files.ts';
import { Section } from './section.tsx';

/** Files of the order; opened or saved from what this desk holds. */
export function AttachmentsSection({ attachments }: { attachments: readonly Attachment[] }): ReactNode {
  const desk = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  if (attachments.length === 0) return null;

  const take = async (attachment: Attachment, act: (url: string) => void): Promise<void> => {
    try {
      const { base64, mime } = await desk.attachments.read({ id: attachment.id });
      const url = URL.createObjectURL(fileBlob(base64, mime));
      act(url);
      // The new window or the download has taken hold of the bytes by then.
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Section title={DETAIL.attachments}>
      {failure && <FailureNote failure={failure} look="line" />}
      <ul className="order-files">
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <PaperClipOutlined aria-hidden />
            <span className="order-file-name">{attachment.name}</span>
            <span className="order-faint num">{sizeWords(attachment.size)}</span>
            {canShowInBrowser(attachment.mime) && (
              <Button
                type="link"
                size="small"
                aria-label={DETAIL.openAttachment(attachment.name)}
                onClick={() => void take(attachment, openFile)}
              >
                {DETAIL.open}
              </Button>
            )}
            <Button
              type="link"
              size="small"
              aria-label={DETAIL.saveAttachment(attachment.name)}
              onClick={() => void take(attachment, (url) => saveFile(url, attachment.name))}
            >
              {DETAIL.save}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function openFile(url: string): void {
  window.open(url, '_blank', 'noopener');
}

function saveFile(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
