import { useEffect, useRef, type ReactNode } from 'react';
import type { Hit } from '../../../shared/contract/knowledge-search.ts';
import { ARTICLE_KIND_NAMES } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { Marked } from '../../components/marked.tsx';
import { TEXT } from './text.ts';

/** Hits that belong together; without a title, all there are. */
export interface HitGroup {
  readonly title: string | null;
  readonly hits: readonly Hit[];
}

export interface HitListProps {
  readonly id: string;
  readonly groups: readonly HitGroup[];
  readonly selected: ArticleId | null;
  readonly onSelect: (hit: Hit) => void;
  readonly onUse?: ((hit: Hit) => void) | undefined;
}

export function hitElementId(listId: string, articleId: ArticleId): string {
  return `${listId}-${articleId}`;
}

/** What was found, the passage that answers marked. The focus stays in the search box; arrows move the choice. */
export function HitList({ id, groups, selected, onSelect, onUse }: HitListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const options = (hits: readonly Hit[]): ReactNode =>
    hits.map((hit) => (
      // The search box owns the keyboard (aria-activedescendant); the mouse chooses here.
      <div
        key={hit.articleId}
        id={hitElementId(id, hit.articleId)}
        role="option"
        tabIndex={-1}
        aria-selected={hit.articleId === selected}
        className="kn-hit"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onSelect(hit)}
        onDoubleClick={onUse && (() => onUse(hit))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSelect(hit);
        }}
      >
        <span className="kn-hit-title">
          <Marked text={hit.title} marks={hit.titleMarks} />
        </span>
        <span className="kn-hit-passage">
          <Marked text={hit.passage} marks={hit.passageMarks} />
        </span>
        <span className="kn-hit-facts">
          {ARTICLE_KIND_NAMES[hit.kind]} · {hit.unitName ?? TEXT.centre} · {TEXT.checked(hit.checkedOn)}
        </span>
      </div>
    ));

  return (
    <div ref={list} id={id} className="kn-hits" role="listbox" aria-label={TEXT.results}>
      {groups.map(({ title, hits }) =>
        title === null ? (
          options(hits)
        ) : (
          <div key={title} role="group" aria-label={title}>
            <div className="kn-hits-group" aria-hidden>
              {title}
            </div>
            {options(hits)}
          </div>
        ),
      )}
    </div>
  );
}
