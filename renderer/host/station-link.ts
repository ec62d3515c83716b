import { createORPCClient, ORPCError, type ClientContext, type ClientLink } from '@orpc/client';
import { failure, FailureError, type Failure } from '../../shared/failure.ts';
import type { DeskClient } from './host-types.ts';

type Link = ClientLink<ClientContext>;
type StationListener = (up: boolean, cause: Failure | null) => void;

/** One client for the life of the window over links that come and go with the station's lives. */
export interface StationLink {
  readonly desk: DeskClient;
  /**
   * A station answers over this link from now on.
   * @param alive whether its connection still stands; a page hears of its end a moment after it has ended
   */
  attach(link: Link, alive?: () => boolean): void;
  /** The station is gone; `cause` where more is known than that. */
  detach(cause: Failure | null): void;
  readonly onStation: (listener: StationListener) => () => void;
}

/** Makes a client with no station behind it yet. */
export function createStationLink(): StationLink {
  const listeners = new Set<StationListener>();
  let current: Link | null = null;
  let stands = (): boolean => true;
  let cause: Failure | null = null;

  const down = (): FailureError => new FailureError(cause ?? failure('STATION_DOWN'));

  const switching: Link = {
    call: async (path, input, options) => {
      const link = current;
      if (link === null) throw down();
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (error instanceof ORPCError || options.signal?.aborted === true) throw error;
        if (current === link && stands()) throw error;
        // The link went while the call was under way: whether the station did it is not known.
        throw down();
      }
    },
  };

  const tell = (up: boolean): void => {
    for (const listener of listeners) listener(up, cause);
  };

  return {
    desk: createORPCClient<DeskClient>(switching),
    attach(link, alive = () => true) {
      current = link;
      stands = alive;
      cause = null;
      tell(true);
    },
    detach(why) {
      const changed = current !== null || why?.code !== cause?.code;
      current = null;
      cause = why;
      if (changed) tell(false);
    },
    onStation(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
