import type { ReactNode } from 'react';
import { articleText } from '../../../shared/domain/article-text.ts';
import type { Article } from '../../../shared/domain/article.ts';
import { differences, type Piece } from './differences.ts';
import { TEXT } from './text.ts';

export interface DifferenceViewProps {
  readonly before: Pick<Article, 'title' | 'body'>;
  readonly after: Pick<Article, 'title' | 'body'>;
}

/** What has changed between two versions, told by signs and words as well as by colour. */
export function DifferenceView({ before, after }: DifferenceViewProps): ReactNode {
  const whole = (text: Pick<Article, 'title' | 'body'>): string => `${text.title}\n\n${articleText(text)}`;
  const pieces = differences(whole(before), whole(after));
  if (pieces.every(({ kind }) => kind === 'same')) return <p className="order-faint">{TEXT.noDifference}</p>;
  return (
    <p className="kd-difference">
      {[...pieces.entries()].map(([place, piece]) => (
        <PieceView key={place} piece={piece} />
      ))}
    </p>
  );
}

function PieceView({ piece: { text, kind } }: { piece: Piece }): ReactNode {
  switch (kind) {
    case 'added':
      return <ins aria-label={`${TEXT.added}：${text}`}>{text}</ins>;
    case 'removed':
      return <del aria-label={`${TEXT.removed}：${text}`}>{text}</del>;
    case 'same':
      return <span>{text}</span>;
  }
}
