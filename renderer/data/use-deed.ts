import { useState, useRef } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { DeskClient } from '../host.ts';
import { failureOf } from './failure-of.ts';
import { useDesk } from './use-desk.ts';

/** One thing at a time done at the station, and how the last one ended. */
export interface Deed {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /**
   * Does it, unless another is under way: two presses of a key do a thing once.
   * @returns whether it was done
   */
  readonly act: (work: (desk: DeskClient) => Promise<unknown>) => Promise<boolean>;
  /** Takes a failure off the screen: what it was about has changed. */
  readonly clear: () => void;
}

export function useDeed(): Deed {
  const desk = useDesk();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = async (work: (desk: DeskClient) => Promise<unknown>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await work(desk);
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, failure, act, clear: () => setFailure(null) };
}
