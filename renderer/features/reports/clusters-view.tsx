import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Cluster } from '../../../shared/contract/reports.ts';
import { FIGURES } from '../../../shared/figures/definitions.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import type { Asked } from './ask.ts';
import { RowsDialog } from './rows-dialog.tsx';
import { CLUSTER_NAMES, TEXT } from './text.ts';

/** Where grievances concentrate, and whether there are more of them than before. H16, T16. */
export function ClustersView({ asked: { from, to, least, filter } }: { asked: Asked }): ReactNode {
  const [opened, setOpened] = useState<Cluster | null>(null);
  const list = useDeskQuery({
    key: ['reportClusters', from, to, least, filter],
    tables: [],
    run: (desk) => desk.reports.clusters({ from, to, least, filter }),
  });
  return (
    <div className="reports-body">
      <p className="reports-what">{TEXT.clusterHint}</p>
      <Answer query={list}>
        {(rows) => (
          <div className="reports-scroll">
            <DataTable
              label={TEXT.clusters}
              rows={rows}
              keyOf={({ by, key }) => `${by} ${key}`}
              empty={<EmptyState text={TEXT.noClusters} />}
              columns={[
                { head: TEXT.clusterBy, render: ({ by }) => CLUSTER_NAMES[by] },
                { head: TEXT.name, kind: 'name', render: ({ name }) => name },
                {
                  head: TEXT.n,
                  kind: 'figure',
                  render: (row) => (
                    <Button type="link" size="small" aria-label={`${row.name} ${row.n}`} onClick={() => setOpened(row)}>
                      {row.n}
                    </Button>
                  ),
                },
                { head: TEXT.before, kind: 'figure', render: ({ before }) => before },
                {
                  head: TEXT.change,
                  kind: 'figure',
                  render: (row) => <span className={row.n > row.before ? 'work-bad' : undefined}>{changeOf(row)}</span>,
                },
              ]}
            />
          </div>
        )}
      </Answer>
      {opened && (
        <RowsDialog
          title={TEXT.rowsOf(opened.name, FIGURES.grievances.name)}
          asked={{ from, to, filter, figure: 'grievances', by: opened.by, key: opened.key }}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function changeOf({ n, before }: Cluster): string {
  const change = n - before;
  return change > 0 ? `+${change}` : String(change);
}
