import { z } from 'zod';
import { failedMessage, startMessage, stopMessage, upMessage } from '../station/hosting/wire.ts';

/** Main process to station process. A `port` message brings one MessagePort along. */
export const toStationSchema = z.discriminatedUnion('type', [
  startMessage,
  z.object({ type: z.literal('port') }),
  stopMessage,
]);
export type ToStation = z.infer<typeof toStationSchema>;

/** Station process to main process. */
export const fromStationSchema = z.discriminatedUnion('type', [upMessage, failedMessage]);
export type FromStation = z.infer<typeof fromStationSchema>;
