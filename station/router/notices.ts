import type { Backend, Procedures } from './context.ts';

export function noticeRoutes(os: Procedures, { sessions, reader, writer }: Backend) {
  return {
    list: os.notices.list.handler(({ input }) => reader.call('notices', input, sessions.require())),
    read: os.notices.read.handler(async ({ input }) => {
      const actor = sessions.require();
      const theirs = await reader.call('noticeIds', actor);
      const ids = 'all' in input ? theirs : input.ids.filter((id) => theirs.includes(id));
      await writer.call('markRead', actor.accountId, ids);
      return {};
    }),
  };
}
