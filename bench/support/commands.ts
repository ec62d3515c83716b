import { demoOrders } from '../../server/demo/orders.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import type { Order } from '../../shared/domain/order.ts';

/** How an operator would have written this order: the command that makes it. */
function takeCommand(order: Order): CommandBody {
  const { request, call, articlesRead, directAttempts, provisionalNumber, answer, refusal, unitId } = order;
  const taken = { request, call, articlesRead, directAttempts, provisionalNumber };
  if (refusal) {
    const { groundId, written } = refusal;
    return { type: 'order.refuse', payload: { ...taken, groundId, written } };
  }
  if (answer) {
    const type = order.mode === 'direct' ? 'order.answerDirectly' : 'order.answerImmediately';
    return { type, payload: { ...taken, answer } };
  }
  // What became of it at a dispatcher's desk was not yet written.
  if (unitId) return { type: 'order.forward', payload: { ...taken, unitId, note: '' } };
  return { type: 'order.accept', payload: { ...taken, note: '' } };
}

/** The demo city's orders as the commands that made them. */
export function* takeCommands(seed: number, count: number): Generator<CommandBody, undefined> {
  for (const { order } of demoOrders(seed, Date.now(), count)) yield takeCommand(order);
}

/** Bytes of a command as it lies in the outbox and crosses to the centre. */
export function bytesOf(command: CommandBody): number {
  return Buffer.byteLength(JSON.stringify(command));
}
