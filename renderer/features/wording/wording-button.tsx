import './wording.css';
import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { may } from '../../../shared/domain/people.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useLive } from '../../data/live.ts';
import { SynonymsView } from './synonyms-view.tsx';
import { TEXT } from './text.ts';
import { TiesView } from './ties-view.tsx';

type Tab = 'learned' | 'removed' | 'synonyms';

/** Opens what callers say for what the articles say, for those who keep it. */
export function WordingButton(): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState<Tab>('learned');
  const edits = actor !== null && may(actor, 'knowledge.edit');
  if (!actor || (!edits && !may(actor, 'order.inspect'))) return null;
  const tabs: Tab[] = edits ? ['learned', 'removed', 'synonyms'] : ['learned', 'removed'];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{TEXT.open}</Button>
      {open && (
        <Dialog title={TEXT.open} width={860} onClose={() => setOpen(false)}>
          <div className="wd-body">
            <Segmented<Tab>
              className="wd-tabs"
              aria-label={TEXT.tabs}
              value={tab}
              onChange={setTab}
              options={tabs.map((value) => ({ value, label: TEXT[value] }))}
            />
            {tab === 'synonyms' ? <SynonymsView /> : <TiesView key={tab} removed={tab === 'removed'} />}
          </div>
        </Dialog>
      )}
    </>
  );
}
