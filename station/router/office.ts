import { fail, FailureError } from '../../shared/failure.ts';
import { isLinkFailure } from '../sync/link-failure.ts';
import type { Backend, Procedures } from './context.ts';

/** What the office keeps for all is kept at the centre: the desk only carries it there. Whether they may is its to say. */
export function officeRoutes(os: Procedures, backend: Backend) {
  const { client } = backend;
  const atCentre = carrier(backend);
  return {
    setCatalogue: os.office.setCatalogue.handler(({ input }) => atCentre(() => client.office.setCatalogue(input))),
    setCalendar: os.office.setCalendar.handler(({ input }) => atCentre(() => client.office.setCalendar(input))),
    packChange: os.office.packChange.handler(({ input }) => atCentre(() => client.office.packChange(input))),
    previewCalendar: os.office.previewCalendar.handler(({ input }) =>
      atCentre(() => client.office.previewCalendar(input)),
    ),
    packVersions: os.office.packVersions.handler(() => atCentre(() => client.office.packVersions())),
    packOfVersion: os.office.packOfVersion.handler(({ input }) => atCentre(() => client.office.packOfVersion(input))),
    colleagues: os.office.colleagues.handler(() => atCentre(() => client.office.colleagues())),
  };
}

/** Suggestions' models, likewise. */
export function modelRoutes(os: Procedures, backend: Backend) {
  const { client } = backend;
  const atCentre = carrier(backend);
  return {
    list: os.models.list.handler(() => atCentre(() => client.models.list())),
    use: os.models.use.handler(({ input }) => atCentre(() => client.models.use(input))),
  };
}

function carrier({ sessions }: Pick<Backend, 'sessions'>) {
  /** @throws NOT_PERMITTED_OFFLINE while the centre cannot be asked */
  async function atCentre<T>(ask: () => Promise<T>): Promise<T> {
    sessions.require();
    if (sessions.current?.kind === 'offline') fail('NOT_PERMITTED_OFFLINE');
    try {
      return await ask();
    } catch (error) {
      if (error instanceof FailureError && isLinkFailure(error.failure)) fail('NOT_PERMITTED_OFFLINE');
      throw error;
    }
  }

  return atCentre;
}
