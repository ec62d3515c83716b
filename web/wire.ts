import { z } from 'zod';
import { failureSchema } from '../shared/failure.ts';

/** Frames of the oRPC protocol pass through unread. */
const frame = z.union([z.string(), z.instanceof(Uint8Array)]);
export type Frame = z.infer<typeof frame>;
const connection = z.int().nonnegative();

/** Web host to station process, over the process's own channel: the key travels here and never in arguments. */
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
  z.object({ type: z.literal('frame'), connection, data: frame }),
  z.object({ type: z.literal('open'), connection }),
  z.object({ type: z.literal('close'), connection }),
  z.object({ type: z.literal('stop') }),
]);
export type ToStation = z.infer<typeof toStationSchema>;
export type StationStart = Omit<Extract<ToStation, { type: 'start' }>, 'type'>;

/** Station process to web host. */
export const fromStationSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('up') }),
  z.object({ type: z.literal('failed'), failure: failureSchema }),
  z.object({ type: z.literal('frame'), connection, data: frame }),
]);
export type FromStation = z.infer<typeof fromStationSchema>;
