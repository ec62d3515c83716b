import { describe, expect, it } from 'vitest';
import { accountIdSchema, callIdSchema } from '../../../shared/domain/ids.ts';
import { instant } from '../../../shared/instant.ts';
import * as law from '../call-model.ts';
import type { ExchangeCall } from '../port.ts';
import { settle } from './media.ts';
import { createSession, firstChannel, type Session } from './session.ts';

const WANG = accountIdSchema.parse('00000000-0000-7000-8000-000000001007');
const AT = instant(1_763_800_000_000);
const UNIT = { number: '0392-1111', label: '市住房公积金中心', unitId: null };
const queued = law.incoming(callIdSchema.parse('c.1'), '13800005521', '12345', AT);

interface Line {
  readonly session: Session;
  /** Brings the exchange to this call. @returns what it was told, in order */
  readonly to: (call: ExchangeCall) => Promise<string[]>;
}

function line(): Line {
  const session = createSession(queued);
  return {
    session,
    async to(call) {
      const said: string[] = [];
      for (const { legId, state } of call.legs)
        if (state !== 'left' && state !== 'failed' && !session.channels.has(legId))
          session.channels.set(legId, firstChannel(legId));
      await settle(
        (method, uri) => {
          said.push(`${method} ${uri}`);
          return Promise.resolve();
        },
        session,
        call,
      );
      session.call = call;
      return said;
    },
  };
}

const ringing = law.ringing(queued, WANG, AT);
const talking = law.answered(ringing, WANG, AT);
const consulting = law.unitAnswered(law.consulting(talking, WANG, UNIT, 'c.1-side', AT), AT);

describe('bringing the exchange to a call', () => {
  it('gives music and a limit to who waits, and says nothing twice', async () => {
    const { to } = line();
    expect(await to(queued)).toEqual([
      'POST channels/c.1-1/variable?variable=TIMEOUT(absolute)&value=12',
      'POST channels/c.1-1/moh',
    ]);
    expect(await to(queued)).toEqual([]);
    expect(await to(ringing)).toEqual([]);
  });

  it('takes the limit off before anything else when they are answered: nobody who talks is ever cut off by it', async () => {
    const { to } = line();
    await to(queued);
    expect((await to(talking))[0]).toBe('POST channels/c.1-1/variable?variable=TIMEOUT(absolute)&value=0');
    expect((await to(law.agentLost(talking, AT)))[0]).toBe(
      'POST channels/c.1-1/variable?variable=TIMEOUT(absolute)&value=12',
    );
  });

  it('cuts short what is being said to a caller who is answered: until it has been said their line does nothing else', async () => {
    const { session, to } = line();
    await to(queued);
    session.saying = { playbackId: 'c.1-say1', media: 'media=sound:hotline/recordingNotice', owed: true };
    expect(await to(ringing)).toEqual([]);
    expect((await to(talking))[0]).toBe('DELETE playbacks/c.1-say1');
    expect(session.saying).toBeNull();
  });

  it('never gives a limit to somebody whom an operator rings: no dialplan would take them back', async () => {
    const { to } = line();
    const said = await to(law.calleeRinging(law.outgoing(callIdSchema.parse('c.1'), WANG, UNIT, AT)));
    expect(said.join()).not.toContain('TIMEOUT');
  });

  it('moves the operator between caller and unit, and leaves the caller where they are recorded', async () => {
    const { to } = line();
    await to(talking);
    expect(await to(consulting)).toEqual([
      'POST bridges?type=mixing&name=hotline&bridgeId=c.1-side',
      'POST bridges/c.1-side/addChannel?channel=c.1-2',
      'POST bridges/c.1-side/addChannel?channel=c.1-3',
      'POST channels/c.1-1/moh',
    ]);
    expect(await to(law.toggled(consulting, WANG))).toEqual([
      'DELETE channels/c.1-1/moh',
      'POST bridges/c.1-main/addChannel?channel=c.1-2',
      'POST channels/c.1-3/moh',
    ]);
    expect(await to(law.held(law.consultCancelled(consulting, WANG, AT), WANG))).toEqual([
      'POST bridges/c.1-main/removeChannel?channel=c.1-2',
      'POST channels/c.1-1/moh',
      'POST channels/c.1-2/silence',
      'DELETE channels/c.1-3?reason_code=16',
      'DELETE bridges/c.1-side',
    ]);
  });

  it('stops the recording first of all when a call ends, and tells lines taken down by force so', async () => {
    const { session, to } = line();
    await to(talking);
    session.take = { recordingId: 'c.1-rec1', startedMs: 1 };
    const said = await to(law.forcedDown(talking, AT));
    expect(said).toEqual([
      'POST recordings/live/c.1-rec1/stop',
      'DELETE channels/c.1-1?reason_code=21',
      'DELETE channels/c.1-2?reason_code=21',
      'DELETE bridges/c.1-main',
    ]);
  });

  it('mutes the operator’s line, and the next one where another has taken its place', async () => {
    const { session, to } = line();
    await to(talking);
    const muted = law.muted(talking, WANG, true);
    expect(await to(muted)).toEqual(['POST channels/c.1-2/mute?direction=in']);
    const [, leg] = muted.legs;
    if (!leg) throw new Error('no leg');
    session.channels.set(leg.legId, 'c.1-again1');
    expect(await to(muted)).toContain('POST channels/c.1-again1/mute?direction=in');
  });
});
