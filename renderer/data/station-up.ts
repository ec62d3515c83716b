/**
 * Whether a station stands behind the client, kept apart from the live store so that reading a failure depends on
 * nothing else. Written only by `follow-station.ts`.
 */
let up = true;

export function isStationUp(): boolean {
  return up;
}

export function setStationUp(value: boolean): void {
  up = value;
}
