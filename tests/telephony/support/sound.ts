import { createSocket, type Socket } from 'node:dgram';
import { randomInt } from 'node:crypto';
import { fromALaw, strength, toALaw, tone } from './tones.ts';

const PACKET_SAMPLES = 160;
const PACKET_MS = 20;
const HEADER = 12;
const A_LAW = 8;
const DTMF = 101;
const DTMF_KEYS = '0123456789*#';
const LOUDNESS = 7000;
/** Half of what a voice alone has; two voices and a music together leave each its own strength. */
const AUDIBLE = 1200;
const WINDOW_SAMPLES = 2400;

/** One party's mouth and ear: speaks a tone, and knows which tones it hears. */
export interface Sound {
  readonly port: number;
  /** Starts to speak to the other side; silence until `speak`. */
  open(remote: { readonly host: string; readonly port: number }): void;
  /** @param hertz null: silence, which is sent all the same */
  speak(hertz: number | null): void;
  /** Which of these are heard now, by the last 300 ms of sound. */
  heard(candidates: readonly number[]): readonly number[];
  readonly received: () => number;
  readonly digits: () => string;
  /** Sends and hears nothing any more, like a phone without power. */
  close(): void;
}

export async function openSound(host: string): Promise<Sound> {
  const socket: Socket = createSocket('udp4');
  await new Promise<void>((resolve) => {
    socket.bind(0, host, resolve);
  });
  let ear: { at: number; samples: Int16Array }[] = [];
  let received = 0;
  let digits = '';
  let lastDigit = -1;
  let hertz: number | null = null;
  let position = 0;
  let sequence = randomInt(1000);
  const source = randomInt(0x7fff_ffff);
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  socket.on('message', (arrived) => {
    const type = (arrived[1] ?? 0) & 0x7f;
    if (type === A_LAW) {
      received += 1;
      ear.push({ at: performance.now(), samples: fromALaw(arrived.subarray(HEADER)) });
      if (ear.length > 50) ear = ear.slice(-25);
    } else if (type === DTMF) {
      const started = arrived.readUInt32BE(4);
      if (started === lastDigit) return;
      lastDigit = started;
      digits += DTMF_KEYS[arrived[HEADER] ?? 0] ?? '?';
    }
  });

  function packet(): Buffer {
    const bytes = Buffer.alloc(HEADER + PACKET_SAMPLES);
    bytes[0] = 0x80;
    bytes[1] = A_LAW;
    bytes.writeUInt16BE(sequence & 0xffff, 2);
    bytes.writeUInt32BE(position >>> 0, 4);
    bytes.writeUInt32BE(source, 8);
    const samples = hertz === null ? new Int16Array(PACKET_SAMPLES) : tone(hertz, position, PACKET_SAMPLES, LOUDNESS);
    bytes.set(toALaw(samples), HEADER);
    sequence += 1;
    position += PACKET_SAMPLES;
    return bytes;
  }

  return {
    port: socket.address().port,
    open(remote) {
      if (timer) clearInterval(timer);
      let due = performance.now();
      timer = setInterval(() => {
        // A late timer catches up, so that the other side hears as much as time has passed.
        for (const now = performance.now(); due <= now; due += PACKET_MS) {
          if (!closed) socket.send(packet(), remote.port, remote.host);
        }
      }, PACKET_MS);
    },
    speak(next) {
      hertz = next;
    },
    heard(candidates) {
      const since = performance.now() - 400;
      const fresh = ear.filter(({ at }) => at >= since);
      const samples = Int16Array.from(fresh.flatMap(({ samples: each }) => [...each])).slice(-WINDOW_SAMPLES);
      return candidates.filter((candidate) => strength(samples, candidate) > AUDIBLE);
    },
    received: () => received,
    digits: () => digits,
    close() {
      if (closed) return;
      closed = true;
      if (timer) clearInterval(timer);
      socket.close();
    },
  };
}
