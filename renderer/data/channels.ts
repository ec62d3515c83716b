import type { Channel } from '../../shared/domain/channel.ts';
import type { Pack } from '../../shared/policy/pack.ts';

/** Every channel the city's text names, and after them those it treats as one of these. */
export function channelsOf({ channels, channelAliases }: Pack): readonly Channel[] {
  const offered = channels.map(({ channel }) => channel);
  const treated = (Object.keys(channelAliases) as Channel[]).filter((channel) => !offered.includes(channel));
  return [...offered, ...treated];
}
