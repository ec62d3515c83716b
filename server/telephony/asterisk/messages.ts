import { z } from 'zod';
import { instant, type Instant } from '../../../shared/instant.ts';

/** What the exchange says over ARI, as far as we use it. Whatever else a message holds is dropped here. */

/** @param text `2026-11-22T05:01:49.481+0000` @returns NaN where it is no time */
export function msOfTimestamp(text: string): number {
  return Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

const timestampSchema = z.string().transform((text, context): Instant => {
  const ms = msOfTimestamp(text);
  if (!Number.isNaN(ms)) return instant(ms);
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

const channelSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  caller: z.object({ number: z.string() }),
  creationtime: timestampSchema,
  dialplan: z.object({ app_name: z.string().optional(), app_data: z.string().optional() }),
});
export type AriChannel = z.infer<typeof channelSchema>;
export const channelsSchema = z.array(channelSchema);

export const bridgesSchema = z.array(z.object({ id: z.string(), name: z.string(), channels: z.array(z.string()) }));

const endpointSchema = z.object({ technology: z.string(), resource: z.string(), state: z.string().optional() });
export const endpointsSchema = z.array(endpointSchema);

export const storedRecordingsSchema = z.array(z.object({ name: z.string() }));
export const variableSchema = z.object({ value: z.string() });
export const infoSchema = z.object({ status: z.object({ startup_time: z.string() }) });

export const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('StasisStart'),
    timestamp: timestampSchema,
    args: z.array(z.string()),
    channel: channelSchema,
  }),
  z.object({ type: z.literal('StasisEnd'), timestamp: timestampSchema, channel: channelSchema }),
  z.object({ type: z.literal('ChannelStateChange'), timestamp: timestampSchema, channel: channelSchema }),
  z.object({
    type: z.literal('ChannelDestroyed'),
    timestamp: timestampSchema,
    cause: z.int(),
    channel: channelSchema,
  }),
  z.object({
    type: z.literal('PlaybackFinished'),
    timestamp: timestampSchema,
    playback: z.object({ id: z.string(), target_uri: z.string() }),
  }),
  z.object({
    type: z.enum(['RecordingFinished', 'RecordingFailed']),
    timestamp: timestampSchema,
    recording: z.object({ name: z.string() }),
  }),
  z.object({ type: z.literal('PeerStatusChange'), timestamp: timestampSchema, endpoint: endpointSchema }),
  z.object({ type: z.literal('ApplicationReplaced') }),
]);
export type AriEvent = z.infer<typeof eventSchema>;

/** The kinds above: the exchange is asked to send no others, which are nine in ten. */
export const EVENT_TYPES = [
  'StasisStart',
  'StasisEnd',
  'ChannelStateChange',
  'ChannelDestroyed',
  'PlaybackFinished',
  'RecordingFinished',
  'RecordingFailed',
  'PeerStatusChange',
  'ApplicationReplaced',
] as const;

export const responseSchema = z.object({
  type: z.literal('RESTResponse'),
  request_id: z.string(),
  status_code: z.int(),
  reason_phrase: z.string(),
  message_body: z.string().optional(),
});

/** Q.850 causes with which a line that was rung comes to nothing. */
export function causeOf(q850: number): 'busy' | 'declined' | 'badNumber' | 'noAnswer' {
  if (q850 === 17) return 'busy';
  if (q850 === 21) return 'declined';
  if (q850 === 1 || q850 === 3 || q850 === 22 || q850 === 28) return 'badNumber';
  return 'noAnswer';
}

/** A line that went down by its own party's hand, and not by a cut cable or a dead phone. */
export function wasHungUp(q850: number): boolean {
  return q850 === 16;
}
