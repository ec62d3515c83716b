import type { OrderId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Backend, Procedures } from './context.ts';

export function orderRoutes(os: Procedures, backend: Backend) {
  const { sessions, reader } = backend;
  return {
    list: os.orders.list.handler(({ input }) => reader.call('orders', input, sessions.require('order.view'))),
    queues: os.orders.queues.handler(() => reader.call('queues', sessions.require('order.view'))),
    board: os.orders.board.handler(() => reader.call('board', sessions.require('order.supervise'))),
    get: os.orders.get.handler(({ input }) => reader.call('order', input.id, sessions.require(), false)),
    reveal: os.orders.reveal.handler(async ({ input }) => {
      const actor = sessions.require('personal.reveal');
      // Outside the actor's grants there is nothing to look at, and nothing to record.
      await reader.call('order', input.id, actor, false);
      await look(backend, actor, input.id, input.where);
      return await reader.call('order', input.id, actor, true);
    }),
    progress: os.orders.progress.handler(async ({ input }) => {
      const actor = sessions.require('order.create');
      const told = await reader.call('progress', input, actor);
      if (!told) return null;
      await look(backend, actor, told.id, '进度查询', 'phone');
      return told.progress;
    }),
    similar: os.orders.similar.handler(({ input }) => reader.call('similar', input, sessions.require('order.view'))),
  };
}

export function callerRoutes(os: Procedures, backend: Backend) {
  const { sessions, reader } = backend;
  return {
    lookup: os.callers.lookup.handler(({ input }) =>
      reader.call('caller', input.phone, sessions.require('order.view')),
    ),
    reveal: os.callers.reveal.handler(async ({ input }) => {
      const actor = sessions.require('personal.reveal');
      await look(backend, actor, input.orderId, input.where);
      return await reader.call('callerUnmasked', input.phone, actor);
    }),
  };
}

/** Written to the outbox before anything is shown: a look is on record even when the machine dies the next moment. J5, T2. */
export async function look(
  { writer }: Backend,
  actor: Actor,
  orderId: OrderId,
  where: string,
  field: 'all' | 'phone' = 'all',
): Promise<void> {
  const command = { type: 'personal.look', payload: { field, where } } as const;
  await writer.call('submit', { orderId, draftId: null, command, actor });
}
