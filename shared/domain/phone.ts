import { z } from 'zod';
import { instantSchema } from '../instant.ts';

/** What a page needs to be an operator's phone, for a short while. Kept in memory alone: never stored, never logged. */
export const phoneAccessSchema = z.object({
  /** `wss://...`: where the page registers. */
  wsUrl: z.url({ protocol: /^wss?$/ }),
  /** `sip:user@host` */
  uri: z.string().startsWith('sip:'),
  user: z.string().min(1),
  password: z.string().min(1),
  expiresAt: instantSchema,
});
export type PhoneAccess = z.infer<typeof phoneAccessSchema>;

/** What an operator speaks through: the page of their desk, or a desk phone known by its extension. */
export const deviceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  z.object({ kind: z.literal('desk'), extension: z.string().regex(/^\d{2,10}$/, '分机号为 2 到 10 位数字') }),
]);
export type Device = z.infer<typeof deviceSchema>;

/** One per desk, whoever sits at it. Devices are the browser's own ids; null: the system's default. */
export const phoneSettingsSchema = z.object({
  device: deviceSchema,
  microphone: z.string().max(300).nullable(),
  speaker: z.string().max(300).nullable(),
  /** Where an incoming call sounds: usually not the headset. */
  ring: z.string().max(300).nullable(),
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  autoGain: z.boolean(),
});
export type PhoneSettings = z.infer<typeof phoneSettingsSchema>;

export const DEFAULT_PHONE: PhoneSettings = {
  device: { kind: 'page' },
  microphone: null,
  speaker: null,
  ring: null,
  echoCancellation: true,
  noiseSuppression: true,
  autoGain: true,
};
