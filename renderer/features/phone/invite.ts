/** A line that the exchange opens to this page. */
export interface Invite {
  /** The service's call; null where somebody rings the page directly, past the service. */
  readonly callId: string | null;
  readonly leg: 'ring' | 'dial' | 'monitor' | 'takeOver' | 'again' | null;
  /** The person has consented already: a call they dial, join or take over, or their own after a reload. */
  readonly answerNow: boolean;
}

export type InviteDecision = 'ring' | 'answer' | 'refuse';

const LEGS = ['ring', 'dial', 'monitor', 'takeOver', 'again'] as const;

/** @param header reads a header of the request; undefined where it has none */
export function readInvite(header: (name: string) => string | undefined): Invite {
  const leg = header('X-Hotline-Leg');
  return {
    callId: header('X-Hotline-Call')?.trim() ?? null,
    leg: LEGS.find((known) => known === leg?.trim()) ?? null,
    answerNow: /;\s*answer-after\s*=\s*0\b/.test(header('Call-Info') ?? ''),
  };
}

/** A line this page has already. */
export interface HeldLine {
  readonly callId: string | null;
  readonly state: 'ringing' | 'talking';
}

/**
 * What to do with a new line. Only the service's calls are taken; the microphone is never opened for a stranger. A call
 * that is alive here needs no second line; whoever speaks is not rung by another call.
 */
export function decide({ callId, leg, answerNow }: Invite, held: readonly HeldLine[]): InviteDecision {
  if (callId === null) return 'refuse';
  const talking = held.filter(({ state }) => state === 'talking');
  if (leg === 'again') return talking.some((line) => line.callId === callId) ? 'refuse' : 'answer';
  if (answerNow) return 'answer';
  return talking.length > 0 ? 'refuse' : 'ring';
}
