import { beforeEach } from 'vitest';
import { describeBehaviours } from '../../../tests/telephony/conformance/behaviours.ts';
import { describeLasting } from '../../../tests/telephony/conformance/lasting.ts';
import type { World } from '../../../tests/telephony/conformance/world.ts';
import type { CallId } from '../../../shared/domain/ids.ts';
import type { ExchangeEvent } from '../port.ts';
import { seededRandom } from '../scheduler.ts';
import { virtualScheduler } from '../test-support/virtual-scheduler.ts';
import { createSimulatedExchange } from './exchange.ts';

const NUMBERS = { answers: '0392-1111', busy: '0392-2222', declines: '0392-3333', badNumber: '0392-0000' } as const;
const BEHAVIOURS: Readonly<Record<string, 'busy' | 'declines' | 'badNumber'>> = {
  [NUMBERS.busy]: 'busy',
  [NUMBERS.declines]: 'declines',
  [NUMBERS.badNumber]: 'badNumber',
};
/** More than any line of the simulated exchange takes. */
const LONG_MS = 3000;

function simulatedWorld(): World {
  const clock = virtualScheduler();
  const port = createSimulatedExchange({
    scheduler: clock,
    random: seededRandom(1),
    unitBehaviour: (number) => BEHAVIOURS[number] ?? 'answers',
    timing: {
      connect: [100, 100],
      answer: [200, 200],
      decline: [200, 200],
      busy: [200, 200],
      badNumber: [200, 200],
      ringLimit: 30_000,
      afterTransfer: [600_000, 600_000],
    },
  });
  const events: ExchangeEvent[] = [];
  port.onEvent((event) => events.push(event));
  port.connect();
  let last: CallId | null = null;
  const current = (): CallId => {
    if (last === null) throw new Error('nobody has rung');
    return last;
  };
  return {
    port,
    events,
    callerRings(number, dialled) {
      last = port.placeCall(number, { patienceMs: 600_000, ...(dialled === undefined ? {} : { dialled }) });
      return Promise.resolve(last);
    },
    callerHangsUp: async () => port.callerHangsUp(current()),
    unitHangsUp: async () => port.unitHangsUp(current()),
    lifts: (agent, callId) => port.answer(callId, agent),
    phone: async (agent, state) => port.phoneGoes(agent, state),
    hears: () => clock.pass(0),
    recorded: () => Promise.resolve(),
    digits: () =>
      port
        .dtmf()
        .map(({ digits }) => digits)
        .join(''),
    async eventually(check) {
      await clock.pass(LONG_MS);
      check();
    },
    pass: (ms) => clock.pass(ms),
    link: async (up) => (up ? port.restoreLink() : port.dropLink()),
    numbers: NUMBERS,
    remembersEnds: true,
    clear: () => Promise.resolve(),
  };
}

let world: World;
beforeEach(() => {
  world = simulatedWorld();
});
describeBehaviours('the simulated exchange', () => world);
describeLasting('the simulated exchange', () => world);
