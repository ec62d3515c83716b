import { BarChartOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { beijingDate } from '../../../shared/instant.ts';
import { addDays } from '../../../shared/policy/calendar.ts';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useMinute } from '../../data/clock.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useUnitNames } from '../knowledge/use-knowledge.ts';
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
  const { data, failure, refresh } = useDeskQuery({
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
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {!data && !failure && <ListSkeleton rows={8} height={36} />}
      {data && data.articles.length + data.questions.length === 0 && (
        <EmptyState icon={<BarChartOutlined aria-hidden />} text={TEXT.noUsage} />
      )}
      {data && data.articles.length + data.questions.length > 0 && (
        <div className="kd-two">
          <table className="work-table" aria-label={TEXT.usageArticles}>
            <thead>
              <tr>
                <th scope="col">{TEXT.title}</th>
                <th scope="col">{TEXT.owner}</th>
                <th scope="col" className="work-figure">
                  {TEXT.opened}
                </th>
                <th scope="col" className="work-figure">
                  {TEXT.used}
                </th>
                <th scope="col" className="work-figure">
                  {TEXT.dissatisfied}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.articles.map(({ articleId, title, unitId, opened, used, dissatisfied }) => (
                <tr key={articleId}>
                  <th scope="row">
                    <button type="button" className="kn-link" onClick={() => go('knowledgeDesk', { articleId })}>
                      {title ?? articleId}
                    </button>
                  </th>
                  <td>{unitId ? unitName(unitId) : TEXT.centre}</td>
                  <td className="work-figure num">{opened}</td>
                  <td className="work-figure num">{used}</td>
                  <td className="work-figure num">
                    {dissatisfied > 0 ? <span className="work-bad">{dissatisfied}</span> : 0}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className="work-table" aria-label={TEXT.usageQuestions}>
            <thead>
              <tr>
                <th scope="col">{TEXT.question}</th>
                <th scope="col" className="work-figure">
                  {TEXT.asked}
                </th>
                <th scope="col" className="work-figure">
                  {TEXT.notFound}
                </th>
                <th scope="col" className="work-figure">
                  {TEXT.used}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.questions.map(({ words, asked, notFound, used }) => (
                <tr key={words}>
                  <th scope="row">{words}</th>
                  <td className="work-figure num">{asked}</td>
                  <td className="work-figure num">
                    {notFound > 0 ? <span className="work-near">{notFound}</span> : 0}
                  </td>
                  <td className="work-figure num">{used}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
