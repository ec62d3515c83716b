import type { TelephonyView } from '../../shared/domain/call.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CentralClient } from './link.ts';

/** What the centre says without being asked. */
export interface LiveHandlers {
  head(head: number): void;
  telephony(view: TelephonyView): void;
  /** Lists of calls have changed. */
  calls(): void;
  sessionEnded(reason: Failure): void;
  grantsChanged(): void;
}

/** Listens until the stream ends. Nothing here is needed for correctness: it only says sooner what asking would say. */
export async function followLive(client: CentralClient, on: LiveHandlers): Promise<void> {
  const events = await client.live.events();
  for await (const event of events) {
    switch (event.type) {
      case 'head':
        on.head(event.head);
        break;
      case 'telephony':
        on.telephony(event.view);
        break;
      case 'calls':
        on.calls();
        break;
      case 'sessionEnded':
        on.sessionEnded(event.failure);
        return;
      case 'grantsChanged':
        on.grantsChanged();
        break;
    }
  }
}
