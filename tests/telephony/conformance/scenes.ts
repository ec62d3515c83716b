import { expect } from 'vitest';
import type { CallId } from '../../../shared/domain/ids.ts';
import type { Target } from '../../../server/telephony/port.ts';
import { AGENT, latest, legsOf, type World } from './world.ts';

export const CALLER = '13800005521';
export const RING_MS = 20_000;

export const refused = (code: string) => ({ failure: { code } });
export const target = (number: string): Target => ({ number, label: '市住房公积金中心', unitId: null });

/** Where behaviours begin: somebody talks, somebody is being asked. */
export function scenesOf(world: () => World) {
  const state = (callId: CallId): string => latest(world(), callId).state;

  async function reaches(callId: CallId, wanted: string): Promise<void> {
    await world().eventually(() => expect(state(callId)).toBe(wanted));
  }

  async function talking(): Promise<CallId> {
    const { port, callerRings, lifts } = world();
    const callId = await callerRings(CALLER);
    await port.ring(callId, AGENT, RING_MS);
    await lifts(AGENT, callId);
    await reaches(callId, 'talking');
    return callId;
  }

  async function unitIs(callId: CallId, wanted: string): Promise<void> {
    await world().eventually(() => expect(legsOf(latest(world(), callId)).at(-1)).toBe(`unit:${wanted}`));
  }

  async function consulting(): Promise<CallId> {
    const callId = await talking();
    const { port, numbers } = world();
    await port.consult(callId, AGENT, target(numbers.answers));
    await unitIs(callId, 'talking');
    return callId;
  }

  return { state, reaches, talking, unitIs, consulting };
}
