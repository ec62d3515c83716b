import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignal, type Signalled, type SignalOutlet } from './signal.ts';

/** What the browser was asked to sound: one for each context that was opened. */
interface Sounded {
  strokes: number;
  closed: boolean;
  device: string | null;
}

describe('a signal', () => {
  const sounds: Sounded[] = [];
  const said: [string, string][] = [];

  /** As much of the browser's as a tone needs; what is heard is counted. */
  class CountingAudio {
    readonly currentTime = 0;
    readonly destination = {};
    readonly sound: Sounded = { strokes: 0, closed: false, device: null };
    constructor() {
      sounds.push(this.sound);
    }
    createGain() {
      const silent = () => undefined;
      const gain = { setValueAtTime: silent, linearRampToValueAtTime: silent, exponentialRampToValueAtTime: silent };
      return { gain, connect: silent };
    }
    createOscillator() {
      const start = () => (this.sound.strokes += 1);
      return { frequency: { value: 0 }, connect: () => undefined, start, stop: () => undefined };
    }
    setSinkId(device: string): Promise<void> {
      this.sound.device = device;
      return Promise.resolve();
    }
    close(): Promise<void> {
      this.sound.closed = true;
      return Promise.resolve();
    }
  }

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('AudioContext', CountingAudio);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    sounds.length = 0;
    said.length = 0;
  });

  const alarm = (id: string): Signalled => ({ id, title: '等待过长', text: () => `第 ${id} 号` });
  const outlet: SignalOutlet = { notify: (...words) => said.push(words), ring: true, device: null };

  it('of an alarm sounds once, for a moment, and is told outside the window; the same one sounds no second time', () => {
    const signal = createSignal();
    signal([alarm('1')], outlet);
    expect(sounds).toHaveLength(1);
    expect(sounds[0]?.strokes).toBeGreaterThan(0);
    const heard = sounds[0]?.strokes;
    vi.advanceTimersByTime(60_000);
    expect(sounds).toEqual([{ strokes: heard, closed: true, device: null }]);
    for (let look = 0; look < 3; look += 1) signal([alarm('1')], outlet);
    // The link breaks and comes back.
    signal([], outlet);
    signal([alarm('1')], outlet);
    expect(sounds).toHaveLength(1);
    expect(said).toEqual([['等待过长', '第 1 号']]);
  });

  it('of another one beside it sounds again, several at one time are one, through the speaker that was chosen', () => {
    const signal = createSignal();
    signal([alarm('1')], outlet);
    signal([alarm('3'), alarm('2'), alarm('1')], { ...outlet, device: 'headset' });
    expect(sounds.map(({ device }) => device)).toEqual([null, 'headset']);
    expect(said.map(([, text]) => text)).toEqual(['第 1 号', '第 3 号']);
    signal([alarm('2')], outlet);
    expect(sounds).toHaveLength(2);
  });

  it('is told and not heard by whoever turned sounds off, and not made up for when they turn them on', () => {
    const signal = createSignal();
    signal([alarm('1')], { ...outlet, ring: false });
    expect(said).toHaveLength(1);
    signal([alarm('1')], outlet);
    vi.advanceTimersByTime(60_000);
    expect(sounds).toEqual([]);
    signal([alarm('1'), alarm('2')], outlet);
    expect(sounds).toHaveLength(1);
  });
});
