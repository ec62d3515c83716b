import type { Order } from '../domain/order.ts';
import { HIDDEN } from '../domain/visibility.ts';
import { maskAddress, maskName, maskPhone } from '../text/mask.ts';
import type { Facts } from './facts.ts';

/** True where a sheet that goes to the unit would come to the one that is complained of. J5, T17, T18. */
export function goesToAccused({ request, unitId, life }: Order): boolean {
  const accused = request.accused.unitId;
  if (accused === null) return false;
  // Not yet dispatched: it may still be sent there.
  return unitId === null || unitId === accused || life.assistants.some((assistant) => assistant.unitId === accused);
}

/** The facts without who complained. What is written about them elsewhere is taken out by {@link blotted}. */
export function withoutCaller(facts: Facts): Facts {
  const { request } = facts.record.order;
  const attachments = request.attachments.map((attachment) => ({ ...attachment, name: HIDDEN }));
  return withRequest(facts, {
    ...request,
    caller: { name: HIDDEN, phone: HIDDEN, address: HIDDEN },
    attachments,
  });
}

/** The facts as a screen shows them to somebody who has not asked to see personal data. */
export function maskedFacts(facts: Facts): Facts {
  const { request } = facts.record.order;
  const { name, phone, address } = request.caller;
  const caller = { name: maskName(name), phone: maskPhone(phone), address: maskAddress(address) };
  return withRequest(facts, { ...request, caller }, maskPhone);
}

function withRequest(facts: Facts, request: Order['request'], number: (said: string) => string = () => ''): Facts {
  const { order, history } = facts.record;
  const call = order.call && { ...order.call, number: number(order.call.number) };
  return { ...facts, record: { order: { ...order, request, call }, history } };
}

/** The same with the caller's name, numbers and address blotted out of every text in it, also of what a hand wrote. */
export function blotted<T>(written: T, { request, call }: Order): T {
  const { name, phone, address } = request.caller;
  const secrets = [name, phone, address, call?.number ?? ''].filter((secret) => secret.length > 1);
  const blot = (text: string): string => secrets.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  // Plain data: the same shape comes back.
  return JSON.parse(JSON.stringify(written), (_, value: unknown) =>
    typeof value === 'string' ? blot(value) : value,
  ) as T;
}
