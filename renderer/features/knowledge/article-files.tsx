import type { ReactNode } from 'react';
import type { ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { FileList } from '../../components/file-list.tsx';
import { TEXT } from './text.ts';

/** Files that stand with an article: forms to send, the text of a rule. */
export function ArticleFiles({ files }: { files: readonly ArticleFile[] }): ReactNode {
  if (files.length === 0) return null;
  return (
    <section className="kn-files">
      <h4 className="kn-heading">{TEXT.files}</h4>
      <FileList label={TEXT.files} files={files} read={(desk, { id }) => desk.knowledgeDesk.file({ id })} />
    </section>
  );
}
