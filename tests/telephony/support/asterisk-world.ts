import { expect } from 'vitest';
import { createAsteriskExchange } from '../../../server/telephony/asterisk/exchange.ts';
import type { ExchangeEvent } from '../../../server/telephony/port.ts';
import { callIdSchema, type AccountId, type CallId } from '../../../shared/domain/ids.ts';
import { layWire } from '../../support/wire.ts';
import { AGENT, OTHER, SUPERVISOR, type Party, type Sound, type World } from '../conformance/world.ts';
import { APP } from './asterisk.ts';
import { header } from './sip-message.ts';
import { eventually, pause } from './eventually.ts';
import { hears, startTestExchange, UNIT_NUMBERS, VOICES, type TestExchange } from './hall-of-phones.ts';
import type { Line } from './line.ts';
import type { Phone } from './phone.ts';
import { samplesOfWav, strength } from './tones.ts';

/** A real Asterisk as a behaviour's world: desk phones for the operators, sound on every line. */
export interface AsteriskWorld extends World {
  readonly exchange: TestExchange;
  stop(): Promise<void>;
}

/** Amplitude of a voice in a recording. */
const RECORDED = 1000;

const EXTENSIONS = [
  [AGENT, '8001'],
  [OTHER, '8002'],
  [SUPERVISOR, '8003'],
] as const;

export async function startAsteriskWorld(): Promise<AsteriskWorld> {
  const exchange = await startTestExchange();
  const wire = await layWire(exchange.asterisk.ari.url);
  const warnings: string[] = [];
  const port = createAsteriskExchange({
    ...exchange.asterisk.ari,
    url: wire.url,
    app: APP,
    phoneUrl: exchange.asterisk.phoneUrl,
    mediaAddress: '127.0.0.1',
    log: { warn: (what, message) => void warnings.push(`${message} ${JSON.stringify(what)}`) },
  });
  const events: ExchangeEvent[] = [];
  port.onEvent((event) => events.push(event));
  const phones = new Map<AccountId, Phone>();
  for (const [agent, extension] of EXTENSIONS) {
    const phone = await exchange.deskPhone(extension);
    phone.onRing((line) => {
      line.sound.speak(agent === SUPERVISOR ? VOICES.supervisor : VOICES.agent);
      if (line.invite && header(line.invite, 'Call-Info').includes('answer-after=0')) line.answer();
    });
    phones.set(agent, phone);
  }
  port.connect();
  await eventually(() => expect(events.some((event) => event.type === 'link' && event.state === 'up')).toBe(true));
  for (const [agent, extension] of EXTENSIONS) await port.signIn(agent, { kind: 'desk', extension });

  let caller: Line | null = null;
  const phoneOf = (agent: AccountId): Phone => {
    const phone = phones.get(agent);
    if (!phone) throw new Error(`no phone of ${agent}`);
    return phone;
  };
  const up = (lines: readonly Line[]): Line | undefined => lines.findLast((line) => line.state() === 'up');

  function lineOf(party: Party): Line | undefined {
    if (party === 'caller') return caller ?? undefined;
    if (party === 'unit') return up(exchange.world.lines().filter((line) => line.invite !== null));
    if (party === 'supervisor') return up(phoneOf(SUPERVISOR).lines());
    return up([...phoneOf(AGENT).lines(), ...phoneOf(OTHER).lines()]);
  }

  function checkEars(expected: Partial<Record<Party, readonly Sound[]>>): void {
    for (const party of ['caller', 'agent', 'unit', 'supervisor'] as const) {
      const wanted = expected[party];
      if (!wanted) continue;
      const line = lineOf(party);
      expect({ [party]: line ? hears(line).toSorted() : 'no line' }).toEqual({ [party]: wanted.toSorted() });
    }
  }

  function alive(): CallId[] {
    const living = new Set<CallId>();
    for (const event of events) {
      if (event.type === 'link' && event.state === 'up') {
        living.clear();
        for (const call of event.snapshot.calls) if (call.state !== 'ended') living.add(call.callId);
      }
      if (event.type !== 'call') continue;
      if (event.call.state === 'ended') living.delete(event.call.callId);
      else living.add(event.call.callId);
    }
    return [...living];
  }

  return {
    exchange,
    port,
    events,
    async callerRings(number, dialled) {
      const seen = events.length;
      caller = await exchange.callFrom(number, dialled);
      let callId: string | null = null;
      await eventually(() => {
        const queued = events.slice(seen).find((event) => event.type === 'call' && event.what === 'queued');
        callId = queued?.type === 'call' ? queued.call.callId : null;
        expect(callId).not.toBeNull();
        expect(caller?.state()).toBe('up');
      });
      return callIdSchema.parse(callId);
    },
    callerHangsUp: async () => caller?.hangUp(),
    unitHangsUp: async () => lineOf('unit')?.hangUp(),
    async lifts(agent) {
      await eventually(() => expect(phoneOf(agent).lines().at(-1)?.state()).toBe('ringing'));
      phoneOf(agent).lines().at(-1)?.answer();
    },
    async phone(agent, state) {
      await phoneOf(agent).register(state === 'online' ? 3600 : 0);
      await eventually(() => {
        const last = events.findLast((event) => event.type === 'device' && event.agent === agent);
        expect(last).toMatchObject({ state });
      });
    },
    hears: (expected) => eventually(() => checkEars(expected)),
    async recorded(wav, [fromMs, toMs], expected) {
      const samples = samplesOfWav(wav).slice(fromMs * 8, toMs * 8);
      const voices = ['agent', 'caller', 'unit'] as const;
      const found = voices.filter((voice) => strength(samples, VOICES[voice]) > RECORDED);
      expect(found).toEqual([...expected]);
    },
    digits: () => lineOf('unit')?.sound.digits() ?? '',
    eventually,
    pass: pause,
    async link(whole) {
      const seen = events.length;
      if (whole) wire.heal();
      else wire.cut('pulled');
      const wanted = whole ? 'up' : 'down';
      await eventually(() =>
        expect(events.slice(seen).some((event) => event.type === 'link' && event.state === wanted)).toBe(true),
      );
    },
    numbers: UNIT_NUMBERS,
    remembersEnds: false,
    async clear() {
      for (const phone of [exchange.world, ...phones.values()]) {
        for (const line of phone.lines()) if (line.state() === 'up' || line.state() === 'dialing') line.hangUp();
      }
      caller = null;
      await eventually(() => expect(alive()).toEqual([]));
      expect(warnings.splice(0)).toEqual([]);
    },
    async stop() {
      await port.close();
      await wire.stop();
      await exchange.stop();
    },
  };
}
