import type { ReactNode } from 'react';
import { articleText } from '../../../shared/domain/article-text.ts';
import type { Article } from '../../../shared/domain/article.ts';
import { differences, fileDifferences, type Piece } from './differences.ts';
import { TEXT } from './text.ts';

export interface DifferenceViewProps {
  readonly before: Told;
  readonly after: Told;
}

type Told = Pick<Article, 'title' | 'body' | 'files'>;

/** What has changed between two versions, told by signs and words as well as by colour. */
export function DifferenceView({ before, after }: DifferenceViewProps): ReactNode {
  const whole = (text: Told): string => `${text.title}\n\n${articleText(text)}`;
  const pieces = differences(whole(before), whole(after));
  const files = fileDifferences(before.files ?? [], after.files ?? []);
  const same = pieces.every(({ kind }) => kind === 'same');
  if (same && files.length === 0) return <p className="order-faint">{TEXT.noDifference}</p>;
  return (
    <>
      {same ? (
        <p className="order-faint">{TEXT.noDifference}</p>
      ) : (
        <p className="kd-difference">
          {[...pieces.entries()].map(([place, piece]) => (
            <PieceView key={place} piece={piece} />
          ))}
        </p>
      )}
      {files.length > 0 && (
        <ul className="kd-difference kd-versions" aria-label={TEXT.fileDifference}>
          {files.map(({ id, name, kind }) => (
            <li key={id}>
              {kind === 'added' ? TEXT.fileAdded : TEXT.fileRemoved} <PieceView piece={{ text: name, kind }} />
            </li>
          ))}
        </ul>
      )}
    </>
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
