import { z } from 'zod';
import { failedMessage, startMessage, stopMessage, upMessage } from '../station/hosting/wire.ts';

/** Frames of the oRPC protocol pass through unread. */
const frame = z.union([z.string(), z.instanceof(Uint8Array)]);
export type Frame = z.infer<typeof frame>;
const connection = z.int().nonnegative();

/** Web host to station process, over the process's own channel. */
export const toStationSchema = z.discriminatedUnion('type', [
  startMessage,
  z.object({ type: z.literal('frame'), connection, data: frame }),
  z.object({ type: z.literal('open'), connection }),
  z.object({ type: z.literal('close'), connection }),
  stopMessage,
]);
export type ToStation = z.infer<typeof toStationSchema>;

/** Station process to web host. */
export const fromStationSchema = z.discriminatedUnion('type', [
  upMessage,
  failedMessage,
  z.object({ type: z.literal('frame'), connection, data: frame }),
]);
export type FromStation = z.infer<typeof fromStationSchema>;
