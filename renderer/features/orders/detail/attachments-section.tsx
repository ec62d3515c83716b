import type { ReactNode } from 'react';
import type { Attachment } from '../../../../shared/domain/order.ts';
import { FileList } from '../../../components/file-list.tsx';
import { DETAIL } from '../text.ts';
import { Section } from './section.tsx';

/** Files of the order; opened or saved from what this desk holds. */
export function AttachmentsSection({ attachments }: { attachments: readonly Attachment[] }): ReactNode {
  if (attachments.length === 0) return null;
  return (
    <Section title={DETAIL.attachments}>
      <FileList label={DETAIL.attachments} files={attachments} read={(desk, { id }) => desk.attachments.read({ id })} />
    </Section>
  );
}
