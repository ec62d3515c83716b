import { AlertFilled, CheckCircleOutlined, HourglassOutlined, SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnitNames } from '../../data/directory.ts';
import { ARTICLE_KIND_NAMES } from '../../../shared/domain/article.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import { mayWrite } from '../../../shared/domain/knowledge/writing.ts';
import { may, type Actor } from '../../../shared/domain/people.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
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
  const list = useDeskQuery({
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
      <Answer query={list}>
        {(rows) => (
          <DataTable
            label={TEXT.due}
            rows={rows}
            keyOf={({ id }) => id}
            empty={<EmptyState icon={<CheckCircleOutlined aria-hidden />} text={TEXT.noDue} />}
            columns={[
              {
                head: TEXT.title,
                kind: 'name',
                render: ({ id, unitId, title }) => (
                  <button
                    type="button"
                    className="kn-link"
                    onClick={() => go(mayWrite(actor, unitId) ? 'knowledgeDesk' : 'knowledge', { articleId: id })}
                  >
                    {title}
                  </button>
                ),
              },
              { head: TEXT.kind, render: ({ kind }) => ARTICLE_KIND_NAMES[kind] },
              { head: TEXT.owner, render: ({ unitId }) => (unitId ? unitName(unitId) : TEXT.centre) },
              { head: TEXT.checkedOn, className: 'num', render: ({ checkedOn }) => checkedOn },
              {
                head: TEXT.dueOn,
                className: 'num',
                render: ({ late, dueOn }) => (
                  <>
                    <span className={late ? 'work-bad' : 'work-near'}>
                      {late ? <AlertFilled aria-hidden /> : <HourglassOutlined aria-hidden />}{' '}
                      {late ? TEXT.dueLate : TEXT.dueSoon}
                    </span>{' '}
                    {dueOn}
                  </>
                ),
              },
              {
                head: TEXT.check,
                kind: 'acts',
                render: ({ id, title, unitId, late, supervisedAt }) => (
                  <>
                    {supervisedAt && (
                      <span className="work-near">
                        {TEXT.supervisedSince} <RelativeTime at={supervisedAt} />
                      </span>
                    )}
                    {mayWrite(actor, unitId) && (
                      <Button size="small" onClick={() => setSaying({ what: 'check', articleId: id, title })}>
                        {TEXT.check}
                      </Button>
                    )}
                    {may(actor, 'order.supervise') && late && !supervisedAt && (
                      <Button size="small" onClick={() => setSaying({ what: 'supervise', articleId: id, title })}>
                        {TEXT.supervise}
                      </Button>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </Answer>
      {saying && <SayDialog saying={saying} command={command} onClose={() => setSaying(null)} />}
      {period && <PeriodDialog onClose={() => setPeriod(false)} />}
    </div>
  );
}
