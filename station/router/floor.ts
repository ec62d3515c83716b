import { reaching } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';
import { phoneSettings } from './phone.ts';

/** 班长台 is live: the desk carries it between window and centre and keeps nothing of it. */
export function floorRoutes(os: Procedures, { sessions, client, reader }: Backend) {
  return {
    watch: os.floor.watch.handler(async ({ signal }) => {
      sessions.require('hall.view');
      return until(signal, await atCentre(() => client.floor.watch(undefined, signalOf(signal))));
    }),
    helps: os.floor.helps.handler(async ({ signal }) => {
      sessions.require('hall.control');
      return until(signal, await atCentre(() => client.floor.helps(undefined, signalOf(signal))));
    }),
    command: os.floor.command.handler(async ({ input }) => {
      sessions.require('hall.control');
      // Whoever listens or takes over hears it through what stands on this desk.
      const hears = input.type === 'monitor' || input.type === 'takeOver' || input.type === 'pick';
      const said = hears ? { ...input, device: (await phoneSettings(reader)).device } : input;
      return atCentre(() => client.floor.command(said));
    }),
    share: os.floor.share.handler(({ input }) => {
      sessions.require('call.take');
      return atCentre(() => client.floor.share(input));
    }),
  };
}

/** @throws EXCHANGE_UNREACHABLE while the centre cannot be asked */
export function atCentre<T>(ask: () => Promise<T>): Promise<T> {
  return reaching('EXCHANGE_UNREACHABLE', ask);
}

export function signalOf(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal ? { signal } : {};
}

/** Passes on what comes until the window asks no more. A stream that breaks ends: the window asks again and hears why. */
export async function* until<T>(signal: AbortSignal | undefined, source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    for await (const value of source) {
      if (signal?.aborted) return;
      yield value;
    }
  } catch {
    // The link to the centre broke; the sync status says so, with the cause.
  }
}
