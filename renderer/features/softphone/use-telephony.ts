import { useCallback } from 'react';
import type { AgentCommand, TelephonyView } from '../../../shared/domain/call.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { usePhone } from '../phone/phone-store.ts';

export interface Telephony {
  readonly view: TelephonyView | null;
  /** Asks the exchange; what it refuses is shown as a notice. @returns whether it was done */
  readonly send: (command: AgentCommand) => Promise<boolean>;
}

/** The operator's own bar, for whichever feature has to speak to the exchange. */
export function useTelephony(): Telephony {
  const desk = useDesk();
  const view = useLive(({ telephony }) => telephony);
  const send = useCallback(
    async (command: AgentCommand): Promise<boolean> => {
      // What rings in this page is answered here; the exchange is told all the same, and waits for it.
      if (command.type === 'answer') usePhone.getState().answer(useLive.getState().telephony?.call?.callId ?? null);
      try {
        useLive.getState().setTelephony(await desk.telephony.command(command));
        return true;
      } catch (error) {
        useLive.getState().notify(failureOf(error));
        return false;
      }
    },
    [desk],
  );
  return { view, send };
}
