import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Cluster } from '../../../shared/contract/reports.ts';
import { FIGURES } from '../../../shared/figures/definitions.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import type { Asked } from './ask.ts';
import { RowsDialog } from './rows-dialog.tsx';
import { CLUSTER_NAMES, TEXT } from './text.ts';

/** Where grievances concentrate, and whether there are more of them than before. H16, T16. */
export function ClustersView({ asked: { from, to, least } }: { asked: Asked }): ReactNode {
  const [opened, setOpened] = useState<Cluster | null>(null);
  const list = useDeskQuery({
    key: ['reportClusters', from, to, least],
    tables: [],
    run: (desk) => desk.reports.clusters({ from, to, least }),
  });
  const rows = list.data ?? [];
  return (
    <div className="reports-body">
      <p className="reports-what">{TEXT.clusterHint}</p>
      {list.failure && <FailureNote failure={list.failure} onRetry={list.refresh} />}
      {!list.data && !list.failure && <ListSkeleton rows={8} height={36} />}
      {list.data && rows.length === 0 && <EmptyState text={TEXT.noClusters} />}
      {rows.length > 0 && (
        <div className="reports-scroll">
          <table className="work-table" aria-label={TEXT.clusters}>
            <thead>
              <tr>
                <th scope="col">{TEXT.clusterBy}</th>
                <th scope="col">{TEXT.name}</th>
                <th scope="col" className="work-figure">
                  {TEXT.n}
                </th>
                <th scope="col" className="work-figure">
                  {TEXT.before}
                </th>
                <th scope="col" className="work-figure">
                  {TEXT.change}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.by} ${row.key}`}>
                  <td>{CLUSTER_NAMES[row.by]}</td>
                  <th scope="row">{row.name}</th>
                  <td className="work-figure num">
                    <Button type="link" size="small" aria-label={`${row.name} ${row.n}`} onClick={() => setOpened(row)}>
                      {row.n}
                    </Button>
                  </td>
                  <td className="work-figure num">{row.before}</td>
                  <td className={`work-figure num ${row.n > row.before ? 'work-bad' : ''}`}>{changeOf(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && (
        <RowsDialog
          title={TEXT.rowsOf(opened.name, FIGURES.grievances.name)}
          asked={{ from, to, figure: 'grievances', by: opened.by, key: opened.key }}
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
