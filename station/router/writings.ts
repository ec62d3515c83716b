import type { Backend, Procedures } from './context.ts';

/** Half-written forms belong to whoever is signed in, and to nobody else at this desk. */
export function writingRoutes(os: Procedures, { sessions, reader, writer }: Backend) {
  return {
    list: os.writings.list.handler(() => reader.call('writings', sessions.require().accountId)),
    save: os.writings.save.handler(({ input }) => writer.call('saveWriting', sessions.require().accountId, input)),
    discard: os.writings.discard.handler(async ({ input }) => {
      await writer.call('discardWriting', sessions.require().accountId, input.key);
      return {};
    }),
  };
}
