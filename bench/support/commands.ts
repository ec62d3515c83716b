import { demoOrders } from '../../server/demo/orders.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import type { Order } from '../../shared/domain/order.ts';

/** How an operator would have written this order: the command that makes it. */
function takeCommand(order: Order): CommandBody {
  const { request, call, articlesRead, directAttempts, provisionalNumber, answer, refusal, unitId } = order;
  const taken = { request, call, articlesRead, directAttempts, provisionalNumber };
  if (order.mode === 'forward' && unitId) return { type: 'order.forward', payload: { ...taken, unitId, note: '' } };
  if (order.mode === 'direct' && answer) return { type: 'order.answerDirectly', payload: { ...taken, answer } };
  if (order.mode === 'refusal' && refusal) {
    const { groundId, written } = refusal;
    return { type: 'order.refuse', payload: { ...taken, groundId, written } };
  }
  if (!answer) throw new Error(`order ${order.id} has neither unit nor answer`);
  return { type: 'order.answerImmediately', payload: { ...taken, answer } };
}

/** The demo city's orders as the commands that made them. */
export function* takeCommands(seed: number, count: number): Generator<CommandBody, undefined> {
  for (const { order } of demoOrders(seed, Date.now(), count)) yield takeCommand(order);
}

/** Bytes of a command as it lies in the outbox and crosses to the centre. */
export function bytesOf(command: CommandBody): number {
  return Buffer.byteLength(JSON.stringify(command));
}
