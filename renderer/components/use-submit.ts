import { useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { useDeed } from '../data/use-deed.ts';
import type { DeskClient } from '../host.ts';
import { useKey } from '../keys/keys.ts';

export interface Submission {
  /** Nothing is missing. */
  readonly ready: boolean;
  /** Sends what is written, and puts the form away. */
  readonly run: (desk: DeskClient) => Promise<unknown>;
}

export interface Submitting {
  readonly submit: () => void;
  /** Somebody has tried to send it: what is missing may be said now, and not before. */
  readonly tried: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** A form that is sent by its button or by the leading key. */
export function useSubmit({ ready, run }: Submission): Submitting {
  const { busy, failure, act } = useDeed();
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (ready) void act(run);
  };
  useKey('primary', submit);
  return { submit, tried, busy, failure };
}
