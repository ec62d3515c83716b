import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
import type { Desk } from '../../shared/contract/desk.ts';

/**
 * Speaks to a desk's station as one of its windows does.
 * @param address opens one window: the host's origin with a ticket
 */
export async function asWindow<T>(address: string, work: (desk: ContractRouterClient<Desk>) => Promise<T>): Promise<T> {
  const { origin, hash } = new URL(address);
  const answer = await fetch(`${origin}/host/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ ticket: new URLSearchParams(hash.slice(1)).get('ticket') }),
  });
  const { token } = z.object({ token: z.string() }).parse(await answer.json());
  const websocket = new WebSocket(`${origin.replace(/^http/, 'ws')}/station`, {
    protocols: ['hotline', token],
    headers: { origin },
  });
  try {
    return await work(createORPCClient(new RPCLink({ websocket })));
  } finally {
    websocket.close();
  }
}
