import type { ReactNode } from 'react';
import { DRAFT } from '../text.ts';
import { AccusedFields } from './accused-fields.tsx';
import { AttachmentField } from './attachment-field.tsx';
import { CallerFields, OptionFields } from './caller-fields.tsx';
import { CategoryField } from './category-field.tsx';
import { ChannelField } from './channel-field.tsx';
import { ContentFields } from './content-fields.tsx';
import { ManualCallFields } from './manual-call-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { SubjectField } from './subject-field.tsx';
import { useAttachments } from './use-attachments.ts';

/** The request, in one column of thought. Files may be dropped and pasted anywhere on it. */
export function DraftForm({ active }: { active: boolean }): ReactNode {
  const attachments = useAttachments();
  return (
    <form
      className="ct-form"
      aria-label={DRAFT.form}
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      {...attachments.zone}
    >
      <ManualCallFields />
      <CategoryField active={active} />
      <ContentFields active={active} />
      <SubjectField active={active} />
      <PlaceFields active={active} />
      <AccusedFields />
      <CallerFields />
      <div className="ct-closing">
        <OptionFields />
        <ChannelField />
        <AttachmentField actions={attachments} active={active} />
      </div>
    </form>
  );
}
