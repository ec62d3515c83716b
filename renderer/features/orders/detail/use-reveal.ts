import { useEffect, useState } from 'react';
import type { OrderDetail } from '../../../../shared/contract/desk.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { may } from '../../../../shared/domain/people.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { failureOf } from '../../../data/failure-of.ts';
import { useLive } from '../../../data/live.ts';
import { useDesk } from '../../../data/use-desk.ts';

/** How long personal data stays in clear. */
export const REVEAL_MS = 30_000;

export interface Reveal {
  /** The order with personal data in clear, while it is shown. */
  readonly detail: OrderDetail | null;
  /** When it hides again, ms since 1970 by this window's clock. */
  readonly until: number;
  readonly failure: Failure | null;
  readonly permitted: boolean;
  readonly show: () => Promise<void>;
  readonly hide: () => void;
}

/** Shows an order's personal data for half a minute; the station logs each look before it answers. H19, T2. */
export function useReveal(id: OrderId, where: string): Reveal {
  const desk = useDesk();
  const permitted = useLive(({ session }) => session !== null && may(session.actor, 'personal.reveal'));
  const [shown, setShown] = useState<{ detail: OrderDetail; until: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const hide = (): void => setShown(null);

  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), shown.until - Date.now());
    return () => clearTimeout(timer);
  }, [shown]);

  const show = async (): Promise<void> => {
    try {
      const detail = await desk.orders.reveal({ id, where });
      setShown({ detail, until: Date.now() + REVEAL_MS });
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { detail: shown?.detail ?? null, until: shown?.until ?? 0, failure, permitted, show, hide };
}
