import type { LimitQuery } from '../policy/choose.ts';
import type { Request } from './order.ts';

/** What of a request its limit depends on. */
type Asked = Pick<Request, 'channel' | 'category' | 'urgent'>;

/** How it is handled, and since when. Nobody has judged it hard, and one unit has it, unless somebody says so. */
type Handled = Pick<LimitQuery, 'mode' | 'startMs'> &
  Partial<Pick<LimitQuery, 'complexity' | 'units' | 'filing' | 'statutory'>>;

/** The question about a request's limit, asked in one way by the screen's preview, the desk and the centre. */
export function limitQueryOf({ channel, category, urgent }: Asked, handled: Handled): LimitQuery {
  return { complexity: 'clear', units: 1, ...handled, channel, category, urgency: urgent ? 'urgent' : 'general' };
}
