import { useEffect, type ReactNode } from 'react';
import type { ArticleRef } from '../../../shared/domain/article.ts';
import { draftIdSchema } from '../../../shared/domain/ids.ts';
import { useNavigation } from '../../app/navigation.ts';
import { appendAnswer } from '../knowledge/article-body.ts';
import { KnowledgePane } from '../knowledge/knowledge-pane.tsx';
import { CallerColumn } from './caller/caller-column.tsx';
import { useDrafts, useDraftStore } from './drafts.tsx';
import { focusField } from './focus.ts';
import { InsightsProvider, useInsights } from './insights.tsx';
import { activeEntry, entryOf } from './model/draft-state.ts';
import { DraftColumn } from './draft-column.tsx';
import { SCREEN } from './text.ts';
import { useFollow } from './use-follow.ts';
import './call-taking.css';
import './caller/caller.css';
import './draft/draft.css';
import './outcome/outcome.css';

/** 受理台: the caller on the left, what is being written in the middle, what may be answered on the right. */
export function CallTakingScreen(): ReactNode {
  useFollow();
  useAskedDraft();
  const active = useNavigation(({ screen }) => screen === 'desk');
  return (
    <InsightsProvider>
      <section className="ct-screen" aria-label={SCREEN}>
        <CallerColumn active={active} />
        <DraftColumn active={active} />
        <Knowledge active={active} />
      </section>
    </InsightsProvider>
  );
}

/** Another screen may ask for a draft, e.g. a refused order taken up again. */
function useAskedDraft(): void {
  const store = useDraftStore();
  const asked = useNavigation(({ screen, params }) => (screen === 'desk' ? (params['draftId'] ?? null) : null));
  useEffect(() => {
    const parsed = draftIdSchema.safeParse(asked);
    if (!parsed.success) return;
    const open = async (): Promise<void> => {
      if (!entryOf(store.getState(), parsed.data)) await store.getState().load();
      store.getState().activate(parsed.data);
      focusField('content');
    };
    void open();
  }, [asked, store]);
}

const NONE: readonly ArticleRef[] = [];

/** The right column: what is read and used goes into the draft in front. */
function Knowledge({ active }: { active: boolean }): ReactNode {
  const store = useDraftStore();
  const { content } = useInsights();
  const draftId = useDrafts((state) => state.activeId);
  const used = useDrafts((state) => activeEntry(state)?.form.answerArticles ?? NONE);

  const record = (article: ArticleRef): void => {
    const entry = activeEntry(store.getState());
    if (!entry || holds(entry.form.articlesRead, article)) return;
    store.getState().edit(entry.id, { articlesRead: [...entry.form.articlesRead, article].slice(-MOST_READ) });
  };
  const use = (article: ArticleRef, text: string): void => {
    const entry = activeEntry(store.getState());
    if (!entry) return;
    const { answerArticles, answerText } = entry.form;
    store.getState().edit(
      entry.id,
      {
        answerText: appendAnswer(answerText, text),
        answerArticles: holds(answerArticles, article)
          ? answerArticles
          : [...answerArticles, article].slice(-MOST_USED),
      },
      ['answer'],
    );
    if (entry.view.panel !== 'direct') store.getState().show(entry.id, { panel: 'immediate', continuing: null });
    focusField('answer');
  };
  return (
    <KnowledgePane
      key={draftId}
      follow={content}
      active={active}
      used={used}
      onRead={record}
      onUse={use}
      onLeave={() => focusField('content')}
    />
  );
}

/** The contract's limits. */
const MOST_READ = 50;
const MOST_USED = 20;

function holds(articles: readonly ArticleRef[], { articleId, version }: ArticleRef): boolean {
  return articles.some((article) => article.articleId === articleId && article.version === version);
}
