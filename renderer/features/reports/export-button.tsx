import { DownloadOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { fileFormatSchema, type ExportWanted } from '../../../shared/contract/exports.ts';
import type { ExportAsked, RowsAsked } from '../../../shared/contract/reports.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ColumnId } from '../../../shared/figures/ids.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import type { Asked } from './ask.ts';
import { saveAs } from '../../data/save-as.ts';
import { EXPORT } from './text.ts';
import { useExport, type ExportProgress } from './use-export.ts';

/** What is before the person, where it goes into a file. */
type Exported = Asked & { readonly view: Exclude<Asked['view'], 'topics'> };

/** What the screen shows as a file. @param columns those of the table in front */
export function ExportButton({ asked, columns }: { asked: Exported; columns: readonly ColumnId[] }): ReactNode {
  return <ExportFile wanted={wantedOf(asked, columns)} />;
}

/** The orders behind a number as a file. */
export function ExportRows({ asked }: { asked: Omit<RowsAsked, 'after'> }): ReactNode {
  return <ExportFile wanted={{ what: 'rows', ...asked }} />;
}

function wantedOf({ view, from, to, by, least, filter }: Exported, columns: readonly ColumnId[]): ExportAsked {
  switch (view) {
    case 'table':
      return { what: 'table', from, to, filter, by, columns: [...columns] };
    case 'overdue':
      return { what: 'overdue', from, to, filter };
    case 'clusters':
      return { what: 'clusters', from, to, filter, least };
  }
}

/** One button: which kind of file is asked when it is pressed; how far it is stands beside it, with a way to give it up. */
export function ExportFile({ wanted }: { wanted: ExportWanted['asked'] }): ReactNode {
  const { progress, failure, done, start, cancel } = useExport();
  const format = (key: string): void => void start(wanted, fileFormatSchema.parse(key));
  return (
    <span className="reports-export">
      <Dropdown
        trigger={['click']}
        disabled={progress !== null}
        menu={{
          items: fileFormatSchema.options.map((key) => ({ key, label: EXPORT.formats[key] })),
          onClick: ({ key }) => format(key),
        }}
      >
        <Button icon={<DownloadOutlined aria-hidden />} aria-haspopup="menu">
          {EXPORT.export} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {(progress ?? done ?? failure) && (
        <span className="reports-export-said">
          {progress && (
            <>
              <output>{progressSaid(progress)}</output>
              <Button size="small" onClick={cancel}>
                {EXPORT.cancel}
              </Button>
            </>
          )}
          {done && <output className="order-good">{EXPORT.exported(done)}</output>}
          {failure && <FailureNote failure={failure} look="line" />}
        </span>
      )}
    </span>
  );
}

function progressSaid(progress: ExportProgress): string {
  return progress === 'writing' ? EXPORT.writing : EXPORT.reading(progress.read, progress.expected);
}

/** 公开稿 of chosen orders, for whoever reviews: nothing of who complained is in it. J17. */
export function PublishButton({ orderIds }: { orderIds: readonly OrderId[] }): ReactNode {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setDone(null);
    setFailure(null);
    try {
      const { name, csv } = await desk.reports.publish({ orderIds: [...orderIds] });
      saveAs(new Blob([csv], { type: 'text/csv;charset=utf-8' }), name);
      setDone(name);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="reports-export">
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={busy}
        disabled={orderIds.length === 0}
        onClick={() => void take()}
      >
        {EXPORT.publish(orderIds.length)}
      </Button>
      {done && <output className="order-good">{EXPORT.exported(done)}</output>}
      {failure && <FailureNote failure={failure} />}
    </span>
  );
}
