import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGENT, latest, OTHER, type World } from './world.ts';
import { CALLER, refused, RING_MS, scenesOf } from './scenes.ts';

/** What outlasts a command: recordings, and calls without anybody who listens. */
export function describeLasting(name: string, world: () => World): void {
  const { state, reaches, talking } = scenesOf(world);

  beforeEach(async () => {
    for (const agent of [AGENT, OTHER]) await world().port.signIn(agent);
  });
  afterEach(() => world().clear());

  describe(`a recording on ${name}`, () => {
    it('is refused before the answer, runs, pauses, and is whole when the call has ended', async () => {
      const { port, callerRings, lifts, events } = world();
      const callId = await callerRings(CALLER);
      await expect(port.startRecording(callId)).rejects.toMatchObject(refused('CALL_STATE'));
      await port.ring(callId, AGENT, RING_MS);
      await lifts(AGENT, callId);
      await reaches(callId, 'talking');
      await port.startRecording(callId);
      expect(latest(world(), callId).recording).toBe('on');
      await world().pass(1000);
      await port.pauseRecording(callId);
      expect(latest(world(), callId).recording).toBe('paused');
      await world().pass(1000);
      await port.resumeRecording(callId);
      await world().pass(500);
      await port.hangUp(callId, AGENT);
      await world().eventually(() =>
        expect(events.some((each) => each.type === 'recording' && each.callId === callId)).toBe(true),
      );
      const whole = events.find((each) => each.type === 'recording' && each.callId === callId);
      if (whole?.type !== 'recording') throw new Error('no recording');
      const wav = Buffer.from(await port.fetchRecording(whole.recordingId));
      expect(wav.length).toBe(whole.bytes);
      expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
      await world().recorded(wav, [200, 800], ['agent', 'caller']);
      await world().recorded(wav, [1200, 1800], []);
      // About two and a half seconds: a pause is silence and takes its time.
      expect(whole.bytes).toBeGreaterThan(44 + 2000 * 16);
      await port.dropRecording(whole.recordingId);
      await expect(port.fetchRecording(whole.recordingId)).rejects.toMatchObject(refused('CALL_GONE'));
      await expect(port.dropRecording(whole.recordingId)).rejects.toMatchObject(refused('CALL_GONE'));
    });
  });

  describe(`a lost link to ${name}`, () => {
    it('refuses commands, keeps the call, and tells all of it again', async () => {
      const callId = await talking();
      const { port, link } = world();
      await port.setAgentState(OTHER, { state: 'rest', reason: 'meal' });
      await port.setCallData(callId, { help: 'asked', other: '“1,2”' });
      await link(false);
      await expect(port.hold(callId, AGENT)).rejects.toMatchObject(refused('EXCHANGE_UNREACHABLE'));
      await world().hears({ caller: ['agent'], agent: ['caller'] });
      await link(true);
      const up = world().events.findLast((each) => each.type === 'link');
      if (up?.type !== 'link' || up.state !== 'up') throw new Error('not up');
      const data = { help: 'asked', other: '“1,2”' };
      expect(up.snapshot.calls).toMatchObject([{ callId, state: 'talking', agent: AGENT, data }]);
      expect(up.snapshot.agents).toContainEqual({ agent: OTHER, state: { state: 'rest', reason: 'meal' } });
      await port.hold(callId, AGENT);
      await world().hears({ caller: ['music'], agent: [] });
    });

    it('in which the caller hung up: the call has ended, the phone is free, and no time is made up', async () => {
      const callId = await talking();
      const { port, link, callerHangsUp, callerRings } = world();
      await link(false);
      await callerHangsUp();
      await link(true);
      const call = latest(world(), callId);
      expect(call).toMatchObject({ state: 'ended', endedBy: 'caller' });
      expect([world().remembersEnds, call.endedAt === null]).toContain(true);
      const next = await callerRings('13900001234');
      await port.ring(next, AGENT, RING_MS);
      expect(state(next)).toBe('ringing');
    });
  });
}
