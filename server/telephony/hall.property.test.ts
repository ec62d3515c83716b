import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentCommand } from '../../shared/domain/call.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { FailureError } from '../../shared/failure.ts';
import { agentId, startShift, UNITS, type Shift } from './test-support/shift.ts';

const AGENTS = [agentId(1), agentId(2), agentId(3)];
const COMMANDS = [
  'signIn',
  'signOut',
  'ready',
  'busy',
  'endWrapUp',
  'answer',
  'hangUp',
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'cancelConsult',
  'toggle',
  'conference',
  'completeTransfer',
] as const;

const target = fc.constantFrom('0392-1111', ...Object.keys(UNITS));
const command: fc.Arbitrary<AgentCommand> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...COMMANDS).map((type): AgentCommand => ({ type })) },
  // What moves a shift on is said more often than chance would have it.
  {
    weight: 10,
    arbitrary: fc
      .constantFrom('signIn' as const, 'ready' as const, 'answer' as const)
      .map((type): AgentCommand => ({ type })),
  },
  { weight: 1, arbitrary: fc.constant<AgentCommand>({ type: 'rest', reason: 'meal' }) },
  { weight: 1, arbitrary: fc.constant<AgentCommand>({ type: 'extendWrapUp', seconds: 10 }) },
  {
    weight: 4,
    arbitrary: target.map((number): AgentCommand => ({ type: 'consult', unitId: null, number, label: '' })),
  },
  { weight: 2, arbitrary: target.map((number): AgentCommand => ({ type: 'dial', number, label: '' })) },
  {
    weight: 1,
    arbitrary: target.map((number): AgentCommand => ({ type: 'blindTransfer', unitId: null, number, label: '' })),
  },
);

