import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PhoneSettings } from '../../../shared/domain/phone.ts';
import { microphoneOf } from './sound.ts';
import { TEXT } from './text.ts';

/** Speech at arm's length fills the bar to about two thirds. */
const GAIN = 4;

/** Shows what the microphone hears while it is tested; nothing is sent anywhere. */
export function LevelMeter({ settings, onHeard }: { settings: PhoneSettings; onHeard: () => void }): ReactNode {
  const [testing, setTesting] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const asked = JSON.stringify(microphoneOf(settings));

  useEffect(() => {
    if (!testing) return undefined;
    const ending = { over: false, stop: (): void => undefined };
    listen(asked, (level) => {
      if (bar.current) bar.current.style.transform = `scaleX(${Math.min(1, level * GAIN)})`;
    }).then(
      (stop) => {
        if (ending.over) return stop();
        ending.stop = stop;
        setTrouble(null);
        onHeard();
      },
      (error: unknown) => {
        setTesting(false);
        const missing = error instanceof DOMException && error.name === 'NotFoundError';
        setTrouble(missing ? TEXT.settings.noDevices : TEXT.settings.notAllowed);
      },
    );
    return () => {
      ending.over = true;
      ending.stop();
    };
  }, [testing, asked, onHeard]);

  return (
    <>
      {testing && (
        <div className="phone-level" role="img" aria-label={TEXT.settings.level}>
          <div className="phone-level-bar" ref={bar} />
        </div>
      )}
      {trouble && (
        <span className="phone-bad" role="alert">
          {trouble}
        </span>
      )}
      <Button size="small" onClick={() => setTesting(!testing)}>
        {testing ? TEXT.settings.stopTest : TEXT.settings.test}
      </Button>
    </>
  );
}

/** @param constraints JSON of what the microphone is asked for @param on the loudness, 0 to 1, many times a second */
async function listen(constraints: string, on: (level: number) => void): Promise<() => void> {
  const asked = JSON.parse(constraints) as MediaStreamConstraints;
  const stream = await navigator.mediaDevices.getUserMedia(asked);
  const audio = new AudioContext();
  const meter = audio.createAnalyser();
  audio.createMediaStreamSource(stream).connect(meter);
  const wave = new Float32Array(meter.fftSize);
  let frame = 0;
  const look = (): void => {
    meter.getFloatTimeDomainData(wave);
    on(Math.sqrt(wave.reduce((sum, value) => sum + value * value, 0) / wave.length));
    frame = requestAnimationFrame(look);
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    for (const track of stream.getTracks()) track.stop();
    void audio.close();
  };
}
