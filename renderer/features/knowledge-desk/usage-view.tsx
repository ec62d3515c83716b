import { BarChartOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnitNames } from '../../data/directory.ts';
import { beijingDate } from '../../../shared/instant.ts';
import { addDays } from '../../../shared/policy/calendar.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useMinute } from '../../data/clock.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TEXT } from './text.ts';

const SPANS = [7, 30, 90] as const;

/** 使用情况: what was asked, found and used, and what left callers dissatisfied; counted at the centre as it happens. */
export function UsageView(): ReactNode {
  const now = useMinute('centre');
  const unitName = useUnitNames();
  const go = useNavigation((navigation) => navigation.go);
  const [days, setDays] = useState<number>(30);
  const to = beijingDate(now);
  const span = { from: addDays(to, 1 - days), to };
  const usage = useDeskQuery({
    key: ['knowledgeUsage', span],
    tables: [],
    run: (desk) => desk.knowledgeDesk.usage(span),
  });
  return (
    <div className="work-panel">
      <div className="work-panel-head">
        <Segmented<number>
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: TEXT.days(value) }))}
        />
      </div>
      <Answer query={usage}>
        {({ articles, questions }) =>
          articles.length + questions.length === 0 ? (
            <EmptyState icon={<BarChartOutlined aria-hidden />} text={TEXT.noUsage} />
          ) : (
            <div className="kd-two">
              <DataTable
                label={TEXT.usageArticles}
                rows={articles}
                keyOf={({ articleId }) => articleId}
                columns={[
                  {
                    head: TEXT.title,
                    kind: 'name',
                    render: ({ articleId, title }) => (
                      <button type="button" className="kn-link" onClick={() => go('knowledgeDesk', { articleId })}>
                        {title ?? articleId}
                      </button>
                    ),
                  },
                  { head: TEXT.owner, render: ({ unitId }) => (unitId ? unitName(unitId) : TEXT.centre) },
                  { head: TEXT.opened, kind: 'figure', render: ({ opened }) => opened },
                  { head: TEXT.used, kind: 'figure', render: ({ used }) => used },
                  {
                    head: TEXT.dissatisfied,
                    kind: 'figure',
                    render: ({ dissatisfied: n }) => (n > 0 ? <span className="work-bad">{n}</span> : 0),
                  },
                ]}
              />
              <DataTable
                label={TEXT.usageQuestions}
                rows={questions}
                keyOf={({ words }) => words}
                columns={[
                  { head: TEXT.question, kind: 'name', render: ({ words }) => words },
                  { head: TEXT.asked, kind: 'figure', render: ({ asked }) => asked },
                  { head: TEXT.found, kind: 'figure', render: ({ asked, notFound }) => asked - notFound },
                  {
                    head: TEXT.notFound,
                    kind: 'figure',
                    render: ({ notFound: n }) => (n > 0 ? <span className="work-near">{n}</span> : 0),
                  },
                  { head: TEXT.used, kind: 'figure', render: ({ used }) => used },
                ]}
              />
            </div>
          )
        }
      </Answer>
    </div>
  );
}
