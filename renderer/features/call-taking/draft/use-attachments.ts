import { useState, type ClipboardEvent, type DragEvent } from 'react';
import type { AttachmentId } from '../../../../shared/domain/ids.ts';
import { describeFailure, type Failure } from '../../../../shared/failure.ts';
import { failureOf } from '../../../data/failure-of.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { useDraftActions } from '../drafts.tsx';
import { fileProblem } from '../model/files.ts';
import { ERRORS } from '../text.ts';

const MOST = 10;

export interface AttachmentActions {
  /** Files on their way into the outbox. */
  readonly adding: number;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: AttachmentId) => void;
  /** For the form: files may be dropped and pasted anywhere on it. */
  readonly zone: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
}

/** Takes files into the draft one after the other; what is refused says why, by name, and the rest goes on. */
export function useAttachments(): AttachmentActions {
  const desk = useDesk();
  const { id, read, edit, show } = useDraftActions();
  const [adding, setAdding] = useState(0);

  const complain = (sentences: readonly string[]): void =>
    show({ errors: { ...read().view.errors, attachments: sentences.join('') } });

  async function addAll(files: readonly File[]): Promise<void> {
    const trouble: string[] = [];
    edit({}, 'attachments');
    setAdding((count) => count + files.length);
    for (const file of files) {
      const problem = fileProblem(file);
      if (read().form.attachments.length >= MOST) trouble.push(ERRORS.tooManyAttachments);
      else if (problem) trouble.push(sentenceOf(problem));
      else {
        try {
          const base64 = await base64Of(file);
          const attachment = await desk.attachments.add({
            draftId: id,
            name: file.name.slice(-120),
            mime: file.type,
            base64,
          });
          edit({ attachments: [...read().form.attachments, attachment] });
        } catch (error) {
          trouble.push(sentenceOf(failureOf(error), file.name));
        }
      }
      setAdding((count) => count - 1);
    }
    if (trouble.length > 0) complain([...new Set(trouble)]);
  }

  const add = (files: readonly File[]): void => {
    if (files.length > 0) void addAll(files);
  };

  return {
    adding,
    add,
    remove: (removed) =>
      edit({ attachments: read().form.attachments.filter((attachment) => attachment.id !== removed) }, 'attachments'),
    zone: {
      onDragOver: (event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      },
      onDrop: (event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        add([...event.dataTransfer.files]);
      },
      onPaste: (event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        add([...event.clipboardData.files]);
      },
    },
  };
}

function sentenceOf(problem: Failure, file = ''): string {
  const { sentence, next } = describeFailure(problem);
  return `${file ? `${file}：` : ''}${sentence}${next}`;
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')));
    reader.readAsDataURL(file);
  });
}
