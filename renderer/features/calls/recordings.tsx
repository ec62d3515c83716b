import { AudioOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Recording } from '../../../shared/contract/calls.ts';
import { msOf } from '../../../shared/instant.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { duration, exactTime } from '../../components/times.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { lengthMs } from './model.ts';
import { RECORDING } from './text.ts';
import { useRecording } from './use-recording.ts';
import './calls.css';

/** The recordings of a call: each can be heard for a reason that is kept. */
export function Recordings({ recordings }: { recordings: readonly Recording[] }): ReactNode {
  if (recordings.length === 0) return <p className="faint">{RECORDING.none}</p>;
  return (
    <ul className="calls-recordings">
      {recordings.map((recording) => (
        <li key={recording.id}>
          <RecordingLine recording={recording} />
        </li>
      ))}
    </ul>
  );
}

function RecordingLine({ recording }: { recording: Recording }): ReactNode {
  const { id, state, startedAt, endedAt, deletedAt } = recording;
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const sound = useRecording(id);

  const listen = (reason: string): void => {
    setTried(true);
    if (reason.trim().length < 2) return;
    setAsking(false);
    sound.open(reason.trim());
  };
  return (
    <div className="calls-recording">
      <div className="calls-recording-head">
        <AudioOutlined aria-hidden />
        <RelativeTime at={startedAt} />
        <span className="faint num">
          {RECORDING.length} {duration(lengthMs(startedAt, endedAt))}
        </span>
        {state === 'deleted' && deletedAt && (
          <span className="faint">{RECORDING.deleted(exactTime(msOf(deletedAt)).slice(0, 16))}</span>
        )}
        {state === 'fetching' && <span className="faint">{RECORDING.fetching}</span>}
        {state === 'kept' && sound.url === null && sound.percent === null && !asking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {RECORDING.listen}
          </Button>
        )}
        {sound.percent !== null && <output className="faint num">{RECORDING.loading(sound.percent)}</output>}
      </div>
      {asking && (
        <form
          className="calls-why"
          aria-label={RECORDING.why}
          onSubmit={(event) => {
            event.preventDefault();
            listen(why);
          }}
        >
          <div className="calls-whys">
            {RECORDING.whys.map((reason) => (
              <Button key={reason} size="small" onClick={() => listen(reason)}>
                {reason}
              </Button>
            ))}
          </div>
          <Input
            ref={focusOnMount}
            size="small"
            aria-label={RECORDING.why}
            placeholder={RECORDING.whyHint}
            maxLength={60}
            value={why}
            status={tried && why.trim().length < 2 ? 'error' : ''}
            onChange={({ target }) => setWhy(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setAsking(false);
            }}
          />
          <Button size="small" type="primary" htmlType="submit">
            {RECORDING.listen}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {RECORDING.cancel}
          </Button>
          {tried && why.trim().length < 2 && <p className="calls-error">{RECORDING.whyMissing}</p>}
        </form>
      )}
      {sound.failure && <FailureNote failure={sound.failure} look="line" />}
      {sound.url !== null && (
        // Arrow keys seek: the browser's own player is reached and steered by keyboard.
        <audio className="calls-player" controls autoPlay src={sound.url} aria-label={RECORDING.player}>
          <track kind="captions" />
        </audio>
      )}
      {sound.url !== null && <Looks id={id} />}
    </div>
  );
}

/** Who has listened, and why. */
function Looks({ id }: { id: string }): ReactNode {
  const { data } = useDeskQuery({
    key: ['recording-looks', id],
    tables: ['calls'],
    run: (desk) => desk.calls.looks({ recordingId: id }),
  });
  if (!data) return null;
  return (
    <details className="calls-looks">
      <summary>
        {RECORDING.looks} <span className="num">{data.length}</span>
      </summary>
      {data.length === 0 && <p className="faint">{RECORDING.looksNone}</p>}
      <ul>
        {data.map(({ at, jobNumber, name, why }) => (
          <li key={`${at} ${jobNumber}`}>
            <RelativeTime at={at} /> {name} <span className="num faint">{jobNumber}</span> {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
