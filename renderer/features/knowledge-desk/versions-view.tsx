import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { DEED_NAMES } from '../../../shared/domain/knowledge/manuscript.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { DifferenceView } from './difference-view.tsx';
import { TEXT } from './text.ts';

/** 历次版本: every version with who made it so, each to be compared with the one before it. */
export function VersionsView({ articleId }: { articleId: ArticleId }): ReactNode {
  const [open, setOpen] = useState<number | null>(null);
  const { data, failure, refresh } = useDeskQuery({
    key: ['articleVersions', articleId],
    tables: ['articles'],
    run: (desk) => desk.knowledgeDesk.versions({ articleId }),
  });
  if (failure) return <FailureNote failure={failure} onRetry={refresh} />;
  if (!data) return <TextSkeleton rows={3} />;
  if (data.length < 2) return <p className="order-faint">{TEXT.noVersions}</p>;
  return (
    <ol className="kd-versions">
      {data.map(({ article, deed, by, at, note }, place) => {
        const before = data[place + 1]?.article;
        return (
          <li key={article.version}>
            <b className="num">{TEXT.versionOf(article.version)}</b> {deed ? DEED_NAMES[deed] : TEXT.asBefore}{' '}
            <span className="order-faint">
              {by?.name} <RelativeTime at={at} />
            </span>{' '}
            {note}
            {before && (
              <Button
                size="small"
                type="link"
                aria-expanded={open === article.version}
                onClick={() => setOpen(open === article.version ? null : article.version)}
              >
                {TEXT.compare}
              </Button>
            )}
            {before && open === article.version && <DifferenceView before={before} after={article} />}
          </li>
        );
      })}
    </ol>
  );
}
