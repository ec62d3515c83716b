import { FileTextOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useUnits } from '../../../data/directory.ts';
import type { ArticleRef } from '../../../../shared/domain/article.ts';
import { DIRECT_OUTCOME_NAMES, type DirectAttempt } from '../../../../shared/domain/call.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { msOf } from '../../../../shared/instant.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { clockTime, duration } from '../../../components/times.ts';
import { DETAIL } from '../text.ts';
import { Section } from './section.tsx';

/** What was answered and on what ground: text, knowledge read, refusal, the calls to units. */
export function AnswerSection({ order }: { order: Order }): ReactNode {
  const { answer, refusal, directAttempts, articlesRead } = order;
  const used = new Set(answer?.articles.map(({ articleId }) => articleId));
  const onlyRead = articlesRead.filter(({ articleId }) => !used.has(articleId));
  return (
    <>
      {answer && (
        <Section title={DETAIL.answer}>
          <p className="order-content">{answer.text}</p>
          <Articles label={DETAIL.answerArticles} articles={answer.articles} />
        </Section>
      )}
      {refusal && (
        <Section title={DETAIL.refusal}>
          <p className="order-content">{refusal.sentence}</p>
          <p className="order-citation">
            {refusal.citation.article}
            {refusal.written && ` · ${DETAIL.refusalWritten}`}
          </p>
        </Section>
      )}
      {directAttempts.length > 0 && (
        <Section title={DETAIL.attempts}>
          <Attempts attempts={directAttempts} />
        </Section>
      )}
      {onlyRead.length > 0 && (
        <Section title={DETAIL.articlesRead}>
          <Articles articles={onlyRead} />
        </Section>
      )}
    </>
  );
}

function Articles({ label, articles }: { label?: string; articles: readonly ArticleRef[] }): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  if (articles.length === 0) return null;
  return (
    <div className="order-articles">
      {label && <span className="order-inline-label">{label}</span>}
      {articles.map(({ articleId, version, title }) => (
        <button
          key={`${articleId}-${version}`}
          type="button"
          className="order-article"
          onClick={() => go('knowledge', { articleId })}
        >
          <FileTextOutlined aria-hidden /> {title}
          <span className="order-faint num">{DETAIL.articleVersion(version)}</span>
        </button>
      ))}
    </div>
  );
}

function Attempts({ attempts }: { attempts: readonly DirectAttempt[] }): ReactNode {
  const units = useUnits();
  return (
    <ul className="order-attempts">
      {attempts.map(({ unitId, contactName, phone, startedAt, answeredAt, endedAt, outcome }) => (
        <li key={`${unitId}-${startedAt}`}>
          <span className="num">{clockTime(msOf(startedAt))}</span>
          <span className="order-attempt-who">
            {units.find(({ id }) => id === unitId)?.name ?? unitId} {contactName}{' '}
            <span className="order-faint num">{phone}</span>
          </span>
          <span className={outcome === 'answered' ? 'order-good' : 'order-faint'}>{DIRECT_OUTCOME_NAMES[outcome]}</span>
          {answeredAt && <span className="order-faint num">{DETAIL.attemptAnswered(clockTime(msOf(answeredAt)))}</span>}
          <span className="order-faint num">{duration(msOf(endedAt) - msOf(answeredAt ?? startedAt))}</span>
        </li>
      ))}
    </ul>
  );
}
