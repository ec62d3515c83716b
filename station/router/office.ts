import { asking } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** What the office keeps for all is kept at the centre: the desk only carries it there. Whether they may is its to say. */
export function officeRoutes(os: Procedures, backend: Backend) {
  const { client } = backend;
  const atCentre = asking(backend);
  return {
    setCatalogue: os.office.setCatalogue.handler(({ input }) => atCentre(() => client.office.setCatalogue(input))),
    setCalendar: os.office.setCalendar.handler(({ input }) => atCentre(() => client.office.setCalendar(input))),
    packChange: os.office.packChange.handler(({ input }) => atCentre(() => client.office.packChange(input))),
    previewCalendar: os.office.previewCalendar.handler(({ input }) =>
      atCentre(() => client.office.previewCalendar(input)),
    ),
    packVersions: os.office.packVersions.handler(() => atCentre(() => client.office.packVersions())),
    packOfVersion: os.office.packOfVersion.handler(({ input }) => atCentre(() => client.office.packOfVersion(input))),
    drawSample: os.office.drawSample.handler(({ input }) => atCentre(() => client.office.drawSample(input))),
    colleagues: os.office.colleagues.handler(() => atCentre(() => client.office.colleagues())),
  };
}

/** Suggestions' models, likewise. */
export function modelRoutes(os: Procedures, backend: Backend) {
  const { client } = backend;
  const atCentre = asking(backend);
  return {
    list: os.models.list.handler(() => atCentre(() => client.models.list())),
    use: os.models.use.handler(({ input }) => atCentre(() => client.models.use(input))),
  };
}
