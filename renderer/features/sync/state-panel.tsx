import {
  CheckCircleFilled,
  ClockCircleOutlined,
  DisconnectOutlined,
  ExclamationCircleFilled,
  SyncOutlined,
} from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SyncStatus } from '../../../shared/contract/desk.ts';
import type { Failure } from '../../../shared/failure.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useNow } from '../../data/clock.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { KeyHint, useChord } from '../../keys/keys.ts';
import { clockWarning, headline, type Tone } from './headline.ts';
import { TEXT } from './text.ts';

const ICONS: Readonly<Record<Tone, ReactNode>> = {
  good: <CheckCircleFilled aria-hidden />,
  busy: <SyncOutlined spin aria-hidden />,
  offline: <DisconnectOutlined aria-hidden />,
  attention: <ExclamationCircleFilled aria-hidden />,
};

/** The state in a line, its true cause, what it means for the work, and how far it has come. */
export function StatePanel({ status }: { status: SyncStatus }): ReactNode {
  const desk = useDesk();
  const now = useNow();
  const chord = useChord('syncNow');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const said = headline(status, now);
  const clock = clockWarning(status.clockOffset);

  const syncNow = async (): Promise<void> => {
    setAsking(true);
    try {
      await desk.sync.now();
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setAsking(false);
    }
  };
  return (
    <section className={`sync-state sync-${said.tone}`} aria-label={TEXT.state}>
      <span className="sync-state-icon" aria-hidden>
        {ICONS[said.tone]}
      </span>
      <div className="sync-state-text">
        <h2 className="num">
          <output>{said.title}</output>
        </h2>
        {said.cause && <p>{said.cause}</p>}
        <p className="sync-meaning">{said.meaning}</p>
        {said.progress && (
          <div className="sync-progress">
            <Progress
              percent={Math.round(said.progress.ratio * 100)}
              size="small"
              showInfo={false}
              aria-label={TEXT.progressLabel}
            />
            <span className="num">{said.progress.words}</span>
          </div>
        )}
        <p className="sync-facts">
          {status.lastSyncedAt ? (
            <>
              {TEXT.lastSynced} <RelativeTime at={status.lastSyncedAt} />
            </>
          ) : (
            TEXT.neverSynced
          )}
          {said.article && <span>依据 {said.article}</span>}
          {said.reference && <span className="num">编号 {said.reference}</span>}
        </p>
        {clock && (
          <p className="sync-clock" role="alert">
            <ClockCircleOutlined aria-hidden /> {clock}
          </p>
        )}
        {failure && <FailureNote failure={failure} look="line" />}
      </div>
      <Button
        icon={<SyncOutlined aria-hidden />}
        loading={asking}
        title={`${TEXT.now} (${chord})`}
        onClick={() => void syncNow()}
      >
        {TEXT.now}
        <KeyHint action="syncNow" />
      </Button>
    </section>
  );
}
