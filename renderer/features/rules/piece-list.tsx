import { SoundOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import type { Piece } from './model/piece.ts';
import { RuleMark } from './rule-mark.tsx';
import { TEXT } from './text.ts';

export interface PieceListProps {
  readonly pieces: readonly Piece[];
  readonly marked: string | null;
  readonly onRule: (rule: string) => void;
}

/** What the rules say, kind by kind, each with its rule and article. */
export function PieceList({ pieces, marked, onRule }: PieceListProps): ReactNode {
  if (pieces.length === 0) return <EmptyState text={TEXT.nothing} />;
  const kinds = [...new Set(pieces.map(({ kind }) => kind))];
  return (
    <dl className="rules-pieces">
      {kinds.map((kind) => (
        <div key={kind} className="rules-kind">
          <dt>{kind}</dt>
          <dd>
            <ul>
              {pieces
                .filter((piece) => piece.kind === kind)
                .map((piece) => (
                  <PieceLine
                    key={`${piece.rule} ${piece.article} ${piece.code} ${piece.text}`}
                    piece={piece}
                    marked={marked !== null && piece.rule === marked}
                    onRule={onRule}
                  />
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface PieceLineProps {
  readonly piece: Piece;
  readonly marked: boolean;
  readonly onRule: (rule: string) => void;
}

function PieceLine({ piece, marked, onRule }: PieceLineProps): ReactNode {
  const { kind, rule, article, code, text, readOut } = piece;
  return (
    <li className="rules-piece" data-marked={marked || undefined}>
      <div className="rules-piece-text">
        {code && <span className="rules-code num">{code}</span>}
        <span>{text}</span>
        {readOut && (
          <blockquote className="rules-read-out" aria-label={TEXT.readOut}>
            <SoundOutlined aria-hidden /> {readOut}
          </blockquote>
        )}
      </div>
      {article && article !== kind && <span className="rules-piece-article">{article}</span>}
      {rule && <RuleMark rule={rule} onRule={onRule} />}
    </li>
  );
}
