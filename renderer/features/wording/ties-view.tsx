import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TEXT } from './text.ts';

const SHOWN = 200;

/** What was learned from closed calls, or what has been taken out of it, and the way in and out. */
export function TiesView({ removed }: { removed: boolean }): ReactNode {
  const desk = useDesk();
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<Failure | null>(null);
  const { data, failure, refresh } = useDeskQuery({
    key: ['ties', removed, text],
    tables: ['ties', 'articles'],
    run: (asked) => asked.wording.ties({ text: text.trim(), removed, limit: SHOWN }),
    keepAcrossKeys: true,
  });
  const set = (id: string): void => {
    setFailed(null);
    desk.wording.setTie({ id, removed: !removed }).then(refresh, (error: unknown) => setFailed(failureOf(error)));
  };
  return (
    <>
      <p className="wd-hint">{TEXT.learnedHint}</p>
      <div className="wd-bar">
        <Input
          value={text}
          maxLength={60}
          aria-label={TEXT.find}
          placeholder={TEXT.find}
          allowClear={CLEARABLE_INPUT}
          onChange={(event) => setText(event.target.value)}
        />
        <output className="num">{TEXT.total(data?.total ?? 0)}</output>
      </div>
      {failed && <FailureNote failure={failed} />}
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {!data && !failure && <ListSkeleton rows={6} height={48} />}
      {data?.ties.length === 0 && <EmptyState text={TEXT.nothing} />}
      {data && data.ties.length > 0 && (
        <ul className="wd-rows" aria-label={removed ? TEXT.removed : TEXT.learned}>
          {data.ties.map(({ id, words, title, uses, learnedAt }) => (
            <li key={id} className="wd-row">
              <span className="wd-words">
                {words}
                <small>
                  {title ?? TEXT.gone} · {TEXT.uses(uses)} · <RelativeTime at={learnedAt} />
                </small>
              </span>
              <Button size="small" onClick={() => set(id)}>
                {removed ? TEXT.restore : TEXT.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
