import './workspaces.css';
import { InboxOutlined } from '@ant-design/icons';
import { Button, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useUnits } from '../../data/directory.ts';
import type { OrderFilter } from '../../../shared/contract/desk.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useLive } from '../../data/live.ts';
import { useKey } from '../../keys/keys.ts';
import { DueView } from '../knowledge-desk/due-view.tsx';
import { fitColumns } from '../orders/columns.ts';
import { ActiveFilters } from '../orders/active-filters.tsx';
import { ListAndDetail, NO_MARK, type Mark } from '../orders/list-and-detail.tsx';
import { FIRST_QUERY, isRefined, NO_REFINEMENT, orderFilter, type ListQuery } from '../orders/query.ts';
import { SearchBox } from '../orders/search-box.tsx';
import { useOrderRows } from '../orders/use-order-rows.ts';
import { useRoom } from '../orders/use-room.ts';
import { Board } from './board.tsx';
import { Catalogue } from './catalogue.tsx';
import { Sample } from './sample.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { TEXT, WORKSPACE_NAMES } from './text.ts';
import { useQueueCounts } from './use-queue-counts.ts';
import type { WorkspaceId } from './workspace-ids.ts';
import { narrowedTo, tabsFor, WORKSPACES, type Workspace, type WorkTab } from './workspaces.ts';

const VIEW_ALL: ListQuery = { ...FIRST_QUERY, view: 'all' };

/** One role's work: what waits, kind by kind, and the order in hand beside the list. */
export function WorkspaceScreen({ id }: { id: WorkspaceId }): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const workspace = WORKSPACES[id];
  return actor && tabsFor(workspace, actor).length > 0 ? <Work workspace={workspace} actor={actor} /> : null;
}

function Work({ workspace, actor }: { workspace: Workspace; actor: Actor }): ReactNode {
  const tabs = tabsFor(workspace, actor);
  const counts = useQueueCounts(tabs);
  const units = useUnits();
  const [tabId, setTabId] = useState<string>(tabs[0]?.id ?? '');
  const tab = tabs.find(({ id }) => id === tabId) ?? tabs[0];
  const [query, setQuery] = useState<ListQuery>({ ...VIEW_ALL, sort: tab?.sort ?? 'due' });
  const [mark, setMark] = useState<Mark>(NO_MARK);
  const [openId, setOpenId] = useState<OrderId | null>(null);
  const searchRef = useRef<InputRef>(null);
  const gridRef = useRef<HTMLTableElement>(null);
  const inFront = useNavigation(({ screen }) => screen === workspace.id);
  const go = useNavigation(({ go: navigate }) => navigate);
  const rows = useOrderRows(filterOf(query, tab));
  const { width, height, measure } = useRoom();
  const list = tab?.show === 'queue' || tab?.show === 'running';

  const change = (part: Partial<ListQuery>): void => {
    setQuery({ ...query, ...part });
    setMark(NO_MARK);
  };
  const choose = (id: string, more: Partial<ListQuery> = NO_REFINEMENT): void => {
    const next = tabs.find((candidate) => candidate.id === id);
    if (!next) return;
    setTabId(id);
    change({ ...NO_REFINEMENT, ...more, sort: next.sort });
  };
  const step = (by: number): void => {
    const at = tabs.findIndex(({ id }) => id === tab?.id);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (next) choose(next.id);
  };
  const toRows = (): void => {
    gridRef.current?.focus();
    if (mark.index < 0) setMark({ index: 0, id: null });
  };
  useKey('find', () => searchRef.current?.focus({ cursor: 'all' }), inFront && list);
  useKey('nextQueue', () => step(1), inFront && tabs.length > 1);
  useKey('previousQueue', () => step(-1), inFront && tabs.length > 1);

  return (
    <section className="orders-screen" aria-label={WORKSPACE_NAMES[workspace.id]}>
      <div className="orders-bar">
        <QueueTabs tabs={tabs} counts={counts} chosen={tab?.id ?? ''} onChoose={(id) => choose(id)} />
        {list && (
          <SearchBox text={query.text} inputRef={searchRef} onSearch={(text) => change({ text })} onLeave={toRows} />
        )}
      </div>
      {list && <ActiveFilters total={rows.state.total} query={query} units={units} onQuery={change} />}
      {tab?.show === 'board' && <Board onUnit={(unitId) => choose('overdue', { ...NO_REFINEMENT, unitId })} />}
      {tab?.show === 'catalogue' && <Catalogue />}
      {tab?.show === 'knowledge' && <DueView actor={actor} />}
      {tab?.show === 'sample' && <Sample />}
      {list && (
        <ListAndDetail
          rows={rows}
          columns={fitColumns(workspace.columns, width)}
          height={height}
          measure={measure}
          query={query}
          units={units}
          mark={mark}
          openId={openId}
          inFront={inFront}
          gridRef={gridRef}
          onQuery={change}
          onMark={setMark}
          onOpen={setOpenId}
          empty={
            isRefined(query) ? (
              <EmptyState
                icon={<InboxOutlined aria-hidden />}
                text={tab.empty}
                action={<Button onClick={() => change(NO_REFINEMENT)}>{TEXT.clearAll}</Button>}
              />
            ) : (
              <EmptyState
                icon={<InboxOutlined aria-hidden />}
                text={tab.empty}
                action={<Button onClick={() => go('orders')}>{TEXT.toOrders}</Button>}
              />
            )
          }
        />
      )}
    </section>
  );
}

function filterOf(query: ListQuery, tab: WorkTab | undefined): OrderFilter {
  const asked = orderFilter(query);
  if (!tab) return asked;
  const narrowed = narrowedTo(tab);
  // What the person has narrowed a list of running orders to goes before its being about running ones.
  return query.states.length > 0 ? { ...asked, ...narrowed, states: asked.states } : { ...asked, ...narrowed };
}
