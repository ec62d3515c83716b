import { Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { beijingDate, msOf } from '../../../shared/instant.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { differencesOf } from './model/differences.ts';
import { VERSIONS } from './text.ts';

const packSchema = z.record(z.string(), z.unknown());

/** 版本对照: field by field what one version of this centre's rules says otherwise than another. */
export function VersionCompare(): ReactNode {
  const versions = useDeskQuery({
    key: ['packVersions'],
    tables: ['centre'],
    run: (desk) => desk.office.packVersions(),
  });
  const [latest, previous] = versions.data ?? [];
  const [chosen, setChosen] = useState<{ readonly older: number; readonly newer: number } | null>(null);
  const pair = chosen ?? (latest && previous ? { older: previous.version, newer: latest.version } : null);
  const options = (versions.data ?? []).map(({ version, firstAt }) => ({
    value: version,
    label: VERSIONS.option(version, beijingDate(msOf(firstAt))),
  }));
  return (
    <section className="rules-part" aria-label={VERSIONS.compare}>
      <h3>{VERSIONS.compare}</h3>
      {versions.failure && <FailureNote look="line" failure={versions.failure} onRetry={versions.refresh} />}
      {!versions.data && !versions.failure && <TextSkeleton rows={2} />}
      {latest && !previous && <p>{VERSIONS.single(latest.version)}</p>}
      {pair && (
        <>
          <div className="rules-edit-line">
            <Select
              aria-label={VERSIONS.older}
              value={pair.older}
              options={options}
              onChange={(older) => setChosen({ ...pair, older })}
            />
            <span aria-hidden>→</span>
            <Select
              aria-label={VERSIONS.newer}
              value={pair.newer}
              options={options}
              onChange={(newer) => setChosen({ ...pair, newer })}
            />
          </div>
          <Differences {...pair} />
        </>
      )}
    </section>
  );
}

function Differences({ older, newer }: { older: number; newer: number }): ReactNode {
  const both = useDeskQuery({
    key: ['packs', older, newer],
    tables: ['centre'],
    run: (desk) =>
      Promise.all([older, newer].map(async (version) => (await desk.office.packOfVersion({ version })).json)),
  });
  const found = useMemo(() => {
    const [before, after] = both.data ?? [];
    return before && after ? differencesOf(packFrom(before), packFrom(after)) : null;
  }, [both.data]);
  if (both.failure) return <FailureNote look="line" failure={both.failure} onRetry={both.refresh} />;
  if (!found) return <TextSkeleton rows={3} />;
  if (found.length === 0) return <p>{VERSIONS.same}</p>;
  return (
    <>
      <output className="faint num">{VERSIONS.count(found.length)}</output>
      <DataTable
        label={VERSIONS.compare}
        className="rules-changes"
        rows={found}
        keyOf={({ key }) => key}
        columns={[
          {
            head: VERSIONS.where,
            kind: 'name',
            render: ({ where, rule }) => (
              <>
                {where} {rule && <span className="faint num">{rule}</span>}
              </>
            ),
          },
          { head: VERSIONS.field, render: ({ field }) => field },
          { head: VERSIONS.before, className: 'rules-gone', render: ({ before }) => before },
          { head: VERSIONS.after, render: ({ after }) => after },
        ]}
      />
    </>
  );
}

function packFrom(json: string): Readonly<Record<string, unknown>> {
  return packSchema.parse(JSON.parse(json));
}
