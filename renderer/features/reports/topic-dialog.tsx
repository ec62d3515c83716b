import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReportRow } from '../../../shared/contract/reports.ts';
import type { Topic, TopicWindow } from '../../../shared/contract/topics.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { CATEGORY_NAMES } from '../../../shared/domain/order.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateTag } from '../../components/tags.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { OpenOrder } from './open-order.tsx';
import { TEXT } from './text.ts';
import { TopicActs } from './topic-acts.tsx';
import { TOPICS } from './topics-text.ts';

export interface TopicDialogProps {
  readonly topic: Topic;
  readonly window: TopicWindow;
  readonly onClose: () => void;
}

/** The requests behind a topic, and what can be done about them together. */
export function TopicDialog({ topic, window, onClose }: TopicDialogProps): ReactNode {
  const { subjectId, place, subjectName } = topic;
  const [chosen, setChosen] = useState<readonly OrderId[]>([]);
  const found = useDeskQuery({
    key: ['topicRows', subjectId, place, window],
    tables: ['orders'],
    run: (desk) => desk.topics.rows({ subjectId, place, window }),
  });
  const title = `${TOPICS.windows[window]}：${place ?? ''} ${subjectName}`;
  return (
    <Dialog title={title} width={1080} onClose={onClose}>
      <Answer query={found}>
        {({ rows, hidden, words }) => (
          <div className="reports-rows">
            {words.length > 0 && <p className="reports-what">{TOPICS.words + words.join('、')}</p>}
            <TopicActs topic={topic} rows={rows.filter(({ orderId }) => chosen.includes(orderId))} />
            <Rows rows={rows} chosen={chosen} onChoose={setChosen} onGo={onClose} />
            {hidden > 0 && <p className="order-faint">{TEXT.hidden(hidden)}</p>}
          </div>
        )}
      </Answer>
    </Dialog>
  );
}

interface RowsProps {
  readonly rows: readonly ReportRow[];
  readonly chosen: readonly OrderId[];
  readonly onChoose: (chosen: readonly OrderId[]) => void;
  readonly onGo: () => void;
}

function Rows({ rows, chosen, onChoose, onGo }: RowsProps): ReactNode {
  const toggle = (id: OrderId): void =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <DataTable
      label={TOPICS.hot}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      empty={<EmptyState text={TEXT.none} />}
      columns={[
        {
          head: '',
          key: 'choose',
          render: ({ orderId, number }) => (
            <Checkbox
              aria-label={TOPICS.choose(number)}
              checked={chosen.includes(orderId)}
              onChange={() => toggle(orderId)}
            />
          ),
        },
        {
          head: TEXT.number,
          render: ({ orderId, number }) => <OpenOrder orderId={orderId} number={number} onGo={onGo} />,
        },
        { head: TEXT.day, className: 'num data-nowrap', render: ({ day }) => day },
        { head: TEXT.unit, render: ({ unitName }) => unitName },
        { head: TEXT.category, className: 'data-nowrap', render: ({ category }) => CATEGORY_NAMES[category] },
        { head: TEXT.state, render: ({ state }) => <StateTag state={state} /> },
        { head: TEXT.summary, className: 'data-wide', render: ({ summary }) => summary },
      ]}
    />
  );
}
