import { CheckOutlined, EnterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useUnitNames } from '../../data/directory.ts';
import type { Hit } from '../../../shared/contract/knowledge-search.ts';
import type { ArticleRef } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton, TextSkeleton } from '../../components/skeletons.tsx';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { answerFrom } from './article-body.ts';
import { ArticleView } from './article-view.tsx';
import { HitList, hitElementId, type HitGroup } from './hit-list.tsx';
import { NO_FILTERS } from './knowledge-filters.tsx';
import { PinButton } from './pin-button.tsx';
import { ReportButton } from './report-button.tsx';
import { refOf } from './reported.ts';
import { TEXT } from './text.ts';
import { useCounting } from './use-counting.ts';
import { useShelf } from './use-shelf.ts';
import { questionOf, useArticle, useKnowledge } from './use-knowledge.ts';
import './knowledge.css';

export interface KnowledgePaneProps {
  /** Searched for while the box is empty: what is being written. */
  readonly follow: string;
  /** False while another screen is in front: its keys are then not answered. */
  readonly active: boolean;
  readonly used: readonly ArticleRef[];
  /** An article was opened on purpose: it is kept on the record as read. */
  readonly onRead: (article: ArticleRef) => void;
  readonly onUse: (article: ArticleRef, text: string) => void;
  /** Back to what was being written. */
  readonly onLeave: () => void;
}

const HITS = 20;

