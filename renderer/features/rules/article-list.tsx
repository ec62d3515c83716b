import { useMemo, type ReactNode } from 'react';
import { explainRule, type Keeping } from '../../../shared/policy/explain.ts';
import type { Pack } from '../../../shared/policy/pack.ts';
import { intoSight } from './rule-mark.tsx';
import { ACT_NAMES, PARTS, TEXT } from './text.ts';

/** Every rule of a city in the order of its articles, in our own words, with what of the program it stands behind. */
export function ArticleList({ pack, marked }: { pack: Pack; marked: string | null }): ReactNode {
  const rules = useMemo(
    () => pack.rules.map((rule) => ({ ...rule, kept: keptBy(explainRule([pack], rule.id)?.keptBy ?? []) })),
    [pack],
  );
  return (
    <ol className="rules-articles">
      {rules.map(({ id, article, gist, kept }) => (
        <li
          key={id}
          ref={id === marked ? intoSight : null}
          className="rules-article"
          data-marked={id === marked || undefined}
        >
          <span className="rules-article-id num">{id}</span>
          <div>
            <p>
              <span className="rules-article-name">{article}</span> {gist}
            </p>
            {kept.length > 0 && (
              <p className="rules-kept">
                {TEXT.keptBy} {kept.join(' · ')}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What keeps a rule, each once, as the screen calls it. */
function keptBy(keepings: readonly Keeping[]): readonly string[] {
  return [
    ...new Set(
      keepings.flatMap(({ part, id, says }) => {
        if (part === 'acts') return [ACT_NAMES[id] ?? id];
        const name = PARTS[part];
        if (name === undefined) return [];
        return [part === 'limits' && says !== null ? `${name} ${says}` : name];
      }),
    ),
  ];
}
