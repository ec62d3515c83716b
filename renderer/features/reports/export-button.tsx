import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ExportAsked, RowsAsked } from '../../../shared/contract/reports.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import type { DeskClient } from '../../host.ts';
import type { Asked } from './ask.ts';
import { TEXT } from './text.ts';

/** What the screen shows as a file. */
export function ExportButton({ asked }: { asked: Asked }): ReactNode {
  return <Export wanted={wantedOf(asked)} />;
}

/** The orders behind a number as a file. */
export function ExportRows({ asked }: { asked: Omit<RowsAsked, 'after'> }): ReactNode {
  return <Export wanted={{ what: 'rows', ...asked }} />;
}

function wantedOf({ view, from, to, by, least }: Asked): ExportAsked {
  switch (view) {
    case 'table':
      return { what: 'table', from, to, by };
    case 'overdue':
      return { what: 'overdue', from, to };
    case 'clusters':
      return { what: 'clusters', from, to, least };
  }
}

interface ExportProps {
  readonly label?: string;
  readonly disabled?: boolean;
  readonly ask: (desk: DeskClient) => Promise<{ readonly name: string; readonly csv: string }>;
}

/** 公开稿 of chosen orders, for whoever reviews: nothing of who complained is in it. J17. */
export function PublishButton({ orderIds }: { orderIds: readonly OrderId[] }): ReactNode {
  return (
    <TakeFile
      label={TEXT.publish(orderIds.length)}
      disabled={orderIds.length === 0}
      ask={(desk) => desk.reports.publish({ orderIds: [...orderIds] })}
    />
  );
}

function Export({ wanted }: { wanted: ExportAsked }): ReactNode {
  return <TakeFile ask={(desk) => desk.reports.export(wanted)} />;
}

function TakeFile({ label = TEXT.export, disabled = false, ask }: ExportProps): ReactNode {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setDone(null);
    setFailure(null);
    try {
      const { name, csv } = await ask(desk);
      save(name, csv);
      setDone(name);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="reports-export">
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy} disabled={disabled} onClick={() => void take()}>
        {label}
      </Button>
      {done && <output className="order-good">{TEXT.exported(done)}</output>}
      {failure && <FailureNote failure={failure} />}
    </span>
  );
}

function save(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
