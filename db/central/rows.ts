import { instant, type Instant } from '../../shared/instant.ts';

/** bigint as both engines send it. Sequence numbers stay far below 2^53: at 20 orders a second that is some ten million years. */
export function parseInt8(text: string): number {
  return Number(text);
}

/** timestamptz as both engines send it. */
export function parseTimestamp(text: string): Instant {
  return instant(Date.parse(text));
}
