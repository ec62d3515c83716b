import type { PhoneSettings } from '../../../shared/domain/phone.ts';

export interface Sound {
  /** This desk's microphone; the same stream while it is open. @throws where there is none or it is not allowed */
  open(): Promise<MediaStream>;
  close(): void;
  /** Lets the other end be heard in the headset. @returns stops it */
  play(audio: MediaStream): () => void;
  /** Another microphone or speaker from now on, also in the call that runs. */
  use(settings: PhoneSettings, connections: readonly RTCPeerConnection[]): Promise<void>;
}

/** What the browser is asked for. An unplugged device gives way to the system's default: a call must not fail for it. */
export function microphoneOf(settings: PhoneSettings): MediaStreamConstraints {
  const { microphone, echoCancellation, noiseSuppression, autoGain } = settings;
  return {
    audio: {
      echoCancellation,
      noiseSuppression,
      autoGainControl: autoGain,
      ...(microphone === null ? {} : { deviceId: { ideal: microphone } }),
    },
    video: false,
  };
}

export function createSound(first: PhoneSettings): Sound {
  let settings = first;
  let opening: Promise<MediaStream> | null = null;
  const players = new Set<HTMLAudioElement>();

  function close(): void {
    const closing = opening;
    opening = null;
    closing?.then(stopTracks, () => undefined);
  }

  return {
    open() {
      opening ??= navigator.mediaDevices.getUserMedia(microphoneOf(settings));
      const mine = opening;
      mine.catch(() => {
        if (opening === mine) opening = null;
      });
      return mine;
    },
    close,
    play(audio) {
      const player = new Audio();
      player.srcObject = audio;
      players.add(player);
      void sendTo(player, settings.speaker)
        .then(() => player.play())
        .catch((error: unknown) => console.warn('the call is not heard', error));
      return () => {
        players.delete(player);
        player.pause();
        player.srcObject = null;
      };
    },
    async use(next, connections) {
      const other = JSON.stringify(microphoneOf(next)) !== JSON.stringify(microphoneOf(settings));
      settings = next;
      await Promise.all([...players].map((player) => sendTo(player, next.speaker)));
      if (!other || opening === null) return;
      close();
      opening = navigator.mediaDevices.getUserMedia(microphoneOf(next));
      const track = (await opening).getAudioTracks()[0] ?? null;
      const senders = connections.flatMap((connection) => connection.getSenders());
      const speaking = senders.filter((sender) => sender.track?.kind === 'audio');
      await Promise.all(speaking.map((sender) => sender.replaceTrack(track)));
    },
  };
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** A speaker that is gone, or a browser that cannot choose: the system's default is heard. */
async function sendTo(player: HTMLAudioElement, speaker: string | null): Promise<void> {
  if (!('setSinkId' in player)) return;
  await player.setSinkId(speaker ?? '').catch((error: unknown) => {
    console.warn('the chosen speaker is not there', error);
  });
}
