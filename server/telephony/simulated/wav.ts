const HEADER_BYTES = 44;
const SAMPLES_PER_SECOND = 8000;
const BYTES_PER_SAMPLE = 2;
const PCM = 1;
/** Two voices that take turns: everybody can hear that it is a recording, and none of whom. */
const VOICES_HZ = [220, 330] as const;
const TURN_MS = 2400;
const LOUDNESS = 5000;
/** A voice swells and falls with its syllables. */
const SYLLABLE_HZ = 4;

/** From, to: ms since the start. */
export type Span = readonly [number, number];

/** How long a WAV of so many milliseconds is. */
export function wavBytes(lengthMs: number): number {
  return HEADER_BYTES + samplesIn(lengthMs) * BYTES_PER_SAMPLE;
}

/** A recording of nobody: WAV, PCM 16 bit, mono, 8 kHz, silent within `silences`. */
export function toneWav(lengthMs: number, silences: readonly Span[]): Uint8Array {
  const samples = samplesIn(lengthMs);
  const file = Buffer.alloc(wavBytes(lengthMs));
  writeHeader(file, samples * BYTES_PER_SAMPLE);
  for (let index = 0; index < samples; index += 1) {
    const ms = (index * 1000) / SAMPLES_PER_SECOND;
    if (silences.some(([from, to]) => ms >= from && ms < to)) continue;
    file.writeInt16LE(Math.round(sample(index, ms)), HEADER_BYTES + index * BYTES_PER_SAMPLE);
  }
  return file;
}

function samplesIn(lengthMs: number): number {
  return Math.max(0, Math.round((lengthMs * SAMPLES_PER_SECOND) / 1000));
}

function sample(index: number, ms: number): number {
  const hertz = Math.floor(ms / TURN_MS) % 2 === 0 ? VOICES_HZ[0] : VOICES_HZ[1];
  const turn = (2 * Math.PI * index) / SAMPLES_PER_SECOND;
  return LOUDNESS * Math.sin(turn * hertz) * Math.abs(Math.sin(turn * SYLLABLE_HZ));
}

function writeHeader(file: Buffer, dataBytes: number): void {
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  file.writeUInt32LE(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, 28);
  file.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  file.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(dataBytes, 40);
}
