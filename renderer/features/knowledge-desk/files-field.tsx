import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { isPicture, type ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { FileList } from '../../components/file-list.tsx';
import { EDITOR_TEXT } from './editor-text.ts';
import type { FilesOfDraft } from './use-article-files.ts';

const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.gif,.webp';

export interface FilesFieldProps {
  readonly files: readonly ArticleFile[];
  readonly work: FilesOfDraft;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onPlace: (file: ArticleFile) => void;
  readonly onRemove: (id: AttachmentId) => void;
}

/** 附件 of an article, and the pictures of its text among them. */
export function FilesField({ files, work, onAdd, onPlace, onRemove }: FilesFieldProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="act-field">
      <div className="act-field-head">
        <span>{EDITOR_TEXT.files}</span>
        <span className="order-faint">{EDITOR_TEXT.filesHint}</span>
      </div>
      <FileList
        label={EDITOR_TEXT.files}
        files={files}
        read={(desk, { id }) => desk.knowledgeDesk.file({ id })}
        renderMore={(file) => (
          <>
            {isPicture(file) && (
              <Button
                type="link"
                size="small"
                aria-label={EDITOR_TEXT.placeFile(file.name)}
                onClick={() => onPlace(file)}
              >
                {EDITOR_TEXT.place}
              </Button>
            )}
            <Button
              type="link"
              size="small"
              danger
              aria-label={EDITOR_TEXT.removeFile(file.name)}
              onClick={() => onRemove(file.id)}
            >
              {EDITOR_TEXT.remove}
            </Button>
          </>
        )}
      />
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        aria-label={EDITOR_TEXT.addFile}
        onChange={({ target }) => {
          onAdd([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        className="kd-add-file"
        icon={<PaperClipOutlined aria-hidden />}
        loading={work.adding > 0}
        onClick={() => input.current?.click()}
      >
        {EDITOR_TEXT.addFile}
      </Button>
      {work.refused.map((line) => (
        <p key={line} className="order-field-error" role="alert">
          {line}
        </p>
      ))}
    </div>
  );
}
