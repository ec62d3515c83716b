import { useMemo, type ReactNode } from 'react';
import type { Pack } from '../../../shared/policy/pack.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Marked } from '../../components/marked.tsx';
import { searchRules, type Found } from './model/search.ts';
import { SECTIONS, TEXT } from './text.ts';

export interface SearchResultsProps {
  readonly packs: readonly Pack[];
  readonly words: string;
  readonly onGo: (found: Found) => void;
}

/** Where the words stand, city by city; one leads to its place. */
export function SearchResults({ packs, words, onGo }: SearchResultsProps): ReactNode {
  const found = useMemo(() => searchRules(packs, words), [packs, words]);
  if (found.length === 0) return <EmptyState text={TEXT.nothingFound(words.trim())} />;
  return (
    <section className="rules-section" aria-label={TEXT.everyCity}>
      <header className="rules-head">
        <h2>{TEXT.everyCity}</h2>
        <output className="rules-source num">{TEXT.found(found.length)}</output>
      </header>
      {packs.map(({ city, cityName }) => {
        const here = found.filter((hit) => hit.city === city);
        return here.length === 0 ? null : (
          <section key={city} className="rules-found" aria-label={cityName}>
            <h3>
              {cityName} <span className="faint num">{here.length}</span>
            </h3>
            <ul>
              {here.map((hit) => (
                <li key={`${hit.section} ${hit.rule} ${hit.article} ${hit.text}`}>
                  <button type="button" className="rules-hit" onClick={() => onGo(hit)}>
                    <span className="rules-hit-place">{SECTIONS[hit.section]}</span>
                    <span className="rules-hit-text">
                      <Marked text={hit.text} marks={marksOf(hit.text, words)} />
                    </span>
                    <span className="faint">{hit.article}</span>
                    <span className="rules-hit-rule num">{hit.rule}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

/** Where each word stands first, and again. */
function marksOf(text: string, words: string): [number, number][] {
  const marks: [number, number][] = [];
  for (const word of words.trim().split(/\s+/).filter(Boolean)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      marks.push([at, at + word.length]);
  }
  return marks;
}
