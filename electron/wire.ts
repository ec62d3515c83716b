import { z } from 'zod';
import { failureSchema } from '../shared/failure.ts';

/** Main process to station process. A `port` message brings one MessagePort along. */
export const toStationSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    dataDir: z.string(),
    key: z.string(),
    centreUrl: z.string(),
    deskName: z.string(),
    version: z.string(),
    logFile: z.string(),
  }),
  z.object({ type: z.literal('port') }),
  z.object({ type: z.literal('stop') }),
]);
export type ToStation = z.infer<typeof toStationSchema>;
export type StationStart = Omit<Extract<ToStation, { type: 'start' }>, 'type'>;

/** Station process to main process. */
export const fromStationSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('up') }),
  z.object({ type: z.literal('failed'), failure: failureSchema }),
]);
export type FromStation = z.infer<typeof fromStationSchema>;
