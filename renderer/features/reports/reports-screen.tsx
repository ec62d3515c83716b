import './reports.css';
import { FilterOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { unitIdSchema } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/domain/people.ts';
import { narrows, NO_FILTER } from '../../../shared/figures/facets.ts';
import { saidFilter } from '../../../shared/figures/filter-text.ts';
import { reportColumns } from '../../../shared/figures/report-columns.ts';
import { beijingDate } from '../../../shared/instant.ts';
import type { Pack } from '../../../shared/policy/pack.ts';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useMinute } from '../../data/clock.ts';
import { useUnitNames } from '../../data/directory.ts';
import { useLive } from '../../data/live.ts';
import { useRules } from '../../data/rules.ts';
import { useKey } from '../../keys/keys.ts';
import { useAsked, type Asked } from './ask.ts';
import { ClustersView } from './clusters-view.tsx';
import { FilterRow } from './filter-row.tsx';
import { ExportButton } from './export-button.tsx';
import { OverdueView } from './overdue-view.tsx';
import { periodsUpTo } from './periods.ts';
import { ReportForm } from './report-form.tsx';
import { TableView } from './table-view.tsx';
import { TopicsView } from './topics-view.tsx';
import { CHART, FILTER, TEXT } from './text.ts';

const VIEWS: readonly Asked['view'][] = ['table', 'overdue', 'clusters', 'topics'];
/** What dispatchers find here: they put together what belongs together, and read no figures of the units. */
const ONLY_TOPICS: readonly Asked['view'][] = ['topics'];

/** 报表: the figures of a period with their definitions and the orders behind them. J2, J16, H16, H17, T16, T19, Z11. */
export function ReportsScreen(): ReactNode {
  const rules = useRules();
  const today = beijingDate(useMinute('centre'));
  return rules ? <Reports pack={rules.pack} today={today} /> : <EmptyState text={TEXT.offline} />;
}

function Reports({ pack, today }: { pack: Pack; today: string }): ReactNode {
  const reads = useLive(({ holder }) => holder !== null && may(holder.actor, 'report.read'));
  const views = reads ? VIEWS : ONLY_TOPICS;
  const kept = useAsked((state) => state.asked) ?? firstAsked(pack, today);
  const asked: Asked = views.includes(kept.view) ? kept : { ...kept, view: 'topics' };
  const ask = useAsked((state) => state.ask);
  const edit = (part: Partial<Asked>): void => ask({ ...asked, ...part });
  const turned = asked.as === 'table' ? 'chart' : 'table';
  const here = useNavigation(({ screen }) => screen === 'reports');
  useKey('turnChart', () => edit({ as: turned }), here && asked.view === 'table');
  const report = pack.reports.find(({ id }) => id === asked.reportId) ?? null;
  const columns = reportColumns(report);
  return (
    <section className="reports" aria-label={TEXT.title}>
      <header className="reports-head">
        <Segmented<Asked['view']>
          aria-label={TEXT.views}
          value={asked.view}
          options={views.map((value) => ({ value, label: TEXT[value] }))}
          onChange={(view) => edit({ view })}
        />
        {asked.view !== 'topics' && <ReportForm asked={asked} reports={pack.reports} today={today} onEdit={edit} />}
        {asked.view === 'table' && (
          <Segmented<Asked['as']>
            aria-label={CHART.show}
            value={asked.as}
            options={[
              { value: 'table', label: CHART.table },
              { value: 'chart', label: CHART.chart },
            ]}
            onChange={(as) => edit({ as })}
          />
        )}
        {asked.view !== 'topics' && (
          <Button
            icon={<FilterOutlined aria-hidden />}
            aria-expanded={asked.filtering}
            type={narrows(asked.filter) ? 'primary' : 'default'}
            ghost={narrows(asked.filter)}
            onClick={() => edit({ filtering: !asked.filtering })}
          >
            {FILTER.open}
          </Button>
        )}
        {asked.view !== 'topics' && <ExportButton asked={{ ...asked, view: asked.view }} columns={columns} />}
      </header>
      {asked.view !== 'topics' && asked.filtering && (
        <FilterRow filter={asked.filter} onChange={(filter) => edit({ filter })} />
      )}
      {asked.view !== 'topics' && !asked.filtering && <FilterSaid asked={asked} />}
      {asked.view === 'table' && <TableView asked={asked} report={report} columns={columns} />}
      {asked.view === 'overdue' && <OverdueView asked={asked} />}
      {asked.view === 'topics' && <TopicsView />}
      {asked.view === 'clusters' && <ClustersView asked={asked} />}
    </section>
  );
}

/** What the figures are narrowed to, while its fields are put away. */
function FilterSaid({ asked: { filter } }: { asked: Asked }): ReactNode {
  const unitName = useUnitNames();
  if (!narrows(filter)) return null;
  const said = saidFilter(filter, (id) => unitName(unitIdSchema.parse(id)));
  return <p className="reports-what reports-narrowed">{FILTER.on(said)}</p>;
}

/** The city's first report for the period that runs. */
function firstAsked({ reports }: Pack, today: string): Asked {
  const report = reports.at(0);
  const every = report?.every ?? 'month';
  const period = periodsUpTo(every, today).at(0);
  return {
    view: 'table',
    as: 'table',
    reportId: report?.id ?? null,
    every,
    from: period?.from ?? today,
    to: period?.to ?? today,
    by: report?.by ?? 'department',
    least: 3,
    filter: NO_FILTER,
    filtering: false,
  };
}
