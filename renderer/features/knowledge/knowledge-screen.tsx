import { CopyOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useUnits } from '../../data/directory.ts';
import { articleIdSchema, type ArticleId } from '../../../shared/domain/ids.ts';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton, TextSkeleton } from '../../components/skeletons.tsx';
import { useNavigation } from '../../app/navigation.ts';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { answerFrom } from './article-body.ts';
import { WordingButton } from '../wording/wording-button.tsx';
import { ArticleView } from './article-view.tsx';
import { HitList, hitElementId } from './hit-list.tsx';
import { KnowledgeFilters, NO_FILTERS, type Filters } from './knowledge-filters.tsx';
import { MyFeedback } from './my-feedback.tsx';
import { PinButton } from './pin-button.tsx';
import { ReportButton } from './report-button.tsx';
import { refOf } from './reported.ts';
import { TEXT } from './text.ts';
import { useCounting } from './use-counting.ts';
import { questionOf, useArticle, useKnowledge, type KnowledgeAnswer } from './use-knowledge.ts';
import { useShelf } from './use-shelf.ts';
import './knowledge.css';

const HITS = 50;

/** 知识: the same index as beside the form, with filters and room to read. */
export function KnowledgeScreen(): ReactNode {
  const listId = useId();
  const box = useRef<InputRef>(null);
  const active = useNavigation(({ screen }) => screen === 'knowledge');
  const asked = useNavigation(({ screen, params }) => (screen === 'knowledge' ? (params['articleId'] ?? null) : null));
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [mine, setMine] = useState(false);
  const count = useCounting();
  const [chosen, setChosen] = useState<ArticleId | null>(null);
  const answer = useKnowledge({ query, filters, limit: HITS });
  const shelf = useShelf();
  const listed = answer.asked ? answer.hits : shelf.hits;
  const units = useUnits();
  const linked = articleIdSchema.safeParse(asked);
  const selected =
    chosen ?? (query.trim() === '' && linked.success ? linked.data : (answer.hits[0]?.articleId ?? null));
  const { article, failure } = useArticle(selected);
  const unitName = units.find(({ id }) => id === article?.unitId)?.name ?? null;

  const open = (id: ArticleId): void => {
    setChosen(id);
    count.opened(id);
  };
  const move = (step: number): void => {
    const at = listed.findIndex(({ articleId }) => articleId === selected);
    const next = listed[Math.min(Math.max(at + step, 0), listed.length - 1)];
    if (next) open(next.articleId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else return;
    event.preventDefault();
  };
  const again = (): void => setChosen(null);

  const searchTip = useTip('knowledge', TEXT.search);
  useKey('knowledge', () => box.current?.focus({ cursor: 'all' }), active);

  return (
    <section className="kn-screen" aria-label={TEXT.pane}>
      <div className="kn-bar">
        <div className="kn-bar-search key-host">
          <Input
            ref={box}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              again();
            }}
            onKeyDown={onKeyDown}
            onFocus={shelf.refresh}
            onBlur={() => {
              if (answer.query === questionOf(query))
                count.asked(query, { notFound: answer.hits.length === 0, used: false });
            }}
            prefix={<SearchOutlined aria-hidden />}
            placeholder={TEXT.placeholder}
            title={searchTip}
            allowClear={CLEARABLE_INPUT}
            role="combobox"
            aria-label={TEXT.search}
            aria-expanded={listed.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(selected ? { 'aria-activedescendant': hitElementId(listId, selected) } : {})}
          />
          <KeyHint action="knowledge" />
        </div>
        <KnowledgeFilters
          value={filters}
          units={units}
          onChange={(next) => {
            setFilters(next);
            again();
          }}
        />
        <button type="button" className="kn-kind" aria-pressed={mine} onClick={() => setMine(!mine)}>
          {TEXT.mine}
        </button>
        <WordingButton />
        <output className="kn-total num">{answer.asked ? TEXT.found(answer.total) : ''}</output>
      </div>
      <div className="kn-columns">
        <div className="kn-list">
          {mine && <MyFeedback onArticle={open} />}
          {!mine && answer.failure && <FailureNote failure={answer.failure} />}
          {!mine && !answer.asked && shelf.failure && <FailureNote failure={shelf.failure} />}
          {!mine && answer.first && <ListSkeleton rows={8} height={76} />}
          {!mine && listed.length > 0 && (
            <HitList
              id={listId}
              groups={answer.asked ? [{ title: null, hits: answer.hits }] : shelf.groups}
              selected={selected}
              onSelect={(hit) => open(hit.articleId)}
            />
          )}
          {!mine && !answer.first && !answer.failure && listed.length === 0 && <EmptyState text={emptyText(answer)} />}
        </div>
        <section className="kn-reading" aria-label={TEXT.reading}>
          {failure && <FailureNote failure={failure} />}
          {!selected && <EmptyState text={TEXT.pick} />}
          {selected && !article && !failure && <TextSkeleton rows={8} />}
          {article && <ArticleView article={article} unitName={unitName} onArticle={open} />}
          <div className="kn-reading-actions">
            {article && <CopyButton key={article.id} text={answerFrom(article, '', '')} />}
            {article && <PinButton articleId={article.id} pinned={shelf.isPinned(article.id)} active={active} />}
            <ReportButton
              article={refOf(selected, article, listed)}
              query={query.trim().slice(-60)}
              turn={`${query} ${JSON.stringify(filters)} ${chosen} ${asked}`}
              active={active}
            />
          </div>
        </section>
      </div>
    </section>
  );
}

function emptyText({ query, asked }: KnowledgeAnswer): string {
  if (query !== '') return TEXT.nothing(query);
  return asked ? TEXT.noneFiltered : TEXT.emptyPage;
}

function CopyButton({ text }: { text: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button icon={<CopyOutlined aria-hidden />} onClick={copy}>
      {copied ? TEXT.copied : TEXT.copy}
    </Button>
  );
}