/** Knowledge beside the form: searched as one types, read without leaving, used with Enter. */
export function KnowledgePane({ follow, active, used, onRead, onUse, onLeave }: KnowledgePaneProps): ReactNode {
  const listId = useId();
  const box = useRef<InputRef>(null);
  const reading = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [inside, setInside] = useState(false);
  // Chosen by hand: stays open though the list goes on changing with what is typed.
  const [chosen, setChosen] = useState<Hit | null>(null);
  const answer = useKnowledge({
    query: query.trim() || follow,
    filters: NO_FILTERS,
    limit: HITS,
    answersOnly: query.trim() === '',
  });
  const shelf = useShelf();
  const listed = answer.asked ? answer.hits : shelf.hits;
  // What is at hand is offered and not opened: nobody has asked for it yet.
  const shown = chosen ?? answer.hits[0] ?? null;
  // A link in the article shown leads on to another, which need not be among what was found.
  const [linked, setLinked] = useState<ArticleId | null>(null);
  const articleId = linked ?? shown?.articleId ?? null;
  const { article, failure } = useArticle(articleId);
  const unitNames = useUnitNames();
  const count = useCounting();
  const isUsed = used.some((ref) => ref.articleId === articleId);

  const open = (hit: Hit): void => {
    setLinked(null);
    setChosen(hit);
    onRead({ articleId: hit.articleId, version: hit.version, title: hit.title });
    count.opened(hit.articleId);
  };
  // Between a key and its answer the list is still the last question's: nothing is taken from it unseen.
  const settled = chosen !== null || answer.query === questionOf(query.trim() || follow);
  const take = (): void => {
    if (!settled || !shown || !article || article.state !== 'published') return;
    const ref = { articleId: article.id, version: article.version, title: article.title };
    onRead(ref);
    if (chosen === null || linked !== null) count.opened(article.id);
    count.asked(query, { notFound: false, used: true });
    onUse(ref, answerFrom(article, selectionWithin(reading.current), linked === null ? shown.passage : ''));
  };
  const move = (step: number): void => {
    const at = listed.findIndex((hit) => hit.articleId === shown?.articleId);
    // The first ↓ opens what is shown already; from there the arrows move.
    const next = chosen || at !== 0 ? listed[Math.min(Math.max(at + step, 0), listed.length - 1)] : shown;
    if (next) open(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') take();
    else return;
    event.preventDefault();
  };

  const onBlur = (): void => {
    setInside(false);
    if (answer.query === questionOf(query)) count.asked(query, { notFound: answer.hits.length === 0, used: false });
  };
  const onFocus = (): void => {
    setInside(true);
    shelf.refresh();
  };
  const focus = { onFocus, onBlur };

  const useAnswerTip = useTip('useAnswer', TEXT.takeHint);
  const searchTip = useTip('knowledge', TEXT.search);
  useKey('knowledge', () => box.current?.focus({ cursor: 'all' }), active);
  useKey('useAnswer', take, active);
  useKey('back', onLeave, active && inside);

  return (
    <section className="kn-pane" aria-label={TEXT.pane}>
      <div className="kn-search key-host">
        <Input
          ref={box}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(null);
            setLinked(null);
          }}
          onKeyDown={onKeyDown}
          {...focus}
          prefix={<SearchOutlined aria-hidden />}
          suffix={
            query.trim() === '' && answer.query !== '' ? <span className="kn-follow">{TEXT.following}</span> : null
          }
          placeholder={TEXT.placeholder}
          title={searchTip}
          allowClear={query !== '' && CLEARABLE_INPUT}
          role="combobox"
          aria-label={TEXT.search}
          aria-expanded={listed.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(shown ? { 'aria-activedescendant': hitElementId(listId, shown.articleId) } : {})}
        />
        <KeyHint action="knowledge" />
      </div>
      <PaneList
        answer={answer}
        groups={answer.asked ? [{ title: null, hits: answer.hits }] : shelf.groups}
        listId={listId}
        shown={shown}
        onOpen={open}
        onUse={take}
      />
      {shown && (
        <section className="kn-preview" aria-label={TEXT.preview}>
          <div ref={reading} className="kn-preview-text">
            {failure && <FailureNote failure={failure} />}
            {article ? (
              <ArticleView
                article={article}
                unitName={article.unitId && unitNames(article.unitId)}
                onArticle={(id) => {
                  if (!chosen) setChosen(shown);
                  setLinked(id);
                }}
              />
            ) : (
              !failure && <TextSkeleton rows={6} />
            )}
          </div>
        </section>
      )}
      <div className="kn-preview-actions">
        <ReportButton
          article={refOf(articleId, article, shown ? [shown] : [])}
          query={questionShort(query || follow)}
          turn={`${query} ${chosen?.articleId} ${linked}`}
          active={active}
        />
        {shown && (
          <>
            <PinButton articleId={articleId} pinned={articleId !== null && shelf.isPinned(articleId)} active={active} />
            <Button
              className="key-host"
              icon={isUsed ? <CheckOutlined aria-hidden /> : <EnterOutlined aria-hidden />}
              title={useAnswerTip}
              disabled={!article || article.state !== 'published'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={take}
              {...focus}
            >
              {isUsed ? TEXT.used : TEXT.use}
              <KeyHint action="useAnswer" />
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

interface PaneListProps {
  readonly answer: ReturnType<typeof useKnowledge>;
  readonly groups: readonly HitGroup[];
  readonly listId: string;
  readonly shown: Hit | null;
  readonly onOpen: (hit: Hit) => void;
  readonly onUse: () => void;
}

function PaneList({ answer, groups, listId, shown, onOpen, onUse }: PaneListProps): ReactNode {
  if (answer.failure && answer.hits.length === 0) return <FailureNote failure={answer.failure} />;
  if (answer.first) return <ListSkeleton rows={3} height={72} />;
  if (groups.every(({ hits }) => hits.length === 0)) {
    return <EmptyState text={answer.query ? TEXT.nothing(shorten(answer.query)) : TEXT.empty} />;
  }
  return <HitList id={listId} groups={groups} selected={shown?.articleId ?? null} onSelect={onOpen} onUse={onUse} />;
}

/** A caller's whole story is not what was looked for: its end is. */
function questionShort(text: string): string {
  return text.trim().slice(-60);
}

function shorten(query: string): string {
  return query.length > 20 ? `${query.slice(0, 20)}…` : query;
}

/** What the mouse has selected inside an element; empty where the selection lies elsewhere. */
function selectionWithin(element: HTMLElement | null): string {
  const selection = window.getSelection();
  return element && selection?.anchorNode && element.contains(selection.anchorNode) ? selection.toString() : '';
}
