import { PhoneOutlined, SoundOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { Block, Inline, RichText } from '../../../shared/domain/knowledge/rich-text.ts';
import { ArticlePicture } from './article-picture.tsx';
import { StepsView } from './steps-view.tsx';
import { TEXT } from './text.ts';

export interface RichTextViewProps {
  readonly text: RichText;
  readonly onArticle: (id: ArticleId) => void;
}

/**
 * An article's text. Every element is made here out of what the tree can say; nothing of it is ever read as HTML, so
 * nothing that somebody wrote or imported can run.
 */
export function RichTextView({ text, onArticle }: RichTextViewProps): ReactNode {
  return placed(text.blocks).map(([place, block]) => <BlockView key={place} block={block} onArticle={onArticle} />);
}

function BlockView({ block, onArticle }: { block: Block; onArticle: (id: ArticleId) => void }): ReactNode {
  const pieces = (content: readonly Inline[]): ReactNode => <Pieces content={content} onArticle={onArticle} />;
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? (
        <h4 className="kn-heading">{pieces(block.content)}</h4>
      ) : (
        <h5 className="kn-heading">{pieces(block.content)}</h5>
      );
    case 'paragraph':
      return <p>{pieces(block.content)}</p>;
    case 'say':
      return (
        <blockquote className="kn-say" aria-label={TEXT.say}>
          <span className="kn-say-mark">
            <SoundOutlined aria-hidden /> {TEXT.say}
          </span>
          {pieces(block.content)}
        </blockquote>
      );
    case 'list': {
      const items = placed(block.items).map(([place, item]) => <li key={place}>{pieces(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <TableView block={block} pieces={pieces} />;
    case 'steps':
      return <StepsView steps={block.steps} />;
    case 'picture':
      return <ArticlePicture fileId={block.fileId} says={block.says} />;
  }
}

function TableView({
  block,
  pieces,
}: {
  block: Extract<Block, { type: 'table' }>;
  pieces: (content: readonly Inline[]) => ReactNode;
}): ReactNode {
  const [first, ...rest] = block.rows;
  const head = block.header ? first : undefined;
  const rows = block.header ? rest : block.rows;
  return (
    <div className="kn-table-frame">
      <table className="kn-table">
        {head && (
          <thead>
            <tr>
              {placed(head).map(([place, cell]) => (
                <th key={place} scope="col">
                  {pieces(cell)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {placed(rows).map(([line, row]) => (
            <tr key={line}>
              {placed(row).map(([place, cell]) => (
                <td key={place}>{pieces(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pieces({ content, onArticle }: { content: readonly Inline[]; onArticle: (id: ArticleId) => void }): ReactNode {
  return placed(content).map(([key, { text, bold, link }]) => {
    const said = bold ? <strong>{text}</strong> : text;
    if (link?.to === 'article')
      return (
        <button key={key} type="button" className="kn-link" onClick={() => onArticle(link.articleId)}>
          {said}
        </button>
      );
    if (link?.to === 'phone')
      return (
        <span key={key} className="kn-phone num" title={TEXT.phone(link.number)}>
          <PhoneOutlined aria-hidden /> {said}
        </span>
      );
    return <span key={key}>{said}</span>;
  });
}

/** A tree is replaced as a whole: a place in it names the same thing for as long as it is shown. */
function placed<T>(things: readonly T[]): [place: number, thing: T][] {
  return [...things.entries()];
}
