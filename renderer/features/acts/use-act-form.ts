import { useState } from 'react';
import type { Order } from '../../../shared/domain/order.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Instant } from '../../../shared/instant.ts';
import { useSaved } from '../../app/saved.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import type { Draft } from './act-draft.ts';
import { judge, placed, type Bench, type FieldErrors } from './judge.ts';

/** What every act's form is given. */
export interface ActFormProps {
  readonly bench: Bench;
  /** The screen is the one in front: its keys answer. */
  readonly inFront: boolean;
  readonly onDone: (at: Instant) => void;
  readonly onCancel: () => void;
}

export interface ActForm<V> {
  readonly values: V;
  readonly edit: (part: Partial<V>) => void;
  /** Empty until a first try. */
  readonly errors: FieldErrors;
  readonly refusal: Failure | null;
  /** The order as it would be afterwards; null while that cannot be said. */
  readonly after: Order | null;
  readonly busy: boolean;
  /** How the desk keeps what is written here. */
  readonly draft: Draft<V>;
  readonly submit: () => void;
}

/**
 * One act's form: judged as it is written by the rules that decide in the end, and given to the station when it holds.
 * @param bodyOf the command as it is written, complete or not
 * @param send how it is given to the station, where that is not as a command on this order
 */
export function useActForm<V extends object>(
  props: ActFormProps,
  draft: Draft<V>,
  bodyOf: (values: V) => unknown,
  send?: (values: V) => Promise<{ readonly savedAt: Instant }>,
): ActForm<V> {
  const { bench, onDone } = props;
  const { values, edit } = draft;
  const desk = useDesk();
  const saved = useSaved((state) => state.saved);
  const [tried, setTried] = useState(false);
  /** What the station said of the text as it stands. */
  const [told, setTold] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const judged = judge(bodyOf(values), bench);
  const answer = told && judged.command ? placed(told, judged.command) : null;

  const submit = async (): Promise<void> => {
    if (busy) return;
    setTried(true);
    if (!judged.command || judged.refusal || Object.keys(judged.errors).length > 0) return;
    setBusy(true);
    await draft.hold();
    try {
      const { savedAt } = await (send
        ? send(values)
        : desk.commands.submit({
            orderId: bench.order.id,
            draftId: null,
            command: judged.command,
            writing: draft.key,
          }));
      // What is sent otherwise does not end the half-written form by itself.
      if (send) await desk.writings.discard({ key: draft.key });
      saved(savedAt);
      draft.given();
      onDone(savedAt);
    } catch (error) {
      draft.release();
      setTold(failureOf(error));
      setBusy(false);
    }
  };
  return {
    values,
    edit: (part) => {
      setTold(null);
      edit(part);
    },
    errors: tried ? { ...judged.errors, ...answer?.errors } : {},
    refusal: tried ? (judged.refusal ?? answer?.refusal ?? null) : null,
    after: judged.after,
    busy,
    draft,
    submit: () => void submit(),
  };
}
