import { useEffect, useEffectEvent, useRef } from 'react';
import { livingCall } from '../softphone/abilities.ts';
import { useTelephony } from '../softphone/use-telephony.ts';
import { followHeadsets } from './headset.ts';
import { hookAct } from './hook-switch.ts';

/** The headset's own button answers and hangs up. Shows nothing. */
export function HeadsetButton(): null {
  const { view, send } = useTelephony();
  const before = useRef<boolean | null>(null);
  const pressed = useEffectEvent((offHook: boolean) => {
    const call = livingCall(view);
    const state = call === null ? null : call.state === 'ringing' ? 'ringing' : 'talking';
    const act = hookAct(before.current, offHook, state);
    before.current = offHook;
    if (act) void send({ type: act });
  });
  useEffect(() => followHeadsets((offHook) => pressed(offHook)), []);
  return null;
}
