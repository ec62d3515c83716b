import { Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { msOf } from '../../../../shared/instant.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { exactTime } from '../../../components/times.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { sizeText } from '../model.ts';
import { SETTINGS } from '../text.ts';
import type { PartProps } from './call-settings-screen.tsx';
import { Labelled } from './fields.tsx';

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
        <Labelled label={SETTINGS.recordingDays} error={errors.get('recordingDays')}>
          <InputNumber
            className="calls-w-s"
            aria-label={SETTINGS.recordingDays}
            min={30}
            max={3650}
            precision={0}
            controls={false}
            value={settings.recordingDays}
            onChange={(days) => onChange({ recordingDays: days ?? settings.recordingDays })}
          />
        </Labelled>
        <p className="faint">{SETTINGS.recordingDaysHint}</p>
      </section>
      <section className="calls-settings-part" aria-label={SETTINGS.purges}>
        <h2>{SETTINGS.purges}</h2>
        {purges.failure && <FailureNote failure={purges.failure} onRetry={purges.refresh} />}
        {purges.data?.length === 0 && <p className="faint">{SETTINGS.noPurges}</p>}
        {purges.data && purges.data.length > 0 && (
          <table className="calls-table" aria-label={SETTINGS.purges}>
            <thead>
              <tr>
                {[
                  SETTINGS.purgeAt,
                  SETTINGS.purgeDays,
                  SETTINGS.purgeDeleted,
                  SETTINGS.purgeHeld,
                  SETTINGS.purgeBytes,
                ].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {purges.data.map(({ at, days, deleted, held, bytes }) => (
                <tr key={at} className="num">
                  <td>{exactTime(msOf(at))}</td>
                  <td>{days}</td>
                  <td>{deleted}</td>
                  <td>{held}</td>
                  <td>{sizeText(bytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
