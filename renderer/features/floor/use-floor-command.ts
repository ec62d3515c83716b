import { useCallback } from 'react';
import type { FloorCommand } from '../../../shared/domain/floor.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';

/** Asks the centre; what it refuses is shown as a notice. @returns whether it was done */
export function useFloorCommand(): (command: FloorCommand) => Promise<boolean> {
  const desk = useDesk();
  return useCallback(
    async (command) => {
      try {
        await desk.floor.command(command);
        return true;
      } catch (error) {
        useLive.getState().notify(failureOf(error));
        return false;
      }
    },
    [desk],
  );
}
