import { useCallback } from 'react';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';

/** Takes note of an alarm; what the centre refuses is shown as a notice. */
export function useAcknowledge(): (id: string) => void {
  const desk = useDesk();
  return useCallback(
    (id) => {
      desk.hall.acknowledge({ id }).catch((error: unknown) => useLive.getState().notify(failureOf(error)));
    },
    [desk],
  );
}