const step = fc.oneof(
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('command' as const), agent: fc.nat(2), command }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 12_000 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('call' as const), patienceMs: fc.integer({ min: 1, max: 60_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('callerHangsUp' as const, 'unitHangsUp' as const), which: fc.nat(5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('deskGone' as const, 'deskBack' as const), agent: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('dropLink' as const, 'restoreLink' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const REFUSALS: ReadonlySet<string> = new Set(['AGENT_STATE', 'CALL_STATE', 'CALL_GONE', 'EXCHANGE_UNREACHABLE']);

function who(n: number): AccountId {
  return AGENTS[n] ?? agentId(1);
}

/** Sees every view and judges each ring at the moment it is offered. */
function watchIdleOrder({ hall }: Shift, faults: string[]): void {
  const readySince = new Map<AccountId, string>();
  hall.onView((agent, { agent: { state, since } }) => {
    const own = readySince.get(agent);
    if (state === 'ready') readySince.set(agent, since);
    else readySince.delete(agent);
    if (state !== 'ringing' || own === undefined) return;
    for (const [other, idle] of readySince) if (idle < own) faults.push(`${agent} rang before ${other}`);
  });
}

async function act({ exchange, hall, clock }: Shift, one: Step, said: Promise<void>[]): Promise<void> {
  const calls = exchange.calls();
  switch (one.kind) {
    case 'command':
      said.push(refusedProperly(hall.command(who(one.agent), one.command)));
      return;
    case 'pass':
      return clock.pass(one.ms);
    case 'call':
      exchange.placeCall(`1380000${calls.length}`, { patienceMs: one.patienceMs });
      return;
    case 'callerHangsUp':
    case 'unitHangsUp': {
      const call = calls[one.which % Math.max(1, calls.length)];
      const party = one.kind === 'callerHangsUp' ? 'caller' : 'unit';
      const open = call?.legs.some((leg) => leg.party === party && leg.state !== 'left' && leg.state !== 'failed');
      if (call && open) exchange[one.kind](call.callId);
      return;
    }
    case 'deskGone':
    case 'deskBack':
      hall[one.kind](who(one.agent));
      return;
    case 'dropLink':
    case 'restoreLink':
      exchange[one.kind]();
  }
}

async function refusedProperly(said: Promise<unknown>): Promise<void> {
  try {
    await said;
  } catch (error) {
    if (!(error instanceof FailureError) || !REFUSALS.has(error.failure.code)) throw error;
  }
}

/** What holds at every moment, link or no link. */
function checkCalls({ exchange }: Shift): void {
  const busy: AccountId[] = [];
  for (const call of exchange.calls()) {
    const phones = call.legs.filter((leg) => leg.party === 'agent' && leg.state !== 'left' && leg.state !== 'failed');
    expect(phones.map((leg) => leg.agent)).toEqual(call.agent ? [call.agent] : []);
    if (call.agent) busy.push(call.agent);
  }
  expect(new Set(busy).size).toBe(busy.length);
}

/** Each operator's call as their bar shows it: `state callId`, or null. */
function shown({ hall }: Shift): (string | null)[] {
  return AGENTS.map((agent) => {
    const { agent: own, call } = hall.view(agent);
    const onThePhone = own.state === 'ringing' || own.state === 'talking';
    return onThePhone ? `${own.state} ${call?.state} ${call?.callId}` : null;
  });
}

/** The same as the exchange has it. */
function real({ exchange }: Shift): (string | null)[] {
  return AGENTS.map((agent) => {
    const call = exchange.calls().find((candidate) => candidate.agent === agent);
    return call ? `${call.state === 'ringing' ? 'ringing' : 'talking'} ${call.state} ${call.callId}` : null;
  });
}

/** A phone may just be being reached; what has stuck still differs after any number of such moments. */
async function checkViews(shift: Shift, latencyMs: number): Promise<void> {
  for (let round = 0; round < 10 && String(shown(shift)) !== String(real(shift)); round += 1)
    await shift.clock.pass(latencyMs + 1);
  expect(shown(shift)).toEqual(real(shift));
}

describe('whatever is done in whatever order', () => {
  it('nobody answers twice, no state sticks, no call is lost, each ends once, the longest idle rings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 20, maxLength: 120 }),
        fc.constantFrom(0, 30, 400),
        fc.boolean(),
        async (steps, latencyMs, remembersEnded) => {
          const shift = await startShift({ exchange: { latencyMs, remembersEnded } });
          const faults: string[] = [];
          const said: Promise<void>[] = [];
          watchIdleOrder(shift, faults);
          for (const agent of AGENTS) said.push(refusedProperly(shift.hall.command(agent, { type: 'signIn' })));

          for (const one of steps) {
            await act(shift, one, said);
            checkCalls(shift);
          }

          shift.exchange.restoreLink();
          await shift.clock.pass(5000);
          await checkViews(shift, latencyMs);

          // Everybody hangs up, and time passes beyond any patience, ringing, wrap-up and talk after a transfer.
          for (let round = 0; shift.exchange.calls().length > 0 && round < 50; round += 1) {
            await act(shift, { kind: 'callerHangsUp', which: round }, said);
            await act(shift, { kind: 'unitHangsUp', which: round }, said);
            await shift.clock.pass(10_000);
          }
          await shift.clock.pass(700_000);
          await Promise.all(said);

          expect(shift.exchange.calls()).toEqual([]);
          await checkViews(shift, latencyMs);
          const ids = shift.records.filter(({ direction }) => direction === 'inbound').map(({ callId }) => callId);
          expect(new Set(ids).size).toBe(ids.length);
          // Of a call that came and went unheard and left no trace there is no record.
          expect(remembersEnded ? ids.length : placedIn(steps)).toBe(placedIn(steps));
          for (const { outcome, answeredAt } of shift.records) expect(outcome === 'answered').toBe(answeredAt !== null);
          expect(faults).toEqual([]);
          await shift.hall.stop();
        },
      ),
      { numRuns: 500 },
    );
  });
});

function placedIn(steps: readonly Step[]): number {
  return steps.filter((one) => one.kind === 'call').length;
}
