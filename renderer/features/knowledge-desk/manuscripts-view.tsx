import { EditOutlined, FileTextOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { STAGE_NAMES, type Manuscript } from '../../../shared/domain/knowledge/manuscript.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ListSkeleton, TextSkeleton } from '../../components/skeletons.tsx';
import { useUnitNames } from '../../data/directory.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { NO_FILTERS } from '../knowledge/knowledge-filters.tsx';
import { useKnowledge } from '../knowledge/use-knowledge.ts';
import { Dossier } from './dossier.tsx';
import { newArticleId } from './new-article.ts';
import { TEXT } from './text.ts';

export interface ManuscriptsViewProps {
  readonly actor: Actor;
  /** An article that somebody came here for. */
  readonly linked: ArticleId | null;
  readonly inFront: boolean;
}

/** 稿件: what is being written, with the article in hand beside the list; any published article can be found and taken up. */
export function ManuscriptsView({ actor, linked }: ManuscriptsViewProps): ReactNode {
  const unitName = useUnitNames();
  const [all, setAll] = useState(false);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<{ id: ArticleId; since: ArticleId | null } | null>(null);
  const { hits } = useKnowledge({ query, filters: NO_FILTERS, limit: 30 });
  const list = useDeskQuery({
    key: ['manuscripts'],
    tables: ['manuscripts', 'outbox'],
    run: (desk) => desk.knowledgeDesk.manuscripts(),
  });
  const drafts = useDeskQuery({
    key: ['articleDrafts'],
    tables: ['drafts'],
    run: (desk) => desk.knowledgeDesk.drafts(),
  });
  const kept = drafts.data ?? [];
  const rows = list.data?.filter(
    ({ stage, articleId }) => all || stage !== 'idle' || kept.some((one) => one.articleId === articleId),
  );
  const unlisted = kept.filter(({ articleId }) => !rows?.some((row) => row.articleId === articleId));
  // A link that came later than the last choice is what is wanted now.
  const articleId = chosen && chosen.since === linked ? chosen.id : (linked ?? chosen?.id ?? null);
  const open = (id: ArticleId): void => setChosen({ id, since: linked });
  const write = (): void => open(newArticleId());
  return (
    <div className="kd-columns">
      <div className="kd-list">
        <div className="kd-list-head">
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={write}>
            {TEXT.write}
          </Button>
          <Input
            prefix={<SearchOutlined aria-hidden />}
            allowClear={CLEARABLE_INPUT}
            placeholder={TEXT.articles}
            aria-label={TEXT.articles}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
          <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
            {TEXT.all}
          </Checkbox>
        </div>
        {list.failure && <FailureNote failure={list.failure} onRetry={list.refresh} />}
        {!rows && !list.failure && <ListSkeleton rows={6} height={52} />}
        <ul className="kd-rows" aria-label={TEXT.manuscripts}>
          {query.trim() !== '' &&
            hits.map((hit) => (
              <Row
                key={hit.articleId}
                title={hit.title}
                on={hit.articleId === articleId}
                onOpen={() => open(hit.articleId)}
              >
                {hit.unitName ?? TEXT.centre}
              </Row>
            ))}
          {query.trim() === '' &&
            unlisted.map((one) => (
              <Row
                key={one.articleId}
                title={one.draft.title || TEXT.write}
                on={one.articleId === articleId}
                onOpen={() => open(one.articleId)}
              >
                <EditOutlined aria-hidden /> {TEXT.halfWritten}
              </Row>
            ))}
          {query.trim() === '' &&
            rows?.map((row) => (
              <Row
                key={row.id}
                title={row.draft?.text.title ?? row.title}
                on={row.articleId === articleId}
                onOpen={() => open(row.articleId)}
              >
                <Stage row={row} /> {row.unitId ? unitName(row.unitId) : TEXT.centre}
              </Row>
            ))}
        </ul>
        {query.trim() === '' && rows?.length === 0 && unlisted.length === 0 && (
          <EmptyState icon={<FileTextOutlined aria-hidden />} text={TEXT.noManuscripts} />
        )}
      </div>
      <div className="kd-detail">
        {articleId ? (
          <Loaded key={articleId} actor={actor} articleId={articleId} onArticle={open} />
        ) : (
          <EmptyState icon={<FileTextOutlined aria-hidden />} text={TEXT.pick} />
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly title: string;
  readonly on: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

function Row({ title, on, onOpen, children }: RowProps): ReactNode {
  return (
    <li>
      <button type="button" className="kd-row" aria-current={on} onClick={onOpen}>
        <span className="kd-row-title">{title}</span>
        <span className="order-faint">{children}</span>
      </button>
    </li>
  );
}

function Stage({ row }: { row: Manuscript }): ReactNode {
  const last = row.course.at(-1);
  return (
    <>
      <b className={`kd-stage kd-stage-${row.stage}`}>{STAGE_NAMES[row.stage]}</b>{' '}
      {last && <RelativeTime at={last.at} />}
    </>
  );
}

interface LoadedProps {
  readonly actor: Actor;
  readonly articleId: ArticleId;
  readonly onArticle: (id: ArticleId) => void;
}

/** The dossier once it and what is half-written of it are known: an editor must not begin with less. */
function Loaded({ actor, articleId, onArticle }: LoadedProps): ReactNode {
  const dossier = useDeskQuery({
    key: ['dossier', articleId],
    tables: ['articles', 'manuscripts', 'outbox'],
    run: (desk) => desk.knowledgeDesk.dossier({ articleId }),
  });
  const drafts = useDeskQuery({
    key: ['articleDrafts'],
    tables: ['drafts'],
    run: (desk) => desk.knowledgeDesk.drafts(),
  });
  if (dossier.failure) return <FailureNote failure={dossier.failure} onRetry={dossier.refresh} />;
  if (!dossier.data || !drafts.data) return <TextSkeleton rows={8} />;
  const kept = drafts.data.find((one) => one.articleId === articleId) ?? null;
  return <Dossier actor={actor} articleId={articleId} {...dossier.data} kept={kept} onArticle={onArticle} />;
}
