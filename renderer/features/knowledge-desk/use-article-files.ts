import { useState } from 'react';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { LARGEST_ARTICLE_FILE, MOST_ARTICLE_FILES, type ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { describeFailure, failure, type Failure } from '../../../shared/failure.ts';
import { base64Of, fileBlob } from '../../components/files.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';

export interface FilesOfDraft {
  /** Files on their way to this desk's outbox. */
  readonly adding: number;
  /** What was refused, by name and in words; empty where nothing was. */
  readonly refused: readonly string[];
  /** Keeps files one after the other. @returns those that were taken; what is refused is told, and the rest goes on */
  readonly add: (files: readonly File[], standing: number) => Promise<ArticleFile[]>;
  /** A picture as an address of this window's own; whoever asks lets go of it. */
  readonly load: (id: AttachmentId) => Promise<string>;
}

/** Files put to what stands in the editor. */
export function useArticleFiles(): FilesOfDraft {
  const desk = useDesk();
  const [adding, setAdding] = useState(0);
  const [refused, setRefused] = useState<readonly string[]>([]);

  const keep = async (file: File): Promise<ArticleFile | Failure> => {
    if (file.size > LARGEST_ARTICLE_FILE) return failure('ARTICLE_FILE_TOO_LARGE');
    try {
      return await desk.knowledgeDesk.addFile({ name: file.name.slice(-400), base64: await base64Of(file) });
    } catch (error) {
      return failureOf(error);
    }
  };
  return {
    adding,
    refused,
    add: async (files, standing) => {
      const taken: ArticleFile[] = [];
      const trouble: string[] = [];
      setAdding((count) => count + files.length);
      for (const file of files) {
        const full = standing + taken.length >= MOST_ARTICLE_FILES;
        const kept = full ? failure('ARTICLE_FILES_FULL') : await keep(file);
        if ('code' in kept) trouble.push(sentenceOf(file.name, kept));
        else taken.push(kept);
        setAdding((count) => count - 1);
      }
      setRefused(trouble);
      return taken;
    },
    load: async (id) => {
      const { base64, mime } = await desk.knowledgeDesk.file({ id });
      return URL.createObjectURL(fileBlob(base64, mime));
    },
  };
}

function sentenceOf(name: string, refusal: Failure): string {
  const { sentence, next } = describeFailure({ ...refusal, detail: null });
  return `${name}：${sentence}${next}`;
}
