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

/** Where sounds come out, as a browser that can choose has it. */
interface Output {
  setSinkId(id: string): Promise<void>;
}

function canChoose(audio: object): audio is Output {
  return 'setSinkId' in audio && typeof audio.setSinkId === 'function';
}

/**
 * Rings until the returned function is called. Silent where the machine has no sound or the browser has not been touched yet.
 * @param device the browser's id of the speaker; null, or one that is gone: the system's default
 */
export function startRinging(device: string | null): () => void {
  const audio = new AudioContext();
  if (device !== null && canChoose(audio)) {
    audio.setSinkId(device).catch((error: unknown) => console.warn('the ring device is not there', error));
  }
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
