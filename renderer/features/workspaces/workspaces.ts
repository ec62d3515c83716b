import type { OrderFilter } from '../../../shared/contract/desk.ts';
import { RUNNING_STATES } from '../../../shared/domain/order.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { QUEUES, queuesFor, type Queue } from '../../../shared/domain/queues.ts';
import type { ColumnKey } from '../orders/columns.ts';
import { EMPTY, TAB_NAMES } from './text.ts';
import type { WorkspaceId } from './workspace-ids.ts';

/** One kind of work waiting: a queue, or a queue narrowed by its limits, or a panel that is no list. */
export interface WorkTab {
  readonly id: string;
  readonly name: string;
  /** Whose tab it is: shown to whoever has this queue. */
  readonly queue: Queue;
  readonly show: 'queue' | 'running' | 'board' | 'catalogue' | 'knowledge' | 'sample';
  readonly due: OrderFilter['due'];
  readonly sort: OrderFilter['sort'];
  readonly empty: string;
}

export interface Workspace {
  readonly id: WorkspaceId;
  readonly columns: readonly ColumnKey[];
  readonly tabs: readonly WorkTab[];
}

function tab(queue: Queue, changes: Partial<WorkTab> = {}): WorkTab {
  const id = changes.id ?? queue;
  return {
    id,
    name: TAB_NAMES[id] ?? QUEUES[queue].name,
    queue,
    show: 'queue',
    due: 'any',
    sort: 'due',
    empty: EMPTY[id] ?? '',
    ...changes,
  };
}

const COLUMNS: readonly ColumnKey[] = ['number', 'state', 'category', 'summary', 'unit', 'due', 'createdAt'];

/** What each role works on, in the order in which one looks at it. */
export const WORKSPACES: Readonly<Record<WorkspaceId, Workspace>> = {
  dispatching: {
    id: 'dispatching',
    columns: COLUMNS,
    tabs: [
      // Whoever has waited longest comes first; nothing has a limit of a unit yet.
      tab('undispatched', { sort: 'oldest' }),
      tab('returns'),
      tab('extensions'),
      tab('undispatched', { id: 'catalogue', show: 'catalogue' }),
    ],
  },
  handling: {
    id: 'handling',
    columns: COLUMNS,
    tabs: [
      tab('toSign'),
      tab('inHand'),
      tab('inHand', { id: 'soon', due: 'soon' }),
      tab('inHand', { id: 'overdue', due: 'overdue' }),
      tab('redone'),
      tab('assisting'),
      tab('toReview'),
      tab('toAnswer'),
    ],
  },
  supervising: {
    id: 'supervising',
    columns: COLUMNS,
    tabs: [
      tab('supervised', { id: 'board', show: 'board' }),
      tab('supervised', { id: 'overdue', show: 'running', due: 'overdue' }),
      tab('supervised', { id: 'soon', show: 'running', due: 'soon' }),
      tab('supervised'),
      tab('supervised', { id: 'knowledge', show: 'knowledge' }),
    ],
  },
  followingUp: {
    id: 'followingUp',
    columns: COLUMNS,
    tabs: [
      tab('toFollowUp', { sort: 'oldest' }),
      tab('toClose', { sort: 'oldest' }),
      tab('toArchive', { sort: 'oldest' }),
      tab('toFollowUp', { id: 'sample', show: 'sample' }),
    ],
  },
  inspecting: { id: 'inspecting', columns: COLUMNS, tabs: [tab('toInspect')] },
  instructing: { id: 'instructing', columns: COLUMNS, tabs: [tab('submitted', { sort: 'oldest' })] },
  reviewing: { id: 'reviewing', columns: COLUMNS, tabs: [tab('reviewing', { sort: 'oldest' })] },
};

/** The tabs of a workspace that are this person's. */
export function tabsFor(workspace: Workspace, actor: Pick<Actor, 'grants'>): readonly WorkTab[] {
  const queues = queuesFor(actor);
  return workspace.tabs.filter(({ queue }) => queues.includes(queue));
}

/** True where there is work of this kind for this person at all. */
export function worksIn(id: WorkspaceId, actor: Pick<Actor, 'grants'>): boolean {
  return tabsFor(WORKSPACES[id], actor).length > 0;
}

/** What a tab asks of the list. */
export function narrowedTo({ show, queue, due }: WorkTab): Pick<OrderFilter, 'queue' | 'due'> & Partial<OrderFilter> {
  return show === 'running' ? { queue: null, due, states: [...RUNNING_STATES] } : { queue, due };
}
