import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { topicWindowSchema, type Persistent, type Topic, type TopicWindow } from '../../../shared/contract/topics.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Tag } from '../../components/tags.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { OpenOrder } from './open-order.tsx';
import { TopicDialog } from './topic-dialog.tsx';
import { TOPICS } from './topics-text.ts';

/** 热点: what is asked more than usual now, and who has to ask again and again. T13, T16, T18. */
export function TopicsView(): ReactNode {
  const [window, setWindow] = useState<TopicWindow>('week');
  const [opened, setOpened] = useState<Topic | null>(null);
  const found = useDeskQuery({
    key: ['topics', window],
    tables: ['orders'],
    run: (desk) => desk.topics.list({ window }),
  });
  const again = useDeskQuery({ key: ['persistent'], tables: ['orders'], run: (desk) => desk.topics.persistent() });
  return (
    <div className="reports-body reports-topics">
      <div className="reports-caption">
        <Segmented<TopicWindow>
          aria-label={TOPICS.window}
          value={window}
          options={topicWindowSchema.options.map((value) => ({ value, label: TOPICS.windows[value] }))}
          onChange={setWindow}
        />
        <span className="reports-what">{TOPICS.hint[window]}</span>
      </div>
      <Answer query={found}>{({ topics }) => <Topics rows={topics} onOpen={setOpened} />}</Answer>
      <h2 className="reports-part">{TOPICS.persistent}</h2>
      <p className="reports-what">{TOPICS.persistentHint}</p>
      <Answer query={again}>{(rows) => <Again rows={rows} />}</Answer>
      {opened && <TopicDialog topic={opened} window={window} onClose={() => setOpened(null)} />}
    </div>
  );
}

function Topics({ rows, onOpen }: { rows: readonly Topic[]; onOpen: (topic: Topic) => void }): ReactNode {
  return (
    <DataTable
      label={TOPICS.hot}
      rows={rows}
      keyOf={({ subjectId, place }) => `${subjectId} ${place ?? ''}`}
      empty={<EmptyState text={TOPICS.none} />}
      columns={[
        { head: TOPICS.subject, kind: 'name', render: ({ subjectName }) => subjectName },
        { head: TOPICS.place, render: ({ place }) => place ?? <span className="order-faint">{TOPICS.anywhere}</span> },
        {
          head: TOPICS.n,
          kind: 'figure',
          render: (topic) => (
            <Button
              type="link"
              size="small"
              aria-label={TOPICS.openOf(`${topic.place ?? ''}${topic.subjectName}`, topic.n)}
              onClick={() => onOpen(topic)}
            >
              {topic.n}
            </Button>
          ),
        },
        { head: TOPICS.usual, kind: 'figure', render: ({ usual }) => usual.toFixed(1) },
        {
          head: TOPICS.state,
          render: ({ rises }) => (rises ? <span className="work-bad">↑ {TOPICS.rises}</span> : TOPICS.steady),
        },
      ]}
    />
  );
}

function Again({ rows }: { rows: readonly Persistent[] }): ReactNode {
  return (
    <DataTable
      label={TOPICS.persistent}
      rows={rows}
      keyOf={({ rows: orders }) => orders.map(({ orderId }) => orderId).join(' ')}
      empty={<EmptyState text={TOPICS.noPersistent} />}
      columns={[
        {
          head: TOPICS.caller,
          className: 'data-nowrap',
          render: ({ caller, phone }) => (
            <>
              {caller} <span className="num">{phone}</span>
            </>
          ),
        },
        { head: TOPICS.subject, kind: 'name', render: ({ subjectName }) => subjectName },
        { head: TOPICS.months, className: 'num data-nowrap', render: ({ from, to }) => `${from} 至 ${to}` },
        { head: TOPICS.n, kind: 'figure', render: ({ n }) => n },
        {
          head: TOPICS.latest,
          render: ({ rows: orders }) =>
            orders
              .slice(0, 3)
              .map(({ orderId, number }) => <OpenOrder key={orderId} orderId={orderId} number={number} />),
        },
        {
          head: TOPICS.state,
          className: 'data-nowrap',
          render: ({ flagged }) => (
            <Tag tone={flagged ? 'neutral' : 'warn'}>{flagged ? TOPICS.flagged : TOPICS.unflagged}</Tag>
          ),
        },
      ]}
    />
  );
}
