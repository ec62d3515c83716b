import { atCentre, signalOf, until } from './floor.ts';
import type { Backend, Procedures } from './context.ts';

/** The supervisors' hall is live: the desk carries it between window and centre and keeps nothing of it. */
export function hallRoutes(os: Procedures, { sessions, client }: Backend) {
  return {
    watch: os.hall.watch.handler(async ({ signal }) => {
      sessions.require('hall.view');
      return until(signal, await atCentre(() => client.hall.watch(undefined, signalOf(signal))));
    }),
    alarms: os.hall.alarms.handler(async ({ signal }) => {
      sessions.require('hall.view');
      return until(signal, await atCentre(() => client.hall.alarms(undefined, signalOf(signal))));
    }),
    acknowledge: os.hall.acknowledge.handler(({ input }) => {
      sessions.require('hall.control');
      return atCentre(() => client.hall.acknowledge(input));
    }),
    overview: os.hall.overview.handler(() => {
      sessions.require('hall.view');
      return atCentre(() => client.hall.overview());
    }),
    shift: os.hall.shift.handler(() => {
      sessions.require('hall.control');
      return atCentre(() => client.hall.shift());
    }),
    handovers: os.hall.handovers.handler(() => {
      sessions.require('hall.control');
      return atCentre(() => client.hall.handovers());
    }),
    give: os.hall.give.handler(({ input }) => {
      sessions.require('hall.control');
      return atCentre(() => client.hall.give(input));
    }),
    take: os.hall.take.handler(({ input }) => {
      sessions.require('hall.control');
      return atCentre(() => client.hall.take(input));
    }),
    settings: os.hall.settings.handler(() => {
      sessions.require('hall.view');
      return atCentre(() => client.hall.settings());
    }),
    setSettings: os.hall.setSettings.handler(({ input }) => {
      sessions.require('hall.control');
      return atCentre(() => client.hall.setSettings(input));
    }),
  };
}
