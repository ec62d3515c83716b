import { z } from 'zod';
import { failureSchema } from '../../shared/failure.ts';

/** What every host tells its station's process. The key travels here and never in arguments or environment. */
export const startMessage = z.object({
  type: z.literal('start'),
  dataDir: z.string(),
  key: z.string(),
  centreUrl: z.string(),
  deskName: z.string(),
  version: z.string(),
  logFile: z.string(),
});
export const stopMessage = z.object({ type: z.literal('stop') });
export type StationStart = Omit<z.infer<typeof startMessage>, 'type'>;

/** What every station's process tells its host. */
export const upMessage = z.object({ type: z.literal('up') });
export const failedMessage = z.object({ type: z.literal('failed'), failure: failureSchema });
export type StationSign = z.infer<typeof upMessage> | z.infer<typeof failedMessage>;
