import type { AccountId } from '../../../shared/domain/ids.ts';
import { liveLeg } from '../call-model.ts';
import type { MonitorMode } from '../../../shared/domain/floor.ts';
import type { ExchangeCall } from '../port.ts';
import type { Say } from './media.ts';
import { bridgeId, earId, type Session } from './session.ts';

/** Ends what supervisors have in a call that they are no longer in by `next`, or whose operator has changed. */
export async function dropMonitors(say: Say, session: Session, next: ExchangeCall): Promise<void> {
  for (const [supervisor, line] of session.monitors) {
    if (next.state !== 'ended' && next.monitors.some((monitor) => monitor.supervisor === supervisor)) continue;
    session.monitors.delete(supervisor);
    const taken = [...session.channels.values()].includes(line.channelId);
    await Promise.all([
      ...(line.snoopId === null ? [] : [say('DELETE', `channels/${line.snoopId}`)]),
      // Who takes a call over keeps the line.
      ...(taken ? [] : [say('DELETE', `channels/${line.channelId}`)]),
      say('DELETE', `bridges/${earId(line.channelId)}`),
    ]);
  }
}

export interface Ear {
  readonly say: Say;
  readonly app: string;
  /** Resolves when the channel has come to us. */
  readonly arrives: (channelId: string) => Promise<void>;
}

let snoops = 0;

/**
 * Puts a supervisor's answered line into a call in the given way. The way of a snoop cannot be changed: it is taken
 * down and made anew.
 */
export async function joinAs(
  { say, app, arrives }: Ear,
  session: Session,
  join: { readonly supervisor: AccountId; readonly channelId: string; readonly mode: MonitorMode },
): Promise<void> {
  const { supervisor, channelId, mode } = join;
  const before = session.monitors.get(supervisor);
  const agent = liveLeg(session.call, 'agent');
  const agentChannel = agent && session.channels.get(agent.legId);
  if (agentChannel === undefined) return;
  if (before?.snoopId) await say('DELETE', `channels/${before.snoopId}`);
  if (mode === 'barge') {
    await say('POST', `bridges/${speakingBridge(session, agentChannel)}/addChannel?channel=${channelId}`);
    session.monitors.set(supervisor, { channelId, snoopId: null, mode });
    return;
  }
  snoops += 1;
  const snoopId = `${channelId}-snoop${snoops}`;
  const whisper = mode === 'whisper' ? 'out' : 'none';
  const arrived = arrives(snoopId);
  const query = `spy=both&whisper=${whisper}&app=${app}&appArgs=snoop`;
  await Promise.all([
    say('POST', `bridges?type=mixing&name=hotline&bridgeId=${earId(channelId)}`),
    say('POST', `channels/${agentChannel}/snoop/${snoopId}?${query}`),
  ]);
  await arrived;
  await say('POST', `bridges/${earId(channelId)}/addChannel?channel=${channelId},${snoopId}`);
  session.monitors.set(supervisor, { channelId, snoopId, mode });
}

/** Where the operator speaks now; with the caller where they speak with nobody. */
function speakingBridge(session: Session, agentChannel: string): string {
  return bridgeId(session.callId, session.placed.get(agentChannel)?.bridge ?? 'main');
}
