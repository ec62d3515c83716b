/** What of a WebRTC connection's statistics tells how a call is heard. Counters are since the call began. */
export interface AudioSample {
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly packetsSent: number;
  /** Seconds. */
  readonly jitter: number;
  /** Seconds; null before the other side has reported. */
  readonly roundTrip: number | null;
}

export type Grade = 'good' | 'fair' | 'poor' | 'silent';

/** How it has been since the sample before. */
export interface Quality {
  readonly grade: Grade;
  readonly lossPercent: number;
  readonly jitterMs: number;
  readonly delayMs: number | null;
}

/** Above these, speech is harder to follow, and above those hard: shares and times of ITU-T G.114 and common practice. */
const FAIR = { loss: 1, jitter: 30, delay: 200 } as const;
const POOR = { loss: 5, jitter: 75, delay: 400 } as const;

/** Reads the statistics that matter; null while no audio has come or gone. */
export function readSample(stats: Iterable<object>): AudioSample | null {
  let received: { packetsReceived: number; packetsLost: number; jitter: number } | null = null;
  let packetsSent = 0;
  let roundTrip: number | null = null;
  for (const entry of stats) {
    const kind = text(entry, 'kind') ?? text(entry, 'mediaType');
    const type = text(entry, 'type');
    if (type === 'candidate-pair' && text(entry, 'state') === 'succeeded') {
      roundTrip ??= number(entry, 'currentRoundTripTime');
    }
    if (kind !== 'audio') continue;
    if (type === 'inbound-rtp') {
      received = {
        packetsReceived: number(entry, 'packetsReceived') ?? 0,
        packetsLost: number(entry, 'packetsLost') ?? 0,
        jitter: number(entry, 'jitter') ?? 0,
      };
    } else if (type === 'outbound-rtp') packetsSent = number(entry, 'packetsSent') ?? 0;
    else if (type === 'remote-inbound-rtp') roundTrip = number(entry, 'roundTripTime') ?? roundTrip;
  }
  return received && { ...received, packetsSent, roundTrip };
}

/** The quality between two samples; the first one has nothing to compare with. */
export function qualityOf(before: AudioSample | null, now: AudioSample): Quality {
  const received = now.packetsReceived - (before?.packetsReceived ?? 0);
  const lost = Math.max(0, now.packetsLost - (before?.packetsLost ?? 0));
  const lossPercent = received + lost === 0 ? 0 : (100 * lost) / (received + lost);
  const jitterMs = now.jitter * 1000;
  const delayMs = now.roundTrip === null ? null : (now.roundTrip * 1000) / 2;
  const over = (limit: { readonly loss: number; readonly jitter: number; readonly delay: number }): boolean =>
    lossPercent > limit.loss || jitterMs > limit.jitter || (delayMs ?? 0) > limit.delay;
  const heard = over(POOR) ? 'poor' : over(FAIR) ? 'fair' : 'good';
  return { grade: before && received === 0 ? 'silent' : heard, lossPercent, jitterMs, delayMs };
}

function field(entry: object, name: string): unknown {
  return Object.entries(entry).find(([key]) => key === name)?.[1];
}

function text(entry: object, name: string): string | null {
  const value = field(entry, name);
  return typeof value === 'string' ? value : null;
}

function number(entry: object, name: string): number | null {
  const value = field(entry, name);
  return typeof value === 'number' ? value : null;
}
