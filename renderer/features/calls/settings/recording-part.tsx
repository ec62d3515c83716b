import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { msOf } from '../../../../shared/instant.ts';
import { Answer } from '../../../components/answer.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { exactTime } from '../../../components/times.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { sizeText } from '../model.ts';
import { SETTINGS } from '../text.ts';
import { CountPart, type PartProps } from './fields.tsx';

/** Whether calls are recorded, how long recordings are kept, and what has been deleted by that. */
export function RecordingPart({ settings, errors, onChange }: PartProps): ReactNode {
  const purges = useDeskQuery({ key: ['purges'], tables: ['calls'], run: ({ calls }) => calls.purges() });
  return (
    <>
      <section className="calls-settings-part" aria-label={SETTINGS.record}>
        <h2>{SETTINGS.record}</h2>
        <Checkbox checked={settings.record} onChange={({ target }) => onChange({ record: target.checked })}>
          {SETTINGS.record}
        </Checkbox>
        <p className="faint">{SETTINGS.recordHint}</p>
        <CountPart
          label={SETTINGS.recordingDays}
          error={errors.get('recordingDays')}
          min={30}
          max={3650}
          emptied={settings.recordingDays}
          value={settings.recordingDays}
          onChange={(recordingDays) => onChange({ recordingDays })}
        />
        <p className="faint">{SETTINGS.recordingDaysHint}</p>
      </section>
      <section className="calls-settings-part" aria-label={SETTINGS.purges}>
        <h2>{SETTINGS.purges}</h2>
        <Answer query={purges} skeleton={null}>
          {(rows) => (
            <DataTable
              label={SETTINGS.purges}
              className="data-table calls-table num"
              rows={rows}
              keyOf={({ at }) => at}
              empty={<p className="faint">{SETTINGS.noPurges}</p>}
              columns={[
                { head: SETTINGS.purgeAt, render: ({ at }) => exactTime(msOf(at)) },
                { head: SETTINGS.purgeDays, render: ({ days }) => days },
                { head: SETTINGS.purgeDeleted, render: ({ deleted }) => deleted },
                { head: SETTINGS.purgeHeld, render: ({ held }) => held },
                { head: SETTINGS.purgeBytes, render: ({ bytes }) => sizeText(bytes) },
              ]}
            />
          )}
        </Answer>
      </section>
    </>
  );
}
