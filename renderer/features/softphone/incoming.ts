import { useEffect } from 'react';
import { maskPhone } from '../../../shared/text/mask.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useLive } from '../../data/live.ts';
import { usePreferences } from '../../data/preferences.ts';
import { useHost } from '../../data/use-desk.ts';
import { usePhone } from '../phone/phone-store.ts';
import { callHindrance } from './abilities.ts';
import { startRinging } from './ring-tone.ts';
import { useTelephony } from './use-telephony.ts';

/** True while somebody is typing on a screen that a change of screen would take from them. */
function isTyping(): boolean {
  const focus = document.activeElement;
  if (focus instanceof HTMLTextAreaElement) return true;
  return focus instanceof HTMLInputElement && focus.value !== '';
}

/**
 * What an incoming call does besides being shown: sounds, tells the shell, brings 受理台 forward. Someone in the middle
 * of a word on another screen is left there until the call is answered; the bar rings at them all the same.
 */
export function useIncomingCall(): void {
  const host = useHost();
  const { view, send } = useTelephony();
  const go = useNavigation((navigation) => navigation.go);
  const ring = usePreferences((preferences) => preferences.ring);
  const ringDevice = usePhone((phone) => phone.ringDevice);
  const call = view?.call ?? null;
  const ringingId = call?.state === 'ringing' ? call.callId : null;
  const answeredId =
    call?.direction === 'inbound' && call.state !== 'ringing' && call.state !== 'ended' ? call.callId : null;
  const number = call?.callerNumber ?? '';
  const answerable = callHindrance(view, 'answer') === null;

  useEffect(() => {
    if (ringingId === null) return undefined;
    host.incomingCall('12345 来电', `${maskPhone(number)} 正在呼入`);
    if (!isTyping()) go('desk');
    return () => host.callEnded();
  }, [ringingId, number, host, go]);

  useEffect(() => {
    if (answeredId !== null) go('desk');
  }, [answeredId, go]);

  useEffect(() => (ringingId !== null && ring ? startRinging(ringDevice) : undefined), [ringingId, ring, ringDevice]);

  useEffect(
    () =>
      host.onAnswer(() => {
        if (answerable) void send({ type: 'answer' });
      }),
    [host, answerable, send],
  );
}

const FLASH_MS = 1000;

/** The window's title: 演示 where it is one, and the incoming call in turn with it. */
export function useWindowTitle(calm: boolean): void {
  const demo = useLive(({ centre }) => centre?.demo ?? false);
  const ringing = useLive(({ telephony }) =>
    telephony?.call?.state === 'ringing' ? maskPhone(telephony.call.callerNumber) : null,
  );
  useEffect(() => {
    const plain = `${demo ? '【演示】' : ''}12345 热线座席工作台`;
    document.title = plain;
    if (ringing === null) return undefined;
    const call = `☎ 来电 ${ringing}`;
    document.title = call;
    if (calm) return () => void (document.title = plain);
    const timer = setInterval(() => {
      document.title = document.title === call ? plain : call;
    }, FLASH_MS);
    return () => {
      clearInterval(timer);
      document.title = plain;
    };
  }, [demo, ringing, calm]);
}
