import { useCallback, useEffect, useState } from 'react';
import { TEXT } from './text.ts';

export interface SoundDevice {
  readonly id: string;
  readonly name: string;
}

export interface SoundDevices {
  readonly microphones: readonly SoundDevice[];
  readonly speakers: readonly SoundDevice[];
}

/** What the browser lists, without its own doubles of the default, and with a name for what it does not name yet. */
export function soundDevices(listed: readonly Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>[]): SoundDevices {
  const of = (kind: MediaDeviceInfo['kind']): SoundDevice[] =>
    listed
      .filter((device) => device.kind === kind && !['', 'default', 'communications'].includes(device.deviceId))
      .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || TEXT.settings.unnamed(index) }));
  return { microphones: of('audioinput'), speakers: of('audiooutput') };
}

/** The sound devices as they come and go, and what reads them again: permission brings their names. */
export function useSoundDevices(): SoundDevices & { readonly readAgain: () => void } {
  const [devices, setDevices] = useState<SoundDevices>({ microphones: [], speakers: [] });
  const read = useCallback((): void => {
    navigator.mediaDevices
      .enumerateDevices()
      .then((listed) => setDevices(soundDevices(listed)))
      .catch((error: unknown) => console.warn('sound devices are not known', error));
  }, []);
  useEffect(() => {
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => navigator.mediaDevices.removeEventListener('devicechange', read);
  }, [read]);
  return { ...devices, readAgain: read };
}
