import { WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { ARTICLE_KIND_NAMES, type Article } from '../../../shared/domain/article.ts';
import { useMinute } from '../../data/clock.ts';
import { blocksOf, doubtOf, type Block, type Doubt } from './article-body.ts';
import { TEXT } from './text.ts';

/** An article for reading: what it is, whether it may be trusted today, and its text. */
export function ArticleView({ article, unitName }: { article: Article; unitName: string | null }): ReactNode {
  const now = useMinute('centre');
  const doubt = doubtOf(article, now);
  const { title, kind, version, checkedOn, validUntil, body, asked, source } = article;
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
      {doubt && (
        <p className="kn-doubt" role="note">
          <WarningOutlined aria-hidden /> {doubtText(doubt)}
        </p>
      )}
      {blocksOf(body).map((block) => (
        <BlockView key={block.at} block={block} />
      ))}
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

function BlockView({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <h4 className="kn-heading">{block.lines.join('')}</h4>;
    case 'items':
      return (
        <ul>
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case 'paragraph':
      return <p>{block.lines.join('\n')}</p>;
  }
}
