import { expect } from 'vitest';
import { createAsteriskExchange } from '../../../server/telephony/asterisk/exchange.ts';
import { createHall, type Hall } from '../../../server/telephony/hall.ts';
import type { ExchangeEvent, TelephonyPort } from '../../../server/telephony/port.ts';
import type { CallRecord } from '../../../shared/domain/call.ts';
import { accountIdSchema, type AccountId } from '../../../shared/domain/ids.ts';
import { layWire, type Wire } from '../../support/wire.ts';
import { APP } from './asterisk.ts';
import { eventually } from './eventually.ts';
import { VOICES, type TestExchange } from './hall-of-phones.ts';
import type { Phone } from './phone.ts';

/** The service's own hall on a real exchange, and operators with desk phones who answer at once. */
export interface RealShift {
  readonly port: TelephonyPort;
  readonly hall: Hall;
  readonly wire: Wire;
  readonly events: readonly ExchangeEvent[];
  readonly records: readonly CallRecord[];
  links(state: 'up' | 'down'): number;
  signInReady(...agents: readonly Operator[]): Promise<void>;
  stop(): Promise<void>;
}

export interface Operator {
  readonly id: AccountId;
  readonly extension: string;
  readonly phone: Phone;
}

export async function hireOperator(
  exchange: TestExchange,
  place: number,
  hertz: number = VOICES.agent,
): Promise<Operator> {
  const extension = String(8000 + place);
  const phone = await exchange.deskPhone(extension);
  phone.onRing((line) => {
    line.sound.speak(hertz);
    line.answer();
  });
  const id = accountIdSchema.parse(`00000000-0000-7000-8000-${String(1000 + place).padStart(12, '0')}`);
  return { id, extension, phone };
}

/** @param wrapUpSeconds short, so that a shift goes on */
export async function startRealShift(exchange: TestExchange, operators: readonly Operator[]): Promise<RealShift> {
  const wire = await layWire(exchange.asterisk.ari.url);
  const real = createAsteriskExchange({
    ...exchange.asterisk.ari,
    url: wire.url,
    app: APP,
    phoneUrl: null,
    log: { warn: () => undefined },
  });
  const extensions = new Map(operators.map(({ id, extension }) => [id, extension]));
  const port: TelephonyPort = {
    ...real,
    signIn: (agent) => real.signIn(agent, { kind: 'desk', extension: extensions.get(agent) ?? '' }),
  };
  const events: ExchangeEvent[] = [];
  port.onEvent((event) => events.push(event));
  const hall = createHall({ port, wrapUpSeconds: 1, ringSeconds: 5 });
  const records: CallRecord[] = [];
  hall.onCallEnded((record) => records.push(record));
  const links = (state: 'up' | 'down'): number =>
    events.filter((event) => event.type === 'link' && event.state === state).length;
  await eventually(() => expect(links('up')).toBe(1));
  return {
    port,
    hall,
    wire,
    events,
    records,
    links,
    async signInReady(...agents) {
      for (const { id } of agents) {
        await hall.command(id, { type: 'signIn' });
        await hall.command(id, { type: 'ready' });
      }
    },
    async stop() {
      await hall.stop();
      await wire.stop();
    },
  };
}
