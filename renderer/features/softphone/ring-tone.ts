const VOLUME = 0.12;
/** Two soft strokes, then quiet: heard over a headset without startling. Seconds. */
const STROKES = [0, 0.28] as const;
const STROKE_SECONDS = 0.22;
const PERIOD_MS = 2400;

function stroke(audio: AudioContext, at: number): void {
  const gain = audio.createGain();
  gain.connect(audio.destination);
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + STROKE_SECONDS);
  for (const frequency of [659, 880]) {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start(at);
    tone.stop(at + STROKE_SECONDS);
  }
}

/** Rings until the returned function is called. Silent where the machine has no sound or the browser has not been touched yet. */
export function startRinging(): () => void {
  const audio = new AudioContext();
  const ring = (): void => {
    for (const offset of STROKES) stroke(audio, audio.currentTime + offset);
  };
  ring();
  const timer = setInterval(ring, PERIOD_MS);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}
