import type { Channel } from '../../domain/channel.ts';
import type { LimitQuery } from '../choose.ts';

/**
 * The five texts read a second time, as a person would put them in branches. Tests compare the packs with this on every
 * question there is. `rule limit start`, or null where the text gives no limit.
 */
type Reading = (query: LimitQuery) => string | null;

const GRIEVANCE: ReadonlySet<string> = new Set(['complaint', 'report']);
const INQUIRY: ReadonlySet<string> = new Set(['consultation', 'suggestion']);
const HANDLING: ReadonlySet<string> = new Set(['immediate', 'direct', 'forward', 'joint', 'unit-answer']);
const ON_THE_SPOT: ReadonlySet<string> = new Set(['immediate', 'direct']);
const NETWORK: ReadonlySet<Channel> = new Set<Channel>(['web', 'mailbox', 'weibo', 'wechat', 'sms']);
const PLATFORM: ReadonlySet<Channel> = new Set<Channel>(['hotline', 'web', 'sms', 'wechat', 'weibo', 'app', 'mailbox']);

const isSeveral = ({ units, mode }: LimitQuery): boolean => units > 1 || mode === 'joint';
const isOnSite = (channel: Channel): boolean => channel === 'onsite' || channel === 'hall-oral';

const jilin: Reading = (query) => {
  if (GRIEVANCE.has(query.category)) return jilinGrievance(query);
  return INQUIRY.has(query.category) ? jilinInquiry(query) : null;
};

const jilinGrievance: Reading = (query) => {
  const { channel, complexity, mode } = query;
  if (!HANDLING.has(mode)) return null;
  const from =
    mode === 'unit-answer'
      ? 'unitReceived'
      : channel === 'hotline'
        ? 'transferred'
        : mode === 'forward'
          ? 'unitReceived'
          : 'received';
  const clear = complexity === 'clear';
  if (complexity === 'major' || isSeveral(query)) return `J11 10wd ${from}`;
  if (isOnSite(channel)) return `J7 ${clear ? 'atOnce' : '5wd'} ${from}`;
  if (channel === 'letter' || channel === 'hall-written') return `J8 5wd ${from}`;
  if (NETWORK.has(channel)) return `J9 ${clear ? '1wd' : '5wd'} ${from}`;
  return channel === 'hotline' ? `J10 ${clear ? '1wd' : '5wd'} ${from}` : null;
};

const jilinInquiry: Reading = (query) => {
  const { channel, complexity, mode } = query;
  if (mode === 'unit-answer') return 'J20 2wd unitReceived';
  if (!HANDLING.has(mode) && mode !== 'suggestion-reply') return null;
  if (complexity === 'major' || isSeveral(query)) return 'J21 5wd accepted';
  if (isOnSite(channel)) return complexity === 'clear' ? 'J19 atOnce received' : 'J19 3wd received';
  const remote = NETWORK.has(channel) || ['letter', 'hall-written', 'hotline'].includes(channel);
  return remote ? 'J20 3wd accepted' : null;
};

const hebi: Reading = (query) => {
  if (query.channel === 'provincial') return hebiProvincial(query);
  if (PLATFORM.has(query.channel)) return hebiPlatform(query);
  return isOnSite(query.channel) || query.channel === 'hall-written' ? hebiHall(query) : null;
};

const hebiProvincial: Reading = ({ category, complexity, mode }) => {
  if (mode === 'first-response') return 'H4 1wd received';
  if (mode === 'immediate') return 'H4 atOnce received';
  const handled = HANDLING.has(mode) || (mode === 'suggestion-reply' && category === 'suggestion');
  if (!handled) return null;
  return complexity === 'clear' ? 'H4 5wd received' : 'H4 15wd received';
};

const hebiPlatform: Reading = ({ mode }) => {
  if (ON_THE_SPOT.has(mode)) return 'H7 atOnce received';
  if (mode === 'forward') return 'H8 10wd forwarded';
  return mode === 'joint' ? 'H9 15wd leadNamed' : null;
};

const hebiHall: Reading = (query) => {
  const { channel, category, complexity, mode } = query;
  if (category === 'suggestion')
    return ['forward', 'suggestion-reply', 'unit-answer'].includes(mode) ? 'H14 5wd unitReceived' : null;
  if (!HANDLING.has(mode)) return null;
  if (category === 'consultation') return 'H13 atOnce received';
  if (!GRIEVANCE.has(category)) return null;
  const longer = channel === 'hall-written' || complexity !== 'clear' || isSeveral(query);
  return longer ? 'H14 5wd received' : 'H14 atOnce received';
};

const tonghua: Reading = ({ mode, urgency, filing }) => {
  if (ON_THE_SPOT.has(mode)) return 'T6 atOnce received';
  if (HANDLING.has(mode)) {
    if (urgency === 'urgent') return 'T8 12h phoned';
    return filing === true ? 'T10 5wd unitReceived' : 'T8 5wd unitReceived';
  }
  if (mode === 'return-request') return 'T7 2wd unitReceived';
  return mode === 'extension-request' && urgency === 'general' ? 'T9 1dBeforeDue unitReceived' : null;
};

const ankang: Reading = (query) => {
  const { channel, category, complexity, mode } = query;
  if (!GRIEVANCE.has(category) || !HANDLING.has(mode)) return null;
  if (isSeveral(query)) return 'A5 20wd received';
  if (!ON_THE_SPOT.has(mode)) return complexity === 'clear' ? 'A4 5wd unitReceived' : 'A4 10wd unitReceived';
  if (!isOnSite(channel)) return null;
  return complexity === 'clear' ? 'A3 atOnce received' : 'A3 5wd received';
};

const zaozhuang: Reading = ({ channel, category, complexity, mode }) => {
  if (!GRIEVANCE.has(category)) return null;
  if (mode === 'instructed') return 'Z8 3wd received';
  if (mode === 'first-response') return 'Z5 1wd received';
  if (mode === 'follow-up') return 'Z10 3wd closed';
  const clear = complexity === 'clear';
  if (isOnSite(channel) && clear && (ON_THE_SPOT.has(mode) || mode === 'forward')) return 'Z8 atOnce received';
  if (mode !== 'forward') return null;
  return clear ? 'Z8 1wd unitReceived' : 'Z8 3wd received';
};

export const READINGS: readonly (readonly [city: string, reading: Reading])[] = [
  ['jilin', jilin],
  ['hebi', hebi],
  ['tonghua', tonghua],
  ['ankang', ankang],
  ['zaozhuang', zaozhuang],
];
