import type { AccountId, CallId } from '../../../shared/domain/ids.ts';
import { fail } from '../../../shared/failure.ts';
import type { Floor } from './floor.ts';
import { AriError } from './link.ts';
import { endpointOf } from './phones.ts';

/** Why an operator's phone rings; a page answers all but `ring` by itself. */
export type LegPurpose = 'ring' | 'dial' | 'monitor' | 'takeOver' | 'again';

/** How long an operator's phone may take to answer by itself, seconds. */
const SELF_ANSWER_SECONDS = 8;
/** Ringing without an answer before a number outside is given up, seconds. */
const OUTSIDE_SECONDS = 30;

export interface Ring {
  readonly channelId: string;
  readonly callId: CallId;
  readonly agent: AccountId;
  readonly purpose: LegPurpose;
  readonly seconds?: number;
  /** What the phone shows. */
  readonly number: string;
}

/** Rings an operator's phone. @throws PHONE_OFFLINE where it is not there */
export async function ringAgent(floor: Floor, ring: Ring): Promise<void> {
  const { channelId, callId, agent, purpose, number, seconds = SELF_ANSWER_SECONDS } = ring;
  const device = floor.agents.get(agent)?.device ?? { kind: 'page' };
  const variables: Record<string, string> = {
    'PJSIP_HEADER(add,X-Hotline-Call)': callId,
    'PJSIP_HEADER(add,X-Hotline-Leg)': purpose,
  };
  if (purpose !== 'ring') {
    variables['PJSIP_HEADER(add,Call-Info)'] = '<sip:hotline>;answer-after=0';
    variables['PJSIP_HEADER(add,Alert-Info)'] = '<http://hotline>;info=alert-autoanswer';
  }
  try {
    await originate(floor, channelId, `PJSIP/${endpointOf(agent, device)}`, { number, seconds, variables });
  } catch (error) {
    if (error instanceof AriError) fail('PHONE_OFFLINE');
    throw error;
  }
}

/** Rings an operator's phone that answers by itself, and waits until it has. @throws PHONE_OFFLINE */
export async function connectAgent(floor: Floor, ring: Ring): Promise<void> {
  const answered = arrival(floor, ring.channelId);
  // Observed below; the phone may have failed before.
  answered.catch(() => undefined);
  try {
    await ringAgent(floor, ring);
  } catch (error) {
    floor.waiters.delete(ring.channelId);
    throw error;
  }
  await answered.catch(() => fail('PHONE_OFFLINE'));
}

/** Rings a number outside. @returns whether it is being rung; a line that cannot be had at all is not */
export async function ringOutside(floor: Floor, channelId: string, number: string): Promise<boolean> {
  const digits = number.replaceAll(/[^0-9+*#]/g, '');
  const endpoint = floor.line.replace('{number}', digits || '0');
  try {
    await originate(floor, channelId, endpoint, { number: '', seconds: OUTSIDE_SECONDS, variables: {} });
    return true;
  } catch (error) {
    if (error instanceof AriError) return false;
    throw error;
  }
}

/** Resolves when the channel has been answered and is ours; rejects where it comes to nothing. */
export function arrival(floor: Floor, channelId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    floor.waiters.set(channelId, {
      answered: () => {
        floor.waiters.delete(channelId);
        resolve();
      },
      failed: (cause) => {
        floor.waiters.delete(channelId);
        reject(new AriError(cause, 'not answered'));
      },
    });
  });
}

async function originate(
  floor: Floor,
  channelId: string,
  endpoint: string,
  how: { readonly number: string; readonly seconds: number; readonly variables: Readonly<Record<string, string>> },
): Promise<void> {
  const caller = how.number ? `&callerId=${encodeURIComponent(how.number)}` : '';
  const query = `endpoint=${encodeURIComponent(endpoint)}&app=${floor.app}&appArgs=leg&channelId=${channelId}`;
  await floor.link.request('POST', `channels?${query}&timeout=${how.seconds}${caller}`, { variables: how.variables });
}
