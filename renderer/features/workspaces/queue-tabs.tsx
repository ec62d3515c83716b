import { AlertFilled } from '@ant-design/icons';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { TEXT } from './text.ts';
import type { TabCount } from './use-queue-counts.ts';
import type { WorkTab } from './workspaces.ts';

export interface QueueTabsProps {
  readonly tabs: readonly WorkTab[];
  readonly counts: Readonly<Partial<Record<string, TabCount>>>;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** What waits, kind by kind: how much, and how much of it is overdue, told by icon, word and colour. */
export function QueueTabs({ tabs, counts, chosen, onChoose }: QueueTabsProps): ReactNode {
  return (
    <Segmented<string>
      className="work-tabs"
      aria-label={TEXT.queues}
      value={chosen}
      onChange={onChoose}
      options={tabs.map((tab) => ({ value: tab.id, label: <Label tab={tab} count={counts[tab.id]} /> }))}
    />
  );
}

function Label({ tab, count }: { tab: WorkTab; count: TabCount | undefined }): ReactNode {
  const { name, show } = tab;
  if (show === 'board' || show === 'catalogue' || show === 'knowledge' || show === 'sample' || !count) return name;
  const { total, overdue } = count;
  return (
    <span title={TEXT.tabLabel(name, total, overdue)}>
      <span>{name}</span>
      <span className={`orders-count num ${tab.due === 'overdue' && total > 0 ? 'orders-count-overdue' : ''}`}>
        {total}
      </span>
      {overdue > 0 && tab.due !== 'overdue' && (
        <span className="work-overdue num">
          <AlertFilled aria-hidden /> {TEXT.overdueMark(overdue)}
        </span>
      )}
    </span>
  );
}
