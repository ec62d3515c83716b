import type { MissedCall } from '../../../../shared/domain/calls/missed.ts';

/** Still to be rung back. */
export function isOpen({ state }: Pick<MissedCall, 'state'>): boolean {
  return state === 'waiting' || state === 'claimed';
}

/**
 * What the list shows. Whoever is being spoken with stays in sight until it is written down, though they need no
 * ringing back any more.
 * @param running the operator's call now, also while it is being written up
 */
export function shownRows<Row extends Pick<MissedCall, 'state' | 'attempts'>>(
  rows: readonly Row[],
  showDone: boolean,
  running: string | undefined,
): Row[] {
  return rows.filter((row) => showDone || isOpen(row) || row.attempts.some(({ callId }) => callId === running));
}
