import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { PLANS } from './plans-text.ts';

/** What a plan has drawn, each of which anybody can make again to see that it was fair. */
export function DrawList({ planId }: { planId: string }): ReactNode {
  const draws = useDeskQuery({
    key: ['scoring-draws', planId],
    tables: ['calls'],
    run: (desk) => desk.scoring.draws({ planId }),
  });
  const [found, setFound] = useState<{ id: string; says: string } | null>(null);
  const { busy, failure, act } = useDeed();
  const again = (id: string): Promise<boolean> =>
    act(async (desk) => {
      const { same, appeared, vanished } = await desk.scoring.redraw({ drawId: id });
      const changed = appeared + vanished > 0 ? PLANS.changed(appeared, vanished) : '';
      setFound({ id, says: `${same ? PLANS.same : PLANS.different}${changed}` });
    });
  return (
    <section className="panel scoring-facts" aria-label={PLANS.draws}>
      <h3>{PLANS.draws}</h3>
      {failure && <FailureNote failure={failure} look="line" />}
      <Answer query={draws}>
        {(rows) => (
          <DataTable
            label={PLANS.draws}
            rows={rows}
            keyOf={({ id }) => id}
            empty={<EmptyState text={PLANS.noDraws} />}
            renderBelow={({ id }) => found?.id === id && <output className="order-good">{found.says}</output>}
            columns={[
              {
                head: PLANS.period,
                className: 'data-nowrap num',
                render: ({ from, to }) => (from === to ? from : `${from} – ${to.slice(5)}`),
              },
              { head: PLANS.at, className: 'data-nowrap', render: ({ at }) => <RelativeTime at={at} /> },
              { head: PLANS.by, className: 'data-nowrap', render: ({ by }) => by?.name ?? PLANS.clock },
              { head: PLANS.population, kind: 'figure', render: ({ population }) => population },
              { head: PLANS.drawnCount, kind: 'figure', render: ({ drawn }) => drawn },
              {
                head: PLANS.again,
                kind: 'acts',
                render: ({ id }) => (
                  <Button size="small" disabled={busy} onClick={() => void again(id)}>
                    {PLANS.again}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answer>
    </section>
  );
}
