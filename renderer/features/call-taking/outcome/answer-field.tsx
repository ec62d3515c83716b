import { CloseOutlined, ReadOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../draft/field.tsx';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { OUTCOME } from '../text.ts';

/** 答复内容, with the articles it rests on. */
export function AnswerField({ placeholder }: { placeholder: string }): ReactNode {
  const { edit } = useDraftActions();
  const text = useEntry(({ form }) => form.answerText);
  const articles = useEntry(({ form }) => form.answerArticles);
  const read = useEntry(({ form }) => form.articlesRead.length);
  return (
    <>
      <Field name="answer" required aside={read > 0 && <span className="faint">{OUTCOME.articlesRead(read)}</span>}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            value={text}
            maxLength={10_000}
            placeholder={placeholder}
            onChange={(event) => edit({ answerText: event.target.value }, 'answer')}
          />
        )}
      </Field>
      {articles.length > 0 && (
        <ul className="ct-articles" aria-label={OUTCOME.articles}>
          {articles.map((article) => (
            <li key={article.articleId} className="ct-article">
              <ReadOutlined aria-hidden />
              <span className="ellipsis">{article.title}</span>
              <span className="faint num">{OUTCOME.version(article.version)}</span>
              <button
                type="button"
                className="ct-icon-button"
                aria-label={OUTCOME.removeArticle(article.title)}
                onClick={() =>
                  edit({ answerArticles: articles.filter(({ articleId }) => articleId !== article.articleId) })
                }
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
