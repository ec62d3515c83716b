import {
  FileExcelOutlined,
  FileImageOutlined,
  FilePdfOutlined,
  FileWordOutlined,
  PaperClipOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { failureOf } from '../data/failure-of.ts';
import { useDesk } from '../data/use-desk.ts';
import type { DeskClient } from '../host.ts';
import { FailureNote } from './failure-note.tsx';
import { canShowInBrowser, fileBlob, sizeWords } from './files.ts';
import './file-list.css';

const TEXT = {
  open: '打开',
  save: '保存',
  openFile: (name: string) => `打开附件 ${name}`,
  saveFile: (name: string) => `保存附件 ${name}`,
};

export interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
}

export interface FileListProps<F extends ListedFile> {
  readonly label: string;
  readonly files: readonly F[];
  readonly read: (desk: DeskClient, file: F) => Promise<{ readonly base64: string; readonly mime: string }>;
  /** What else may be done with one. */
  readonly renderMore?: (file: F) => ReactNode;
}

/** Files to be opened in a window of their own, where a browser shows them safely, or saved. */
export function FileList<F extends ListedFile>({ label, files, read, renderMore }: FileListProps<F>): ReactNode {
  const desk = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = async (file: F, act: (url: string) => void): Promise<void> => {
    try {
      const { base64, mime } = await read(desk, file);
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
    <>
      {failure && <FailureNote failure={failure} look="line" />}
      <ul className="file-list" aria-label={label}>
        {files.map((file) => (
          <li key={file.id}>
            <FileSign mime={file.mime} />
            <span className="file-list-name">{file.name}</span>
            <span className="file-list-size num">{sizeWords(file.size)}</span>
            {canShowInBrowser(file.mime) && (
              <Button
                type="link"
                size="small"
                aria-label={TEXT.openFile(file.name)}
                onClick={() => void take(file, openFile)}
              >
                {TEXT.open}
              </Button>
            )}
            <Button
              type="link"
              size="small"
              aria-label={TEXT.saveFile(file.name)}
              onClick={() => void take(file, (url) => saveFile(url, file.name))}
            >
              {TEXT.save}
            </Button>
            {renderMore?.(file)}
          </li>
        ))}
      </ul>
    </>
  );
}

function FileSign({ mime }: { mime: string }): ReactNode {
  if (mime.startsWith('image/')) return <FileImageOutlined aria-hidden />;
  if (mime === 'application/pdf') return <FilePdfOutlined aria-hidden />;
  if (mime.includes('wordprocessing')) return <FileWordOutlined aria-hidden />;
  if (mime.includes('spreadsheet')) return <FileExcelOutlined aria-hidden />;
  return <PaperClipOutlined aria-hidden />;
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
