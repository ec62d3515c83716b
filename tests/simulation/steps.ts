import fc from 'fast-check';
import type { Access, Crash } from './centre.ts';
import type { Fault } from './channel.ts';

/** What an operator may say. */
export type Words = 'forward' | 'forwardClosing' | 'secret' | 'answer' | 'refuse' | 'urge' | 'supplement' | 'look';

/** One thing that happens in a simulated day. */
export type Step = { readonly desk: number } & (
  | { readonly kind: 'say'; readonly words: Words; readonly which: number }
  | { readonly kind: 'push'; readonly fault: Fault; readonly node: 0 | 1; readonly crash: Crash }
  | { readonly kind: 'pull'; readonly fault: Fault; readonly node: 0 | 1 }
  | { readonly kind: 'together' | 'late' | 'crash' | 'loseReplica' | 'backUp' | 'restore' }
  | { readonly kind: 'clock'; readonly ms: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'access'; readonly access: Access }
  | { readonly kind: 'unit'; readonly open: boolean }
);

const HOUR = 3_600_000;

/** Days of ten to forty steps; what operators say and what lines do is far more frequent than what breaks. */
export function stepsArbitrary(desks: number, trouble: 'usual' | 'restores'): fc.Arbitrary<Step[]> {
  const desk = fc.nat({ max: desks - 1 });
  const node = fc.constantFrom<0 | 1>(0, 1);
  const fault = fc.constantFrom<Fault>('none', 'none', 'requestLost', 'answerLost', 'twice', 'twiceAtOnce', 'late');
  const words = fc.constantFrom<Words>(
    'forward',
    'forward',
    'forwardClosing',
    'secret',
    'answer',
    'refuse',
    'urge',
    'urge',
    'supplement',
    'look',
  );
  const access = fc.record({
    roles: fc.constantFrom<Access['roles']>(['operator'], ['shiftSupervisor'], ['handler'], ['knowledgeEditor']),
    secret: fc.boolean(),
    unit: fc.boolean(),
  });
  const step = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ desk, kind: fc.constant('say' as const), words, which: fc.nat({ max: 20 }) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        desk,
        kind: fc.constant('push' as const),
        fault,
        node,
        crash: fc.constantFrom<Crash>(null, null, null, 'beforeCommit', 'afterCommit'),
      }),
    },
    { weight: 6, arbitrary: fc.record({ desk, kind: fc.constant('pull' as const), fault, node }) },
    {
      weight: 4,
      arbitrary: fc.record({ desk, kind: fc.constantFrom('together' as const, 'late' as const, 'crash' as const) }),
    },
    {
      weight: trouble === 'restores' ? 4 : 1,
      arbitrary: fc.record({
        desk,
        kind:
          trouble === 'restores'
            ? fc.constantFrom('loseReplica' as const, 'backUp' as const, 'restore' as const)
            : fc.constant('loseReplica' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        desk,
        kind: fc.constant('clock' as const),
        ms: fc.integer({ min: -6 * HOUR, max: 6 * HOUR }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ desk, kind: fc.constant('wait' as const), ms: fc.nat({ max: 4 * HOUR }) }) },
    { weight: 2, arbitrary: fc.record({ desk, kind: fc.constant('access' as const), access }) },
    { weight: 1, arbitrary: fc.record({ desk, kind: fc.constant('unit' as const), open: fc.boolean() }) },
  );
  return fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });
}
