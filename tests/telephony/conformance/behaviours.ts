import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { msOf } from '../../../shared/instant.ts';
import { CALLER, refused, RING_MS, scenesOf, target } from './scenes.ts';
import { AGENT, latest, legsOf, OTHER, SUPERVISOR, told, type World } from './world.ts';

/**
 * What every exchange behind the port does, whoever built it. One description, run against each adapter: on one with
 * sound, every ear is checked as well.
 */
export function describeBehaviours(name: string, world: () => World): void {
  const { state, reaches, talking, unitIs, consulting } = scenesOf(world);

  describe(`${name} as an exchange`, () => {
    beforeEach(async () => {
      for (const agent of [AGENT, OTHER, SUPERVISOR]) await world().port.signIn(agent);
    });
    afterEach(() => world().clear());

    describe('a caller', () => {
      it('waits with music, and is told of with the number they called', async () => {
        const callId = await world().callerRings(CALLER, '12345');
        const call = latest(world(), callId);
        expect(call).toMatchObject({ direction: 'inbound', callerNumber: CALLER, dialled: '12345', state: 'queued' });
        expect(call).toMatchObject({ agent: null, answeredAt: null, recording: 'off', endedAt: null });
        expect(legsOf(call)).toEqual(['caller:held']);
        await world().hears({ caller: ['music'] });
      });

      it('rings at a phone, is answered there, and the two hear each other and nothing else', async () => {
        const { port, callerRings, lifts } = world();
        const callId = await callerRings(CALLER);
        await port.ring(callId, AGENT, RING_MS);
        expect(latest(world(), callId)).toMatchObject({ state: 'ringing', agent: AGENT });
        await world().hears({ caller: ['music'] });
        await lifts(AGENT, callId);
        await reaches(callId, 'talking');
        expect(legsOf(latest(world(), callId))).toEqual(['caller:talking', 'agent:talking']);
        await world().hears({ caller: ['agent'], agent: ['caller'] });
        expect(told(world(), callId)).toEqual(['queued', 'ringing', 'answered']);
      });

      it('who is answered by nobody is queued again and keeps the time they came', async () => {
        const { port, callerRings } = world();
        const callId = await callerRings(CALLER);
        const { queuedAt } = latest(world(), callId);
        await port.ring(callId, AGENT, 1000);
        await world().pass(1100);
        await reaches(callId, 'queued');
        expect(latest(world(), callId)).toMatchObject({ agent: null, queuedAt });
        expect(latest(world(), callId).legs.at(-1)).toMatchObject({ party: 'agent', state: 'left', cause: 'noAnswer' });
      });

      it('who is rejected is queued again, and rings elsewhere', async () => {
        const { port, callerRings, lifts } = world();
        const callId = await callerRings(CALLER);
        await port.ring(callId, AGENT, RING_MS);
        await port.reject(callId, AGENT);
        expect(latest(world(), callId)).toMatchObject({ state: 'queued', agent: null });
        await port.ring(callId, OTHER, RING_MS);
        await lifts(OTHER, callId);
        await reaches(callId, 'talking');
        expect(latest(world(), callId).agent).toBe(OTHER);
      });

      it('who gives up while a phone rings ends the call, and the phone is silent and free', async () => {
        const { port, callerRings, callerHangsUp } = world();
        const callId = await callerRings(CALLER);
        await port.ring(callId, AGENT, RING_MS);
        await callerHangsUp();
        await reaches(callId, 'ended');
        const call = latest(world(), callId);
        expect(call).toMatchObject({ endedBy: 'caller', answeredAt: null });
        expect(msOf(call.endedAt ?? call.queuedAt)).toBeGreaterThanOrEqual(msOf(call.queuedAt));
        const next = await callerRings('13900001234');
        await port.ring(next, AGENT, RING_MS);
        expect(state(next)).toBe('ringing');
      });

      it('is told their place and hears music again; refused, they hear why and are gone at once', async () => {
        const { port, callerRings } = world();
        const callId = await callerRings(CALLER);
        await port.announce(callId, { kind: 'position', place: 2 });
        await world().hears({ caller: ['position'] });
        await world().hears({ caller: ['music'] });
        await port.refuse(callId, 'night');
        expect(latest(world(), callId)).toMatchObject({ state: 'ended', endedBy: 'exchange' });
        await world().hears({ caller: ['night'] });
        await expect(port.announce(callId, { kind: 'sorry' })).rejects.toMatchObject(refused('CALL_GONE'));
      });
    });

    describe('an operator', () => {
      it('gives the caller music and hears nothing, and takes them back', async () => {
        const callId = await talking();
        const { port } = world();
        await port.hold(callId, AGENT);
        expect(legsOf(latest(world(), callId))).toEqual(['caller:held', 'agent:talking']);
        await world().hears({ caller: ['music'], agent: [] });
        await port.retrieve(callId, AGENT);
        await world().hears({ caller: ['agent'], agent: ['caller'] });
      });

      it('mutes: the caller hears nothing, the operator hears on; once only', async () => {
        const callId = await talking();
        const { port } = world();
        await port.mute(callId, AGENT);
        await world().hears({ caller: [], agent: ['caller'] });
        await expect(port.mute(callId, AGENT)).rejects.toMatchObject(refused('CALL_STATE'));
        await port.unmute(callId, AGENT);
        await world().hears({ caller: ['agent'], agent: ['caller'] });
      });

      it('hangs up, and every line goes down', async () => {
        const callId = await talking();
        await world().port.hangUp(callId, AGENT);
        expect(latest(world(), callId)).toMatchObject({ state: 'ended', endedBy: 'agent' });
        await expect(world().port.hold(callId, AGENT)).rejects.toMatchObject(refused('CALL_GONE'));
      });

      it('rings somebody, and talks to them once they answer', async () => {
        const { port, numbers } = world();
        await port.dial(AGENT, target(numbers.answers));
        const event = world().events.findLast((each) => each.type === 'call');
        const callId = event?.type === 'call' ? event.call.callId : null;
        if (callId === null) throw new Error('no call');
        expect(latest(world(), callId)).toMatchObject({ direction: 'outbound', agent: AGENT });
        await world().eventually(() => expect(legsOf(latest(world(), callId)).at(-1)).toBe('caller:talking'));
        await world().hears({ agent: ['unit'], unit: ['agent'] });
        await port.hangUp(callId, AGENT);
        expect(state(callId)).toBe('ended');
      });

      it('sends digits to whom they speak with', async () => {
        const callId = await consulting();
        await world().port.sendDtmf(callId, AGENT, '12#');
        await world().eventually(() => expect(world().digits()).toBe('12#'));
      });

      it('whose phone is not there is not rung', async () => {
        const { port, callerRings, phone } = world();
        await phone(OTHER, 'offline');
        const callId = await callerRings(CALLER);
        await expect(port.ring(callId, OTHER, RING_MS)).rejects.toMatchObject(refused('PHONE_OFFLINE'));
        expect(state(callId)).toBe('queued');
        await phone(OTHER, 'online');
        await port.ring(callId, OTHER, RING_MS);
        expect(state(callId)).toBe('ringing');
      });

      it('has one call at a time, and is not signed off in it', async () => {
        await talking();
        const { port, callerRings } = world();
        const second = await callerRings('13900001234');
        await expect(port.ring(second, AGENT, RING_MS)).rejects.toMatchObject(refused('CALL_STATE'));
        await expect(port.signOut(AGENT)).rejects.toMatchObject(refused('CALL_STATE'));
      });
    });

    describe('a consultation', () => {
      it('has the caller hear music and the two others each other; toggled, the unit hears music', async () => {
        const callId = await consulting();
        const { port } = world();
        await world().hears({ caller: ['music'], agent: ['unit'], unit: ['agent'] });
        await port.toggle(callId, AGENT);
        expect(legsOf(latest(world(), callId))).toEqual(['caller:talking', 'agent:talking', 'unit:held']);
        await world().hears({ caller: ['agent'], agent: ['caller'], unit: ['music'] });
        await port.toggle(callId, AGENT);
        await world().hears({ caller: ['music'], agent: ['unit'], unit: ['agent'] });
      });

      it.each(['busy', 'declines', 'badNumber'] as const)(
        'with a number that is %s says so and holds the caller',
        async (how) => {
          const callId = await talking();
          const { port, numbers } = world();
          await port.consult(callId, AGENT, target(numbers[how]));
          await reaches(callId, 'held');
          const cause = how === 'declines' ? 'declined' : how;
          expect(latest(world(), callId).legs.at(-1)).toMatchObject({ party: 'unit', state: 'failed', cause });
          await world().hears({ caller: ['music'], agent: [] });
        },
      );

      it('is cancelled back to the caller', async () => {
        const callId = await consulting();
        await world().port.cancelConsult(callId, AGENT);
        expect(legsOf(latest(world(), callId))).toEqual(['caller:talking', 'agent:talking', 'unit:left']);
        await world().hears({ caller: ['agent'], agent: ['caller'] });
      });

      it('goes on with the unit when the caller hangs up', async () => {
        const callId = await consulting();
        await world().callerHangsUp();
        await reaches(callId, 'talking');
        expect(legsOf(latest(world(), callId))).toEqual(['caller:left', 'agent:talking', 'unit:talking']);
        await world().hears({ agent: ['unit'], unit: ['agent'] });
        await world().unitHangsUp();
        await reaches(callId, 'ended');
        expect(latest(world(), callId).endedBy).toBe('unit');
      });
    });

    describe('three-way', () => {
      it('has all hear all; the operator leaves, and the two talk on until one hangs up', async () => {
        const callId = await consulting();
        const { port, callerHangsUp } = world();
        await port.conference(callId, AGENT);
        await world().hears({ caller: ['agent', 'unit'], agent: ['caller', 'unit'], unit: ['caller', 'agent'] });
        await port.leaveConference(callId, AGENT);
        expect(latest(world(), callId)).toMatchObject({ state: 'talking', agent: null });
        await world().hears({ caller: ['unit'], unit: ['caller'] });
        await callerHangsUp();
        await reaches(callId, 'ended');
      });

      it('goes on between operator and caller when the unit leaves', async () => {
        const callId = await consulting();
        await world().port.conference(callId, AGENT);
        await world().unitHangsUp();
        await reaches(callId, 'talking');
        expect(legsOf(latest(world(), callId))).toEqual(['caller:talking', 'agent:talking', 'unit:left']);
        await world().hears({ caller: ['agent'], agent: ['caller'] });
      });

      it('goes on between operator and unit when the caller leaves', async () => {
        const callId = await consulting();
        await world().port.conference(callId, AGENT);
        await world().callerHangsUp();
        await reaches(callId, 'talking');
        expect(legsOf(latest(world(), callId))).toEqual(['caller:left', 'agent:talking', 'unit:talking']);
        await world().hears({ agent: ['unit'], unit: ['agent'] });
      });
    });

    describe('a transfer', () => {
      it('attended: the two talk, the operator is free', async () => {
        const callId = await consulting();
        await world().port.completeTransfer(callId, AGENT);
        expect(legsOf(latest(world(), callId))).toEqual(['caller:talking', 'agent:left', 'unit:talking']);
        await world().hears({ caller: ['unit'], unit: ['caller'] });
      });

      it('blind: the caller hears music until the unit answers', async () => {
        const callId = await talking();
        const { port, numbers } = world();
        await port.blindTransfer(callId, AGENT, target(numbers.answers));
        expect(latest(world(), callId)).toMatchObject({ agent: null });
        await unitIs(callId, 'talking');
        await world().hears({ caller: ['unit'], unit: ['caller'] });
      });

      it('blind to a unit that is busy: the caller is queued again with their time, and answered by another', async () => {
        const callId = await talking();
        const { port, numbers, lifts } = world();
        const { queuedAt } = latest(world(), callId);
        await port.blindTransfer(callId, AGENT, target(numbers.busy));
        await reaches(callId, 'queued');
        expect(latest(world(), callId).queuedAt).toBe(queuedAt);
        await world().hears({ caller: ['music'] });
        await port.ring(callId, OTHER, RING_MS);
        await lifts(OTHER, callId);
        await reaches(callId, 'talking');
        await world().hears({ caller: ['agent'] });
      });
    });

    describe('a supervisor', () => {
      it('listens unheard, whispers to the operator alone, barges in to all, and leaves without a trace', async () => {
        const callId = await talking();
        const { port } = world();
        await port.monitor(callId, SUPERVISOR, 'listen');
        expect(latest(world(), callId).monitors).toEqual([{ supervisor: SUPERVISOR, mode: 'listen' }]);
        await world().hears({ supervisor: ['caller', 'agent'], caller: ['agent'], agent: ['caller'] });
        await port.monitor(callId, SUPERVISOR, 'whisper');
        await world().hears({
          supervisor: ['caller', 'agent'],
          caller: ['agent'],
          agent: ['caller', 'supervisor'],
        });
        await port.monitor(callId, SUPERVISOR, 'barge');
        await world().hears({
          supervisor: ['caller', 'agent'],
          caller: ['agent', 'supervisor'],
          agent: ['caller', 'supervisor'],
        });
        await port.stopMonitor(callId, SUPERVISOR);
        expect(latest(world(), callId).monitors).toEqual([]);
        await world().hears({ caller: ['agent'], agent: ['caller'] });
      });

      it('takes a call over: the operator is out, the supervisor talks', async () => {
        const callId = await talking();
        await world().port.monitor(callId, SUPERVISOR, 'listen');
        await world().port.takeOver(callId, SUPERVISOR);
        expect(latest(world(), callId)).toMatchObject({ agent: SUPERVISOR, monitors: [] });
        await world().hears({ caller: ['supervisor'], supervisor: ['caller'] });
      });

      it('takes a call down', async () => {
        const callId = await talking();
        await world().port.forceHangUp(callId);
        expect(latest(world(), callId)).toMatchObject({ state: 'ended', endedBy: 'supervisor' });
      });

      it('cannot join a call that nobody has answered', async () => {
        const { port, callerRings } = world();
        const callId = await callerRings(CALLER);
        await expect(port.monitor(callId, SUPERVISOR, 'listen')).rejects.toMatchObject(refused('CALL_STATE'));
      });
    });
  });
}
