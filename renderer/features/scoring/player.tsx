import { PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Recording } from '../../../shared/contract/calls.ts';
import { msOf } from '../../../shared/instant.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { clockTime, duration } from '../../components/times.ts';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { lengthMs } from '../calls/model.ts';
import { useRecording } from '../calls/use-recording.ts';
import { PLAYER } from './text.ts';

/** What whoever writes beside the recording asks of it. */
export interface PlayerHandle {
  /** Whole seconds from its beginning; null while it has not been opened. */
  readonly now: () => number | null;
  readonly toggle: () => void;
  readonly moveBy: (seconds: number) => void;
  /** Plays from there; opens the recording where it is still closed. */
  readonly seek: (seconds: number) => void;
}

/** One step back or forward, seconds. */
export const STEP_SECONDS = 5;
const RATES = [1, 1.25, 1.5, 2];

export interface PlayerProps {
  readonly recordings: readonly Recording[];
  readonly handle: Ref<PlayerHandle>;
  /** Its keys answer. */
  readonly active: boolean;
}

/** The recording of the call that is scored; listening to it is on record with its reason, as everywhere. */
export function Player({ recordings, handle, active }: PlayerProps): ReactNode {
  const kept = recordings.filter(({ state }) => state === 'kept');
  const [chosen, setChosen] = useState<string | null>(null);
  const recording = kept.find(({ id }) => id === chosen) ?? kept[0];
  return (
    <section className="panel scoring-player" aria-label={PLAYER.title}>
      {kept.length > 1 && (
        <Select<string, { value: string; label: string }>
          aria-label={PLAYER.which}
          value={recording?.id ?? ''}
          options={kept.map(({ id, startedAt, endedAt }) => ({
            value: id,
            label: `${clockTime(msOf(startedAt))} · ${duration(lengthMs(startedAt, endedAt))}`,
          }))}
          onChange={setChosen}
        />
      )}
      {recording ? (
        <Sound key={recording.id} recording={recording} handle={handle} active={active} />
      ) : (
        <p className="muted">{missingText(recordings)}</p>
      )}
    </section>
  );
}

function missingText(recordings: readonly Recording[]): string {
  if (recordings.some(({ state }) => state === 'fetching')) return PLAYER.fetching;
  return recordings.length > 0 ? PLAYER.deleted : PLAYER.none;
}

interface SoundProps extends Pick<PlayerProps, 'handle' | 'active'> {
  readonly recording: Recording;
}

function Sound({ recording, handle, active }: SoundProps): ReactNode {
  const audio = useRef<HTMLAudioElement>(null);
  /** Where to begin once it is here. */
  const awaited = useRef<number | null>(null);
  const [rate, setRate] = useState(1);
  const { url, percent, failure, open } = useRecording(recording.id);
  const begin = (): void => {
    if (url === null && percent === null) open(PLAYER.why);
  };
  const seek = (seconds: number): void => {
    begin();
    const { current } = audio;
    if (!current) {
      awaited.current = seconds;
      return;
    }
    current.currentTime = seconds;
    void current.play();
  };
  const toggle = (): void => {
    const { current } = audio;
    if (!current) return begin();
    if (current.paused) void current.play();
    else current.pause();
  };
  const moveBy = (seconds: number): void => {
    const { current } = audio;
    if (current) current.currentTime = Math.max(0, current.currentTime + seconds);
  };
  useImperativeHandle(handle, () => ({
    now: () => (audio.current ? Math.floor(audio.current.currentTime) : null),
    toggle,
    moveBy,
    seek,
  }));
  useKey('scorePlay', toggle, active);
  useKey('scoreBack', () => moveBy(-STEP_SECONDS), active);
  useKey('scoreForward', () => moveBy(STEP_SECONDS), active);
  const tip = useTip('scorePlay', PLAYER.listen);
  return (
    <>
      {url === null && (
        <div className="scoring-listen">
          <Button icon={<PlayCircleOutlined aria-hidden />} title={tip} loading={percent !== null} onClick={begin}>
            {percent === null ? PLAYER.listen : PLAYER.loading(percent)}
            <KeyHint action="scorePlay" />
          </Button>
          <span className="faint num">{duration(lengthMs(recording.startedAt, recording.endedAt))}</span>
          <span className="faint">{PLAYER.logged}</span>
        </div>
      )}
      {failure && <FailureNote failure={failure} look="line" onRetry={begin} />}
      {url !== null && (
        <>
          <audio
            ref={audio}
            className="calls-player"
            controls
            autoPlay
            src={url}
            aria-label={PLAYER.player}
            onLoadedMetadata={({ currentTarget }) => {
              if (awaited.current !== null) currentTarget.currentTime = awaited.current;
              awaited.current = null;
            }}
          >
            <track kind="captions" />
          </audio>
          <div className="scoring-listen">
            <Button
              size="small"
              icon={<PauseCircleOutlined aria-hidden />}
              title={tip}
              aria-label={PLAYER.player}
              onClick={toggle}
            />
            <Segmented<number>
              size="small"
              aria-label={PLAYER.speed}
              value={rate}
              options={RATES.map((value) => ({ value, label: PLAYER.times(value) }))}
              onChange={(next) => {
                setRate(next);
                if (audio.current) audio.current.playbackRate = next;
              }}
            />
          </div>
        </>
      )}
    </>
  );
}
