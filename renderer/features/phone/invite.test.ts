import { describe, expect, it } from 'vitest';
import { decide, readInvite, type HeldLine } from './invite.ts';

function invite(headers: Readonly<Record<string, string>>) {
  return readInvite((name) => headers[name]);
}

const RING = invite({ 'X-Hotline-Call': 'c1', 'X-Hotline-Leg': 'ring' });
const DIAL = invite({ 'X-Hotline-Call': 'c2', 'X-Hotline-Leg': 'dial', 'Call-Info': '<sip:x>;answer-after=0' });
const AGAIN = invite({ 'X-Hotline-Call': 'c1', 'X-Hotline-Leg': 'again', 'Call-Info': '<sip:x>; answer-after=0' });
const TALKING: HeldLine = { callId: 'c1', state: 'talking' };

describe('a line the exchange opens', () => {
  it('is read from its headers', () => {
    expect(RING).toEqual({ callId: 'c1', leg: 'ring', answerNow: false });
    expect(DIAL).toEqual({ callId: 'c2', leg: 'dial', answerNow: true });
    expect(invite({ 'X-Hotline-Leg': 'other', 'Call-Info': '<sip:x>;answer-after=05' })).toEqual({
      callId: null,
      leg: null,
      answerNow: false,
    });
  });

  it('rings until the person answers, and answers by itself where they have consented', () => {
    expect(decide(RING, [])).toBe('ring');
    expect(decide(DIAL, [])).toBe('answer');
  });

  it('is refused where no call of the service stands behind it, whatever it asks for', () => {
    expect(decide(invite({ 'Call-Info': '<sip:x>;answer-after=0' }), [])).toBe('refuse');
  });

  it('takes the place of one lost with a reloaded page, and of none that is alive', () => {
    expect(decide(AGAIN, [])).toBe('answer');
    expect(decide(AGAIN, [TALKING])).toBe('refuse');
  });

  it('does not ring whoever speaks', () => {
    expect(decide({ ...RING, callId: 'c9' }, [TALKING])).toBe('refuse');
  });
});
