import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';

export interface RecordingSound {
  /** What an audio element plays; null until it is here. */
  readonly url: string | null;
  /** 0 to 100 while it is fetched. */
  readonly percent: number | null;
  readonly failure: Failure | null;
  /** Says why and fetches it. */
  readonly open: (why: string) => void;
}

/** Fetches a recording piece by piece into this window alone; it goes with the component and is never on the disk. */
export function useRecording(recordingId: string): RecordingSound {
  const desk = useDesk();
  const [url, setUrl] = useState<string | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const gone = useRef(false);
  const made = useRef<string | null>(null);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      if (made.current !== null) URL.revokeObjectURL(made.current);
      made.current = null;
    };
  }, []);

  const fetchAll = async (why: string): Promise<void> => {
    setFailure(null);
    setPercent(0);
    try {
      const { bytes } = await desk.calls.openRecording({ recordingId, why });
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for (let offset: number | null = 0; offset !== null && !gone.current;) {
        const piece: { base64: string; next: number | null } = await desk.calls.readRecording({ recordingId, offset });
        pieces.push(bytesOf(piece.base64));
        offset = piece.next;
        setPercent(offset === null ? 100 : Math.floor((offset / bytes) * 100));
      }
      if (gone.current) return;
      made.current = URL.createObjectURL(new Blob(pieces, { type: 'audio/wav' }));
      setUrl(made.current);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPercent(null);
    }
  };
  return { url, percent, failure, open: (why) => void fetchAll(why) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
