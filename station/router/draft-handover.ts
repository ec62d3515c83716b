import type { Backend, Procedures } from './context.ts';
import { atCentre } from './floor.ts';

/** 草稿移交 is the centre's to decide; what this desk does for it, it does by itself. */
export function draftHandoverRoutes(os: Procedures, { sessions, client }: Backend) {
  return {
    list: os.draftHandover.list.handler(() => {
      sessions.require('hall.control');
      return atCentre(() => client.draftHandover.list());
    }),
    order: os.draftHandover.order.handler(({ input }) => {
      sessions.require('hall.control');
      return atCentre(() => client.draftHandover.order(input));
    }),
    redirect: os.draftHandover.redirect.handler(({ input }) => {
      sessions.require('hall.control');
      return atCentre(() => client.draftHandover.redirect(input));
    }),
    cancel: os.draftHandover.cancel.handler(({ input }) => {
      sessions.require('hall.control');
      return atCentre(() => client.draftHandover.cancel(input));
    }),
  };
}
