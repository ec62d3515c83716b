import { useEffect, useEffectEvent, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { DeskClient } from '../host.ts';
import { failureOf } from './failure-of.ts';
import { useLive } from './live.ts';
import { useDesk } from './use-desk.ts';

export interface Stream<T> {
  /** What came last; stays, when the stream breaks, as what was so before. */
  readonly value: T | null;
  /** Why nothing comes now; null while something does. */
  readonly failure: Failure | null;
  /** Since when nothing comes, ms by this window's clock; null while something does. What is shown is as old as that. */
  readonly brokenSince: number | null;
}

const AGAIN_MS = 2000;

/** Follows one of the station's streams while the component is in front, and opens it again when it ends. */
export function useStream<T>(
  open: (desk: DeskClient, signal: AbortSignal) => Promise<AsyncIterable<T>>,
  enabled: boolean,
): Stream<T> {
  const desk = useDesk();
  const stationUp = useLive((live) => live.stationUp);
  const [stream, setStream] = useState<Stream<T>>({ value: null, failure: null, brokenSince: null });
  const begin = useEffectEvent((signal: AbortSignal) => open(desk, signal));

  useEffect(() => {
    if (!enabled || !stationUp) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = async (): Promise<void> => {
      try {
        for await (const value of await begin(signal)) {
          if (signal.aborted) return;
          setStream({ value, failure: null, brokenSince: null });
        }
      } catch (error) {
        if (signal.aborted) return;
        setStream((before) => ({ ...before, failure: failureOf(error) }));
      }
      if (!signal.aborted) setStream((before) => ({ ...before, brokenSince: before.brokenSince ?? Date.now() }));
      if (!signal.aborted) timer = setTimeout(() => void follow(), AGAIN_MS);
    };
    void follow();
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [enabled, stationUp]);
  return stream;
}
