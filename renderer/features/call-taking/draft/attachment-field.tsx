import { CloseOutlined, FileOutlined, PaperClipOutlined, SoundOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import type { Attachment } from '../../../../shared/domain/order.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { KeyHint, useKey, useTip } from '../../../keys/keys.ts';
import { useEntry } from '../drafts.tsx';
import { fieldId } from '../focus.ts';
import { sizeText } from '../model/files.ts';
import { DRAFT, FIELD_LABELS } from '../text.ts';
import type { AttachmentActions } from './use-attachments.ts';
import { FieldError } from './field.tsx';

/** 附件: picked here, or dropped and pasted anywhere on the form. */
export function AttachmentField({ actions, active }: { actions: AttachmentActions; active: boolean }): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  const attachments = useEntry(({ form }) => form.attachments);
  const tip = useTip('attach', DRAFT.attach);
  useKey('attach', () => picker.current?.click(), active);
  return (
    <div className="ct-attachments">
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={FIELD_LABELS.attachments}
        onChange={(event) => {
          const { files } = event.target;
          if (files) actions.add([...files]);
          event.target.value = '';
        }}
      />
      <Button
        id={fieldId('attachments')}
        className="key-host"
        title={tip}
        icon={<PaperClipOutlined aria-hidden />}
        loading={actions.adding > 0}
        onClick={() => picker.current?.click()}
      >
        {FIELD_LABELS.attachments}
        <KeyHint action="attach" />
      </Button>
      {attachments.length === 0 && <span className="ct-attach-hint faint ellipsis">{DRAFT.attachHint}</span>}
      {attachments.map((attachment) => (
        <span key={attachment.id} className="ct-attachment">
          <Thumbnail attachment={attachment} />
          <span className="ellipsis" title={attachment.name}>
            {attachment.name}
          </span>
          <span className="faint num">{sizeText(attachment.size)}</span>
          <button
            type="button"
            className="ct-icon-button"
            aria-label={DRAFT.removeAttachment(attachment.name)}
            onClick={() => actions.remove(attachment.id)}
          >
            <CloseOutlined aria-hidden />
          </button>
        </span>
      ))}
      <FieldError name="attachments" />
    </div>
  );
}

/** Larger pictures are shown by their name: a form is not an album. */
const THUMBNAIL_BYTES = 4 * 1024 * 1024;

function Thumbnail({ attachment }: { attachment: Attachment }): ReactNode {
  const { id, mime, size } = attachment;
  const picture = mime.startsWith('image/') && size <= THUMBNAIL_BYTES;
  const { data } = useDeskQuery({
    key: ['attachment', id],
    tables: [],
    run: (desk) => desk.attachments.read({ id }),
    enabled: picture,
  });
  if (picture && data) return <img className="ct-thumbnail" src={`data:${mime};base64,${data.base64}`} alt="" />;
  if (mime.startsWith('audio/')) return <SoundOutlined aria-hidden />;
  if (mime.startsWith('video/')) return <VideoCameraOutlined aria-hidden />;
  return <FileOutlined aria-hidden />;
}
