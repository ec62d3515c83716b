const RATE = 8000;

/** How strongly a frequency is present in 16-bit samples: amplitude, 0 to 32767 (Goertzel). */
export function strength(samples: Int16Array, hertz: number): number {
  if (samples.length === 0) return 0;
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let one = 0;
  let two = 0;
  for (const sample of samples) {
    const next = sample + coefficient * one - two;
    two = one;
    one = next;
  }
  const power = one * one + two * two - coefficient * one * two;
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}

/** Samples `from` to `from + count` of an endless tone. */
export function tone(hertz: number, from: number, count: number, loudness: number): Int16Array {
  const samples = new Int16Array(count);
  for (let index = 0; index < count; index += 1)
    samples[index] = Math.round(loudness * Math.sin((2 * Math.PI * hertz * (from + index)) / RATE));
  return samples;
}

/** G.711 A-law, one byte for each sample. */
export function toALaw(samples: Int16Array): Uint8Array {
  return Uint8Array.from(samples, encodeALaw);
}

export function fromALaw(bytes: Uint8Array): Int16Array {
  return Int16Array.from(bytes, (byte) => DECODED[byte] ?? 0);
}

const DECODED = Array.from({ length: 256 }, (_, byte) => decodeALaw(byte));

function encodeALaw(sample: number): number {
  const positive = sample >= 0;
  let magnitude = Math.min(32_635, positive ? sample : -sample - 1);
  let code: number;
  if (magnitude < 256) code = magnitude >> 4;
  else {
    let segment = 7;
    for (let bit = 0x4000; segment > 1 && (magnitude & bit) === 0; bit >>= 1) segment -= 1;
    magnitude >>= segment + 3;
    code = (segment << 4) | (magnitude & 0x0f);
  }
  return (positive ? code | 0x80 : code) ^ 0x55;
}

function decodeALaw(byte: number): number {
  const code = byte ^ 0x55;
  const segment = (code & 0x70) >> 4;
  let value = ((code & 0x0f) << 4) + 8;
  if (segment > 0) value = (value + 0x100) << (segment - 1);
  return (code & 0x80) === 0 ? -value : value;
}

/** The samples of a WAV file as Asterisk writes them: PCM 16 bit, mono, 8 kHz. */
export function samplesOfWav(file: Uint8Array): Int16Array {
  const view = Buffer.from(file);
  const data = view.indexOf('data', 12, 'latin1');
  if (view.toString('latin1', 0, 4) !== 'RIFF' || data < 0) throw new Error('not a WAV file');
  const count = Math.floor((view.length - data - 8) / 2);
  return Int16Array.from({ length: count }, (_, index) => view.readInt16LE(data + 8 + index * 2));
}

/** A WAV file of one tone: what the test's exchange plays as music or as an announcement. */
export function wavOfTone(hertz: number, seconds: number, loudness = 8000): Uint8Array {
  const samples = tone(hertz, 0, RATE * seconds, loudness);
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of samples.entries()) file.writeInt16LE(sample, 44 + index * 2);
  return file;
}
