import { AlertFilled, CheckCircleOutlined, HourglassOutlined, SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ARTICLE_KIND_NAMES } from '../../../shared/domain/article.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import { mayWrite } from '../../../shared/domain/knowledge/writing.ts';
import { may, type Actor } from '../../../shared/domain/people.ts';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { useUnitNames } from '../knowledge/use-knowledge.ts';
import { PeriodDialog } from './period-dialog.tsx';
import { SayDialog, type Saying } from './say-dialog.tsx';
import { TEXT } from './text.ts';
import { useDeskCommand } from './use-desk-command.ts';

/** 待核对: articles whose check is due, late ones first; checked by those who keep them, supervised by the overseer. T13. */
export function DueView({ actor }: { actor: Actor }): ReactNode {
  const unitName = useUnitNames();
  const go = useNavigation((navigation) => navigation.go);
  const command = useDeskCommand();
  const [saying, setSaying] = useState<Saying | null>(null);
  const [period, setPeriod] = useState(false);
  const { data, failure, refresh } = useDeskQuery({
    key: ['dueArticles'],
    tables: ['articles', 'manuscripts', 'centre', 'outbox'],
    run: (desk) => desk.knowledgeDesk.due(),
  });
  return (
    <div className="work-panel">
      <div className="work-panel-head">
        {edits(actor) && (
          <Button size="small" icon={<SettingOutlined aria-hidden />} onClick={() => setPeriod(true)}>
            {TEXT.period}
          </Button>
        )}
        {command.done && <output className="order-good">{command.done}</output>}
      </div>
      {command.failure && !saying && <FailureNote failure={command.failure} />}
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {!data && !failure && <ListSkeleton rows={8} height={36} />}
      {data?.length === 0 && <EmptyState icon={<CheckCircleOutlined aria-hidden />} text={TEXT.noDue} />}
      {data && data.length > 0 && (
        <table className="work-table" aria-label={TEXT.due}>
          <thead>
            <tr>
              <th scope="col">{TEXT.title}</th>
              <th scope="col">{TEXT.kind}</th>
              <th scope="col">{TEXT.owner}</th>
              <th scope="col">{TEXT.checkedOn}</th>
              <th scope="col">{TEXT.dueOn}</th>
              <th scope="col" className="kd-acts">
                {TEXT.check}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="kn-link"
                    onClick={() =>
                      mayWrite(actor, row.unitId)
                        ? go('knowledgeDesk', { articleId: row.id })
                        : go('knowledge', { articleId: row.id })
                    }
                  >
                    {row.title}
                  </button>
                </th>
                <td>{ARTICLE_KIND_NAMES[row.kind]}</td>
                <td>{row.unitId ? unitName(row.unitId) : TEXT.centre}</td>
                <td className="num">{row.checkedOn}</td>
                <td className="num">
                  <span className={row.late ? 'work-bad' : 'work-near'}>
                    {row.late ? <AlertFilled aria-hidden /> : <HourglassOutlined aria-hidden />}{' '}
                    {row.late ? TEXT.dueLate : TEXT.dueSoon}
                  </span>{' '}
                  {row.dueOn}
                </td>
                <td className="kd-acts">
                  {row.supervisedAt && (
                    <span className="work-near">
                      {TEXT.supervisedSince} <RelativeTime at={row.supervisedAt} />
                    </span>
                  )}
                  {mayWrite(actor, row.unitId) && (
                    <Button
                      size="small"
                      onClick={() => setSaying({ what: 'check', articleId: row.id, title: row.title })}
                    >
                      {TEXT.check}
                    </Button>
                  )}
                  {may(actor, 'order.supervise') && row.late && !row.supervisedAt && (
                    <Button
                      size="small"
                      onClick={() => setSaying({ what: 'supervise', articleId: row.id, title: row.title })}
                    >
                      {TEXT.supervise}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {saying && <SayDialog saying={saying} command={command} onClose={() => setSaying(null)} />}
      {period && <PeriodDialog onClose={() => setPeriod(false)} />}
    </div>
  );
}
