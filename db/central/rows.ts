import { instant, type Instant } from '../../shared/instant.ts';

export const INT8_OID = 20;
export const TIMESTAMPTZ_OID = 1184;

/** Sequence numbers stay far below 2^53: at 20 orders a second that is some ten million years. */
export function parseInt8(text: string): number {
  return Number(text);
}

export function parseTimestamp(text: string): Instant {
  return instant(Date.parse(text));
}
