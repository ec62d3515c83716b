import type { CallRef } from '../../../shared/domain/call.ts';
import { useLive } from '../../data/live.ts';
import { callOfNow } from '../orders/detail/call-ref.ts';

/** The call in hand, which what is written now belongs to; null where there is none. */
export function useCallOfNow(): CallRef | null {
  return callOfNow(useLive(({ telephony }) => telephony));
}
