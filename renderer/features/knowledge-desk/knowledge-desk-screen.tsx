import './knowledge-desk.css';
import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { articleIdSchema } from '../../../shared/domain/ids.ts';
import { keepsKnowledge } from '../../../shared/domain/knowledge/decision.ts';
import { useNavigation, type ScreenParams } from '../../app/navigation.ts';
import { useLive } from '../../data/live.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useKey } from '../../keys/keys.ts';
import { DueView } from './due-view.tsx';
import { FeedbackView } from './feedback-view.tsx';
import { ImportView } from './import-view.tsx';
import { ManuscriptsView } from './manuscripts-view.tsx';
import { TEXT } from './text.ts';
import { UsageView } from './usage-view.tsx';

const TABS = ['manuscripts', 'feedback', 'due', 'usage', 'importing'] as const;
type Tab = (typeof TABS)[number];

/** 知识管理: what waits to be written, reviewed, answered and checked, for those who keep knowledge. T: 第十二条. */
export function KnowledgeDeskScreen(): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const inFront = useNavigation(({ screen }) => screen === 'knowledgeDesk');
  const params = useNavigation((navigation) => (navigation.screen === 'knowledgeDesk' ? navigation.params : null));
  const [{ tab, since }, setChosen] = useState<{ tab: Tab; since: ScreenParams | null }>({
    tab: 'manuscripts',
    since: null,
  });
  const linked = articleIdSchema.safeParse(params?.['articleId']);
  // An article that somebody came here for since the tab was chosen is what is wanted now.
  const chosen = linked.success && since !== params ? 'manuscripts' : tab;
  const setTab = (next: Tab): void => setChosen({ tab: next, since: params });
  const counts = useCounts();
  const step = (by: number): void => {
    const next = TABS[(TABS.indexOf(chosen) + by + TABS.length) % TABS.length];
    if (next) setTab(next);
  };
  useKey('nextQueue', () => step(1), inFront);
  useKey('previousQueue', () => step(-1), inFront);
  if (!actor || !keepsKnowledge(actor)) return null;
  return (
    <section className="orders-screen" aria-label={TEXT.screen}>
      <div className="orders-bar">
        <Segmented<Tab>
          className="work-tabs"
          aria-label={TEXT.tabs}
          value={chosen}
          onChange={setTab}
          options={TABS.map((value) => ({ value, label: TEXT.count(TEXT[value], counts[value] ?? 0) }))}
        />
      </div>
      {chosen === 'manuscripts' && (
        <ManuscriptsView actor={actor} linked={linked.success ? linked.data : null} inFront={inFront} />
      )}
      {chosen === 'feedback' && <FeedbackView actor={actor} />}
      {chosen === 'due' && <DueView actor={actor} />}
      {chosen === 'usage' && <UsageView />}
      {chosen === 'importing' && <ImportView onImported={() => setTab('manuscripts')} />}
    </section>
  );
}

/** What waits in each tab. */
function useCounts(): Partial<Record<Tab, number>> {
  const manuscripts = useDeskQuery({
    key: ['manuscripts'],
    tables: ['manuscripts', 'outbox'],
    run: (desk) => desk.knowledgeDesk.manuscripts(),
  });
  const feedback = useDeskQuery({
    key: ['feedback'],
    tables: ['feedback', 'outbox'],
    run: (desk) => desk.knowledgeDesk.feedback({ mine: false }),
  });
  const due = useDeskQuery({
    key: ['dueArticles'],
    tables: ['articles', 'manuscripts', 'centre', 'outbox'],
    run: (desk) => desk.knowledgeDesk.due(),
  });
  return {
    manuscripts: manuscripts.data?.filter(({ stage }) => stage !== 'idle').length ?? 0,
    feedback: feedback.data?.filter(({ state }) => state !== 'settled').length ?? 0,
    due: due.data?.filter(({ late }) => late).length ?? 0,
  };
}
