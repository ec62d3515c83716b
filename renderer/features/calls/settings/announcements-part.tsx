import { CheckCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { ANNOUNCEMENTS } from '../../../../shared/domain/calls/announcements.ts';
import { Answer } from '../../../components/answer.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { useDeskQuery } from '../../../data/use-query.ts';
import { SETTINGS } from '../text.ts';

/** What callers are told by the exchange, what to record for it, and which of it the exchange lacks. */
export function AnnouncementsPart(): ReactNode {
  const known = useDeskQuery({ key: ['announcements'], tables: [], run: ({ calls }) => calls.announcements() });
  return (
    <section className="calls-settings-part" aria-label={SETTINGS.sections.announcements}>
      <h2>{SETTINGS.sections.announcements}</h2>
      <p className="faint">{SETTINGS.announcementsHint}</p>
      <Answer query={known}>
        {({ missing }) => (
          <>
            <p role="status">{summary(missing)}</p>
            <DataTable
              label={SETTINGS.sections.announcements}
              className="data-table calls-table"
              rows={ANNOUNCEMENTS}
              keyOf={({ name }) => name}
              empty={null}
              columns={[
                { head: SETTINGS.announcementName, render: ({ title }) => title },
                { head: SETTINGS.announcementText, render: ({ text }) => text },
                { head: SETTINGS.announcementFile, render: ({ name }) => <code>{`${name}.wav`}</code> },
                { head: SETTINGS.announcementState, render: ({ name }) => <There missing={missing} name={name} /> },
              ]}
            />
          </>
        )}
      </Answer>
    </section>
  );
}

function summary(missing: readonly string[] | null): string {
  if (missing === null) return SETTINGS.announcementsUnknown;
  return missing.length === 0 ? SETTINGS.announcementsWhole : SETTINGS.announcementsMissing(missing.length);
}

function There({ missing, name }: { readonly missing: readonly string[] | null; readonly name: string }): ReactNode {
  if (missing === null) return '—';
  return missing.includes(name) ? (
    <span className="calls-error">
      <WarningFilled aria-hidden /> {SETTINGS.announcementGone}
    </span>
  ) : (
    <span>
      <CheckCircleOutlined aria-hidden /> {SETTINGS.announcementThere}
    </span>
  );
}
