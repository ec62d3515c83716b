import { createAsterisk, EXCHANGE_TONES, type TestAsterisk } from './asterisk.ts';
import type { Line } from './line.ts';
import { openPhone, type Phone } from './phone.ts';

/** What each party speaks, hertz: far enough apart to be told from each other and from what the exchange plays. */
export const VOICES = { caller: 600, agent: 800, unit: 1000, supervisor: 1150 } as const;
export const TONES = { ...VOICES, ...EXCHANGE_TONES } as const;
export type ToneName = keyof typeof TONES;

/** A real exchange with the world around it: whoever rings 12345, and the units that can be rung. */
export interface TestExchange {
  readonly asterisk: TestAsterisk;
  /** The public network: callers ring from here, and every number outside rings here. */
  readonly world: Phone;
  /** A caller rings; once connected they speak. */
  callFrom(number: string, dialled?: string): Promise<Line>;
  /** A desk phone, registered and there. */
  deskPhone(extension: string): Promise<Phone>;
  stop(): Promise<void>;
}

/** How a number outside behaves, by its first digits after the zeros: everybody else answers. */
const REFUSING: Readonly<Record<string, number>> = { '0001': 486, '0002': 603, '0003': 404 };
const SILENT = '0004';
/** Numbers for a test to ring. */
export const UNIT_NUMBERS = {
  answers: '0392-1111',
  busy: '0001-1',
  declines: '0002-1',
  badNumber: '0003-1',
  noAnswer: '0004-1',
} as const;
const UNIT_ANSWERS_MS = 300;

export async function startTestExchange(options: { readonly alone?: readonly string[] } = {}): Promise<TestExchange> {
  const asterisk = await createAsterisk(options);
  await asterisk.start();
  const refusal = (number: string): number | undefined => REFUSING[number.slice(0, 4)];
  const world = await openPhone({
    ...asterisk.line,
    exchange: asterisk.sip,
    rings: (number) => refusal(number) === undefined || number.startsWith('0002'),
  });
  world.onRing((line) => {
    const status = refusal(line.number);
    if (status !== undefined) return line.refuse(status);
    if (line.number.startsWith(SILENT)) return;
    setTimeout(() => {
      line.answer();
      line.sound.speak(VOICES.unit);
    }, UNIT_ANSWERS_MS);
  });
  const phones: Phone[] = [world];
  return {
    asterisk,
    world,
    async callFrom(number, dialled = '12345') {
      const line = await world.call(dialled, number);
      line.sound.speak(VOICES.caller);
      return line;
    },
    async deskPhone(extension) {
      const account = asterisk.deskPhones.find((each) => each.extension === extension);
      if (!account) throw new Error(`no desk phone ${extension}`);
      const phone = await openPhone({
        host: '127.0.0.1',
        port: 0,
        exchange: asterisk.sip,
        account: { user: extension, password: account.password },
      });
      phones.push(phone);
      await phone.register();
      return phone;
    },
    async stop() {
      for (const phone of phones) phone.close();
      await asterisk.remove();
    },
  };
}

/** The tones a line hears now, by name. */
export function hears(line: Line): ToneName[] {
  const names = Object.keys(TONES).filter((name): name is ToneName => name in TONES);
  const heard = new Set(line.sound.heard(names.map((name) => TONES[name])));
  return names.filter((name) => heard.has(TONES[name]));
}
