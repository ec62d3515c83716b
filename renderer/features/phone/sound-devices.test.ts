import { describe, expect, it } from 'vitest';
import { DEFAULT_PHONE } from '../../../shared/domain/phone.ts';
import { microphoneOf } from './sound.ts';
import { soundDevices } from './sound-devices.ts';

describe('the sound devices on offer', () => {
  it('are told apart, each once, with a name even before the browser gives one', () => {
    const listed = [
      { deviceId: 'default', kind: 'audioinput', label: 'Default' },
      { deviceId: 'm1', kind: 'audioinput', label: '耳麦' },
      { deviceId: 'm2', kind: 'audioinput', label: '' },
      { deviceId: 'communications', kind: 'audiooutput', label: 'x' },
      { deviceId: 's1', kind: 'audiooutput', label: '音箱' },
      { deviceId: 'c', kind: 'videoinput', label: '摄像头' },
    ] as const;
    expect(soundDevices(listed)).toEqual({
      microphones: [
        { id: 'm1', name: '耳麦' },
        { id: 'm2', name: '设备 2' },
      ],
      speakers: [{ id: 's1', name: '音箱' }],
    });
  });
});

describe('what the microphone is asked for', () => {
  it('is sound alone, treated as set, and the chosen device only where it is there', () => {
    expect(microphoneOf(DEFAULT_PHONE)).toEqual({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      video: false,
    });
    expect(microphoneOf({ ...DEFAULT_PHONE, microphone: 'm1', echoCancellation: false })).toEqual({
      audio: { echoCancellation: false, noiseSuppression: true, autoGainControl: true, deviceId: { ideal: 'm1' } },
      video: false,
    });
  });
});
