import type { ReactNode } from 'react';
import type { Pack } from '../../../shared/policy/pack.ts';
import { ArticleList } from './article-list.tsx';
import { LimitsView } from './limits-view.tsx';
import { piecesOf } from './model/pieces.ts';
import type { Trial } from './model/trial.ts';
import { PieceList } from './piece-list.tsx';
import { SECTIONS, TEXT, type SectionId } from './text.ts';

export interface SectionViewProps {
  readonly pack: Pack;
  readonly section: SectionId;
  /** The rule that was asked for. */
  readonly marked: string | null;
  readonly onRule: (rule: string) => void;
  /** Puts a case into 试算. */
  readonly onTry: (change: Partial<Trial>) => void;
}

/** One part of one city's rules, under the name of the regulation it comes from. */
export function SectionView({ pack, section, marked, onRule, onTry }: SectionViewProps): ReactNode {
  return (
    <section className="rules-section" aria-label={SECTIONS[section]}>
      <header className="rules-head">
        <h2>{SECTIONS[section]}</h2>
        <p className="rules-source">
          <span>
            《{pack.regulation}》{pack.documentNumber}
          </span>
          <span>{pack.effectiveFrom ? TEXT.effective(pack.effectiveFrom) : TEXT.noDate}</span>
          <span>
            {TEXT.office} {pack.office}
          </span>
          <span className="num">{TEXT.numbers(pack.numberPrefix)}</span>
          <span>{TEXT.version(pack.version)}</span>
        </p>
      </header>
      {section === 'articles' ? (
        <ArticleList key={marked} pack={pack} marked={marked} />
      ) : section === 'limits' ? (
        <LimitsView pack={pack} onRule={onRule} onTry={onTry} />
      ) : (
        <PieceList
          pieces={piecesOf(pack).filter((piece) => piece.section === section)}
          marked={marked}
          onRule={onRule}
        />
      )}
    </section>
  );
}
