import { useEffect, useEffectEvent, useRef } from 'react';
import { may } from '../../../shared/domain/people.ts';
import { DEFAULT_PHONE, type PhoneSettings } from '../../../shared/domain/phone.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import type { DeskClient } from '../../host.ts';
import { holdPhone } from './phone-lock.ts';
import { usePhone } from './phone-store.ts';
import { startPhone, type Line, type Phone } from './phone.ts';
import { qualityOf, readSample, type AudioSample } from './quality.ts';
import { connectSip } from './sip-agent.ts';
import { createSound, type Sound } from './sound.ts';

/** Between two looks at the call's quality, and at the clock, ms. */
const LOOK_MS = 2000;
/** A clock that jumps this far has slept, ms. */
const SLEPT_MS = 20_000;

const NONE = { lines: [], quality: null, answer: () => false, hangUp: () => undefined } as const;

/** Where this page may register, as its host knew it when it was opened. */
function allowedAddress(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="hotline-phone"]')?.content ?? '';
}

/** Runs this desk's phone in this window, for whoever takes calls, while the desk speaks through the page. Shows nothing. */
export function PhoneRunner(): null {
  const desk = useDesk();
  const account = useLive(({ holder }) =>
    // A session that ends by itself does not end the call that is being spoken.
    holder && may(holder.actor, 'call.take') ? holder.actor.accountId : null,
  );
  const { data: settings } = useDeskQuery({
    key: ['phone'],
    tables: ['settings'],
    run: ({ phone }) => phone.settings(),
    enabled: account !== null,
  });
  const running = useRef<Running | null>(null);
  const inPage = settings?.device.kind === 'page';
  // The devices of a later setting go into the running phone; only another kind of phone begins anew.
  const begin = useEffectEvent(() => run(desk, settings ?? DEFAULT_PHONE));

  useEffect(() => {
    if (account === null || !inPage || allowedAddress() === '') return undefined;
    let over = false;
    const lock = holdPhone(navigator.locks, (mine) => {
      // The lock says that it was let go when this desk may long have another kind of phone.
      if (over) return;
      running.current?.stop();
      running.current = mine ? begin() : null;
      if (!mine) usePhone.setState({ ...NONE, state: 'elsewhere' });
    });
    usePhone.setState({ takeHere: lock.steal });
    return () => {
      over = true;
      lock.release();
      running.current?.stop();
      running.current = null;
      usePhone.setState({ ...NONE, state: 'off' });
    };
  }, [account, inPage]);

  useEffect(() => {
    if (!settings) return;
    usePhone.setState({ ringDevice: settings.ring });
    running.current?.use(settings);
  }, [settings]);
  return null;
}

interface Running {
  use(settings: PhoneSettings): void;
  stop(): void;
}

function run(desk: DeskClient, settings: PhoneSettings): Running {
  const sound = createSound(settings);
  const heard = new Map<Line, { readonly connection: RTCPeerConnection; readonly silence: () => void }>();
  const phone = startPhone({
    access: () => desk.phone.access(),
    allowed: allowedAddress(),
    connect: (access, events) =>
      connectSip(
        access,
        {
          ...events,
          ended(line) {
            heard.get(line)?.silence();
            heard.delete(line);
            events.ended(line);
          },
        },
        {
          heard(line, connection, audio) {
            heard.get(line)?.silence();
            heard.set(line, { connection, silence: sound.play(audio) });
          },
        },
      ),
    microphone: sound,
    nowMs: Date.now,
    tell: (state, lines) => usePhone.setState({ state, lines }),
  });
  usePhone.setState({ answer: phone.answer, hangUp: phone.hangUp });
  const stopWatching = watch(phone, () => [...heard.values()].map(({ connection }) => connection));
  return {
    use: (next) => useSound(sound, next, heard.values()),
    stop() {
      stopWatching();
      phone.stop();
      for (const { silence } of heard.values()) silence();
    },
  };
}

function useSound(
  sound: Sound,
  next: PhoneSettings,
  heard: Iterable<{ readonly connection: RTCPeerConnection }>,
): void {
  sound
    .use(
      next,
      Array.from(heard, ({ connection }) => connection),
    )
    .catch((error: unknown) => {
      console.warn('the other sound device could not be opened', error);
    });
}

/** Follows the service, the network, the machine's sleep and the quality of the call. @returns stops */
function watch(phone: Phone, connections: () => readonly RTCPeerConnection[]): () => void {
  let before: AudioSample | null = null;
  let lookedMs = Date.now();

  async function look(): Promise<void> {
    const nowMs = Date.now();
    if (nowMs - lookedMs > SLEPT_MS) phone.again();
    lookedMs = nowMs;
    phone.follow(useLive.getState().telephony);
    const [connection] = connections();
    const stats: object[] = [];
    if (connection) (await connection.getStats()).forEach((entry: object) => stats.push(entry));
    const sample = readSample(stats);
    usePhone.setState({ quality: sample && qualityOf(before, sample) });
    before = sample;
  }

  const timer = setInterval(() => void look(), LOOK_MS);
  const unfollow = useLive.subscribe(({ telephony }, earlier) => {
    if (telephony === earlier.telephony) return;
    phone.follow(telephony);
    // Signing out there takes the phone away; signing in wants it at once and not at the next turn.
    const [was, is] = [earlier.telephony?.agent.state, telephony?.agent.state];
    if (was === 'signedOut' && is !== undefined && is !== 'signedOut') phone.again();
  });
  const back = (): void => phone.again();
  window.addEventListener('online', back);
  return () => {
    clearInterval(timer);
    unfollow();
    window.removeEventListener('online', back);
  };
}
