import { useState, type ReactNode } from 'react';
import type { Topic, TopicWindow } from '../../../shared/contract/topics.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { Answer } from '../../components/answer.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { OrderRows } from './order-rows.tsx';
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
  const title = `${TOPICS.windows[window]}：${place ? `${place} ` : ''}${subjectName}`;
  return (
    <Dialog title={title} width={1080} onClose={onClose}>
      <Answer query={found}>
        {({ rows, hidden, words }) => (
          <div className="reports-rows">
            {words.length > 0 && <p className="reports-what">{TOPICS.words + words.join('、')}</p>}
            <TopicActs topic={topic} rows={rows.filter(({ orderId }) => chosen.includes(orderId))} onGo={onClose} />
            <OrderRows
              label={TOPICS.hot}
              rows={rows}
              choosing={{ head: '', labelOf: TOPICS.choose, chosen, onChoose: setChosen }}
              empty={<EmptyState text={TEXT.none} />}
              onGo={onClose}
            />
            {hidden > 0 && <p className="order-faint">{TEXT.hidden(hidden)}</p>}
          </div>
        )}
      </Answer>
    </Dialog>
  );
}
