import { useEffect, useState } from 'react';
import { usePreferences } from '../../data/preferences.ts';
import { useHost } from '../../data/use-desk.ts';
import { usePhone } from '../phone/phone-store.ts';
import { createSignal, type Signalled } from './signal.ts';

/** Each new one sounds once, where this person has not turned sounds off, and is told outside the window. */
export function useSignal(open: readonly Signalled[]): void {
  const host = useHost();
  const ring = usePreferences((preferences) => preferences.ring);
  const [signal] = useState(createSignal);
  useEffect(() => {
    const notify = (title: string, text: string): void => host.notify(title, text);
    signal(open, { notify, ring, device: usePhone.getState().ringDevice });
  }, [open, host, ring, signal]);
}
