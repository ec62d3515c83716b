import { jobNumberSchema } from '../../shared/domain/people.ts';
import type { Backend, Procedures } from './context.ts';

export function sessionRoutes(os: Procedures, { sessions, reader, about, introduced }: Backend) {
  return {
    current: os.session.current.handler(async () => {
      const [row, known] = await Promise.all([reader.call('centre'), reader.call('knownJobNumbers')]);
      const knownJobNumbers = known.map((number) => jobNumberSchema.parse(number));
      // Before the first sign-in nothing has been fetched: 演示 and the centre's name have to be on the page all the same.
      const centre = row ?? (await introduced());
      return {
        session: sessions.current,
        centre: centre && { city: centre.city, name: centre.name, demo: centre.demo, calendar: centre.calendar },
        knownJobNumbers,
        ...about,
      };
    }),
    signIn: os.session.signIn.handler(({ input }) => sessions.signIn(input.jobNumber, input.password, input.takeOver)),
    signOut: os.session.signOut.handler(async () => {
      await sessions.signOut();
      const { unsent } = await reader.call('counts');
      return { unsent };
    }),
    changePassword: os.session.changePassword.handler(async ({ input }) => {
      await sessions.changePassword(input.current, input.next);
      return {};
    }),
  };
}
