import { WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { articleTree } from '../../../shared/domain/article-text.ts';
import { ARTICLE_KIND_NAMES, type Article } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { useMinute } from '../../data/clock.ts';
import { doubtOf, type Doubt } from './article-body.ts';
import { ArticleFiles } from './article-files.tsx';
import { RichTextView } from './rich-text-view.tsx';
import { TEXT } from './text.ts';
import { useReported } from './use-knowledge.ts';

export interface ArticleViewProps {
  readonly article: Article;
  readonly unitName: string | null;
  /** Opens an article that this one links to. */
  readonly onArticle: (id: ArticleId) => void;
}

/** An article for reading: what it is, whether it may be trusted today, and its text. */
export function ArticleView({ article, unitName, onArticle }: ArticleViewProps): ReactNode {
  const now = useMinute('centre');
  const doubt = doubtOf(article, now);
  const reports = useReported(article.id);
  const { title, kind, version, checkedOn, validUntil, asked, source, files = [] } = article;
  return (
    <article className="kn-article">
      <h3 className="kn-article-title">{title}</h3>
      <p className="kn-article-facts num">
        {[
          ARTICLE_KIND_NAMES[kind],
          unitName ?? TEXT.centre,
          TEXT.checked(checkedOn),
          validUntil ? TEXT.valid(validUntil) : TEXT.validAlways,
          TEXT.version(version),
        ].map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {reports > 0 && (
        <p className="kn-doubt" role="note">
          <WarningOutlined aria-hidden /> {TEXT.openReports(reports)}
        </p>
      )}
      {doubt && (
        <p className="kn-doubt" role="note">
          <WarningOutlined aria-hidden /> {doubtText(doubt)}
        </p>
      )}
      <RichTextView text={articleTree(article)} onArticle={onArticle} />
      <ArticleFiles files={files} />
      {asked.length > 0 && (
        <>
          <h4 className="kn-heading">{TEXT.asked}</h4>
          <ul className="kn-asked">
            {asked.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {source && (
        <p className="kn-source">
          {TEXT.source}：{source}
        </p>
      )}
    </article>
  );
}

function doubtText(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'withdrawn':
      return TEXT.withdrawn;
    case 'expired':
      return TEXT.expired(doubt.day);
    case 'stale':
      return TEXT.stale(doubt.days);
  }
}
