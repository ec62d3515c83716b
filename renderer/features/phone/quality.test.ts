import { describe, expect, it } from 'vitest';
import { qualityOf, readSample, type AudioSample } from './quality.ts';

const START: AudioSample = { packetsReceived: 100, packetsLost: 0, packetsSent: 100, jitter: 0.005, roundTrip: 0.02 };

function after(change: Partial<AudioSample>): AudioSample {
  return { ...START, packetsReceived: 200, packetsSent: 200, ...change };
}

describe('how a call is heard', () => {
  it('is good where nothing is lost and little wavers', () => {
    expect(qualityOf(START, after({}))).toEqual({ grade: 'good', lossPercent: 0, jitterMs: 5, delayMs: 10 });
  });

  it.each([
    ['fair', after({ packetsLost: 2 })],
    ['fair', after({ jitter: 0.05 })],
    ['poor', after({ packetsLost: 20 })],
    ['poor', after({ roundTrip: 0.9 })],
    ['silent', after({ packetsReceived: 100 })],
  ])('is %s', (grade, sample) => {
    expect(qualityOf(START, sample).grade).toBe(grade);
  });

  it('forgets what was lost before: only the time since the last look counts', () => {
    const bad = after({ packetsLost: 50 });
    expect(qualityOf(bad, { ...bad, packetsReceived: 300 }).grade).toBe('good');
  });

  it('does not call a call silent that has just begun', () => {
    expect(qualityOf(null, { ...START, packetsReceived: 0 }).grade).toBe('good');
  });
});

describe('reading the browser’s statistics', () => {
  it('takes the audio that comes and goes and the other side’s report', () => {
    const stats = [
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: 1, jitter: 0.001 },
      { type: 'inbound-rtp', kind: 'video', packetsReceived: 99 },
      { type: 'outbound-rtp', kind: 'audio', packetsSent: 12 },
      { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.03 },
      { type: 'codec' },
    ];
    expect(readSample(stats)).toEqual({
      packetsReceived: 10,
      packetsLost: 1,
      packetsSent: 12,
      jitter: 0.001,
      roundTrip: 0.03,
    });
  });

  it('is nothing before any audio has come', () => {
    expect(readSample([{ type: 'outbound-rtp', kind: 'audio', packetsSent: 3 }])).toBeNull();
  });
});
