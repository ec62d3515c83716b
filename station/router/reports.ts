import { asking } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** The centre's figures, asked there each time: nothing of them is kept on a desk. H19. */
export function reportRoutes(os: Procedures, backend: Backend) {
  const { reports } = backend.client;
  const atCentre = asking(backend);
  return {
    table: os.reports.table.handler(({ input }) => atCentre(() => reports.table(input))),
    counted: os.reports.counted.handler(({ input, signal }) =>
      atCentre(() => reports.counted(input, signal ? { signal } : {})),
    ),
    rows: os.reports.rows.handler(({ input }) => atCentre(() => reports.rows(input))),
    calls: os.reports.calls.handler(({ input }) => atCentre(() => reports.calls(input))),
    overdue: os.reports.overdue.handler(({ input }) => atCentre(() => reports.overdue(input))),
    clusters: os.reports.clusters.handler(({ input }) => atCentre(() => reports.clusters(input))),
    print: os.reports.print.handler(({ input }) => atCentre(() => reports.print(input))),
    publish: os.reports.publish.handler(({ input }) => atCentre(() => reports.publish(input))),
  };
}

/** What became of one's own work, as the centre knows it. */
export function mineRoutes(os: Procedures, backend: Backend) {
  const atCentre = asking(backend);
  return { read: os.mine.read.handler(({ input }) => atCentre(() => backend.client.mine.read(input))) };
}

/** 热点, as the centre finds them at that moment. */
export function topicRoutes(os: Procedures, backend: Backend) {
  const { topics } = backend.client;
  const atCentre = asking(backend);
  return {
    list: os.topics.list.handler(({ input }) => atCentre(() => topics.list(input))),
    rows: os.topics.rows.handler(({ input }) => atCentre(() => topics.rows(input))),
    persistent: os.topics.persistent.handler(() => atCentre(() => topics.persistent())),
  };
}
