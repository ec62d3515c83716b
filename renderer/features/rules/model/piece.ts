import { CHANNEL_NAMES, type Channel } from '../../../../shared/domain/channel.ts';
import type { SectionId } from '../text.ts';

/** One thing a city's rules say, with the rule behind it. */
export interface Piece {
  readonly section: SectionId;
  /** What kind of thing: pieces of one kind stand together under it. */
  readonly kind: string;
  /** Null where the reading is ours and no rule's. */
  readonly rule: string | null;
  readonly article: string | null;
  /** e.g. a code of the text, `7-3`. */
  readonly code?: string;
  readonly text: string;
  /** A sentence to be read out to the caller. */
  readonly readOut?: string;
}

/** What every piece of a pack bears. */
export interface Cited {
  readonly rule: string;
  readonly article: string;
}

/** The rule and the article out of whatever else a piece of a pack carries. */
export function citedBy({ rule, article }: Cited): Cited {
  return { rule, article };
}

/** Names of channels for a sentence. */
export function channelNames(channels: readonly Channel[]): string {
  return channels.map((channel) => CHANNEL_NAMES[channel]).join('、');
}
