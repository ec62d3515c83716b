import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import type { TelephonyView } from '../../shared/domain/call.ts';
import { openSeat, type Seat } from '../../tests/support/central.ts';
import type { TestExchange } from '../../tests/telephony/support/hall-of-phones.ts';

/** What a desk heard of a call, by this process's clock: ms since 1970. */
export interface HeardState {
  /** The operator's line at the exchange. */
  readonly line: string;
  readonly state: 'ringing' | 'talking';
  readonly atMs: number;
}

/** Operators on real sockets with desk phones that answer at once; only the window is missing. */
export interface PhoneDesks {
  readonly heard: HeardState[];
  close(): void;
}

/** @param jobNumbers operators of the demo; the first gets extension 8001 */
export async function openPhoneDesks(
  centreUrl: string,
  exchange: TestExchange,
  jobNumbers: readonly string[],
): Promise<PhoneDesks> {
  const heard: HeardState[] = [];
  const seats: Seat[] = [];
  for (const [index, jobNumber] of jobNumbers.entries()) {
    const extension = String(8001 + index);
    const phone = await exchange.deskPhone(extension);
    phone.onRing((line) => line.answer());
    const seat = openSeat(centreUrl, `bench ${jobNumber}`);
    seats.push(seat);
    await seat.signIn(jobNumber, DEMO_PASSWORD, true);
    void follow(seat, heard).catch(() => undefined);
    await seat.client.telephony.command({ type: 'signIn', device: { kind: 'desk', extension } });
    await seat.client.telephony.command({ type: 'ready' });
  }
  return {
    heard,
    close: () => {
      for (const seat of seats) seat.close();
    },
  };
}

/** Notes what the centre tells, and is ready again as soon as a call has ended. */
async function follow(seat: Seat, heard: HeardState[]): Promise<void> {
  const known = new Set<string>();
  for await (const event of await seat.client.live.events()) {
    if (event.type !== 'telephony') continue;
    const atMs = performance.timeOrigin + performance.now();
    const { agent } = event.view;
    if (agent.state === 'wrapUp') seat.client.telephony.command({ type: 'endWrapUp' }).catch(() => undefined);
    // A phone that was not there for a moment has set its operator to busy.
    if (agent.state === 'busy') seat.client.telephony.command({ type: 'ready' }).catch(() => undefined);
    if (agent.state !== 'ringing' && agent.state !== 'talking') continue;
    const line = ownLine(event.view);
    if (line === null || known.has(`${agent.state} ${line}`)) continue;
    known.add(`${agent.state} ${line}`);
    heard.push({ line, state: agent.state, atMs });
  }
}

function ownLine({ call }: TelephonyView): string | null {
  return call?.legs.findLast(({ party }) => party === 'agent')?.legId.replace('/', '-') ?? null;
}
