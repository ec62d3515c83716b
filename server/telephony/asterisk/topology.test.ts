import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountIdSchema, callIdSchema } from '../../../shared/domain/ids.ts';
import { FailureError } from '../../../shared/failure.ts';
import { instant } from '../../../shared/instant.ts';
import * as law from '../call-model.ts';
import type { ExchangeCall } from '../port.ts';
import { topology } from './topology.ts';

const WANG = accountIdSchema.parse('00000000-0000-7000-8000-000000001007');
const SUPERVISOR = accountIdSchema.parse('00000000-0000-7000-8000-000000002001');
const AT = instant(1_763_800_000_000);
const UNIT = { number: '0392-1111', label: '市住房公积金中心', unitId: null };

const queued = law.incoming(callIdSchema.parse('c.1'), '13800005521', '12345', AT);
const talking = law.answered(law.ringing(queued, WANG, AT), WANG, AT);
const consulting = law.unitAnswered(law.consulting(talking, WANG, UNIT, 'c.1-side', AT), AT);

/** `party: bridge hears` of each line that has a place. */
function placesOf(call: ExchangeCall): string[] {
  const places = topology(call);
  return call.legs.flatMap(({ legId, party }) => {
    const place = places.get(legId);
    return place ? [`${party}: ${place.bridge ?? 'alone'}${place.hears ? ` ${place.hears}` : ''}`] : [];
  });
}

describe('who stands where and hears what', () => {
  it.each([
    ['waits', queued, ['caller: alone music']],
    ['waits while a phone rings', law.ringing(queued, WANG, AT), ['caller: alone music']],
    ['speaks', talking, ['caller: main', 'agent: main']],
    ['is held', law.held(talking, WANG), ['caller: main music', 'agent: alone silence']],
    [
      'is held while the unit rings',
      law.unitRinging(law.consulting(talking, WANG, UNIT, 'c.1-side', AT)),
      ['caller: main music', 'agent: alone ringing'],
    ],
    ['is held while the unit is asked', consulting, ['caller: main music', 'agent: side', 'unit: side']],
    ['is spoken to again', law.toggled(consulting, WANG), ['caller: main', 'agent: main', 'unit: side music']],
    ['is one of three', law.conference(consulting, WANG), ['caller: main', 'agent: main', 'unit: main']],
    ['was handed over', law.transferred(consulting, WANG, AT), ['caller: main', 'unit: main']],
    ['has gone while the unit was asked', law.callerHungUp(consulting, AT), ['agent: main', 'unit: main']],
    ['lost the operator', law.agentLost(talking, AT), ['caller: main music']],
    [
      'is rung by the operator',
      law.calleeRinging(law.outgoing(queued.callId, WANG, UNIT, AT)),
      ['agent: alone ringing'],
    ],
    ['has ended', law.forcedDown(talking, AT), []],
  ] as const)('a caller who %s', (_, call, expected) => {
    expect(placesOf(call)).toEqual(expected);
  });

  const steps: readonly ((call: ExchangeCall) => ExchangeCall)[] = [
    (call) => law.held(call, WANG),
    (call) => law.retrieved(call, WANG),
    (call) => law.consulting(call, WANG, UNIT, 'c.1-side', AT),
    (call) => law.unitRinging(call),
    (call) => law.unitAnswered(call, AT),
    (call) => law.unitFailed(call, 'busy', AT),
    (call) => law.unitHungUp(call, AT),
    (call) => law.toggled(call, WANG),
    (call) => law.conference(call, WANG),
    (call) => law.consultCancelled(call, WANG, AT),
    (call) => law.transferred(call, WANG, AT),
    (call) => law.blindTransferred(call, WANG, UNIT, AT),
    (call) => law.conferenceLeft(call, WANG, AT),
    (call) => law.takenOver(call, SUPERVISOR, AT),
    (call) => law.agentLost(call, AT),
    (call) => law.callerHungUp(call, AT),
  ];

  it('never takes an answered caller out of the main bridge, whose recording an empty one would lose', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(steps.length - 1), { maxLength: 12 }), (chosen) => {
        let call = talking;
        for (const index of chosen) {
          call = after(call, steps[index]);
          const caller = law.liveLeg(call, 'caller');
          const places = topology(call);
          const lost = call.state !== 'ended' && caller && places.get(caller.legId)?.bridge !== 'main';
          expect(lost ? caller : null).toBeNull();
          // Nobody who has lifted a receiver is left without a place, and nobody else has one.
          const open = call.legs.filter(
            ({ state, answeredAt }) => state !== 'left' && state !== 'failed' && answeredAt,
          );
          expect([...places.keys()]).toEqual(call.state === 'ended' ? [] : open.map(({ legId }) => legId));
        }
      }),
    );
  });
});

/** The call after a step that its laws allow; the same call otherwise. */
function after(call: ExchangeCall, step: ((call: ExchangeCall) => ExchangeCall) | undefined): ExchangeCall {
  try {
    return step?.(call) ?? call;
  } catch (error) {
    if (error instanceof FailureError) return call;
    throw error;
  }
}
