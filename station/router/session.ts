import { jobNumberSchema } from '../../shared/domain/people.ts';
import type { Backend, Procedures } from './context.ts';

export function sessionRoutes(os: Procedures, { sessions, reader, about }: Backend) {
  return {
    current: os.session.current.handler(async () => {
      const [centre, known] = await Promise.all([reader.call('centre'), reader.call('knownJobNumbers')]);
      const knownJobNumbers = known.map((number) => jobNumberSchema.parse(number));
      return { session: sessions.current, centre, knownJobNumbers, ...about };
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
