import * as law from '../call-model.ts';
import type { ExchangeCall, Snapshot } from '../port.ts';
import { callIdOf, takeCaller } from './events.ts';
import type { Floor } from './floor.ts';
import { lineGone, lineTaken, lineUp } from './lines.ts';
import type { KeptCall } from './memory.ts';
import { bridgesSchema, channelsSchema, endpointsSchema, type AriChannel } from './messages.ts';
import { endpointOf } from './phones.ts';
import { tellStored } from './recordings.ts';
import { bridgeId, type Session } from './session.ts';
import { topology } from './topology.ts';

/** A phone that is ours by its name: `1763.5-2`, `…-m1`, `…-again3`, `…-snoop1`. */
const OUR_LINE = /-(\d+|m\d+|again\d+|[^-]*snoop\d+|d\d+)$/;
const ANSWERED = 'Up';
/** The application in which a line is while it is in our hands. */
const OURS = 'Stasis';

interface Found {
  readonly channels: ReadonlyMap<string, AriChannel>;
  /** Bridge to the channels in it. */
  readonly bridges: ReadonlyMap<string, readonly string[]>;
}

/**
 * After each link: what the exchange has now, and what it kept of how that came about, become the state. Lines that
 * went meanwhile are taken as gone without a time; lines of nobody's call are taken down; callers who came meanwhile
 * are taken in. Nothing is supposed that neither says.
 */
export async function rebuild(floor: Floor): Promise<void> {
  const { link } = floor;
  const [channelList, bridgeList, endpoints, kept] = await Promise.all([
    link.request('GET', 'channels').then((body) => channelsSchema.parse(body)),
    link.request('GET', 'bridges').then((body) => bridgesSchema.parse(body)),
    link.request('GET', 'endpoints/PJSIP').then((body) => endpointsSchema.parse(body)),
    floor.memory.read(),
  ]);
  const found: Found = {
    channels: new Map(channelList.map((channel) => [channel.id, channel])),
    bridges: new Map(bridgeList.filter(({ name }) => name === 'hotline').map(({ id, channels }) => [id, channels])),
  };
  floor.sessions.clear();
  floor.owners.clear();
  floor.leaving.clear();
  floor.agents.clear();
  for (const [agent, state] of kept.agents) floor.agents.set(agent, state);
  floor.devices.clear();
  for (const { resource, state } of endpoints) floor.devices.set(resource, state === 'online' ? 'online' : 'offline');

  const ended: ExchangeCall[] = [];
  // What happens while the calls are put in order is part of the snapshot and not told apart from it.
  const stop = floor.holdEvents((event) => {
    if (event.type === 'call' && event.call.state === 'ended') ended.push(event.call);
  });
  try {
    for (const call of kept.calls) await restore(floor, call, found);
    for (const channel of channelList) admit(floor, channel);
    await Promise.all([...floor.sessions.values()].map((session) => session.run(() => Promise.resolve())));
    await sweep(floor, found);
  } finally {
    stop();
  }
  floor.up = true;
  floor.emit({ type: 'link', state: 'up', at: floor.now(), snapshot: snapshotOf(floor, ended) });
  const running = [...floor.sessions.values()].flatMap(({ take }) => (take ? [take.recordingId] : []));
  await tellStored(floor, new Set(running));
}

function snapshotOf(floor: Floor, ended: readonly ExchangeCall[]): Snapshot {
  return {
    at: floor.now(),
    calls: [...[...floor.sessions.values()].map(({ call }) => call), ...ended],
    agents: Array.from(floor.agents, ([agent, { state }]) => ({ agent, state })),
    devices: [...floor.agents].flatMap(([agent, { device }]) => {
      const state = floor.phoneAt(endpointOf(agent, device));
      return state === null ? [] : [{ agent, state }];
    }),
  };
}

async function restore(floor: Floor, kept: KeptCall, found: Found): Promise<void> {
  const session = floor.open(kept.call);
  session.take = kept.take;
  const places = topology(kept.call);
  for (const [legId, channelId] of Object.entries(kept.channels)) {
    floor.assign(session, legId, channelId);
    const place = places.get(legId);
    const bridge = bridgeWith(session, found, channelId);
    session.placed.set(channelId, { bridge, hears: place?.hears ?? null });
  }
  for (const bridge of ['main', 'side'] as const)
    if (found.bridges.has(bridgeId(session.callId, bridge))) session.bridges.add(bridge);
  const agent = law.liveLeg(kept.call, 'agent');
  if (kept.call.muted && agent) session.mutedChannel = session.channels.get(agent.legId) ?? null;

  const at = floor.now();
  // Supervisors hang on lines that only the service before knew.
  const alone: ExchangeCall = { ...kept.call, monitors: [] };
  session.call = alone;
  // The caller's line first: what the others' mean depends on whether the caller is still there.
  const order = [...kept.call.legs].toSorted((one, other) => rank(one.party) - rank(other.party));
  for (const leg of order) {
    const channelId = session.channels.get(leg.legId);
    if (channelId === undefined || session.call.state === 'ended') continue;
    const channel = found.channels.get(channelId);
    await session.run(async () => {
      if (!channel) return lineGone(floor, session, channelId, { cause: 0, at, heard: false });
      const ours = channel.dialplan.app_name === OURS;
      if (leg.party === 'caller' && kept.call.direction === 'inbound' && !ours)
        return lineTaken(floor, session, channelId, { at, heard: false });
      if (channel.state === ANSWERED && ours) await lineUp(floor, session, channelId, at);
    });
  }
  if (session.call.state !== 'ended') await session.run(() => floor.commit(session, session.call, 'queued', at));
}

function rank(party: 'caller' | 'agent' | 'unit'): number {
  return party === 'caller' ? 0 : party === 'unit' ? 1 : 2;
}

function bridgeWith(session: Session, found: Found, channelId: string): 'main' | 'side' | null {
  for (const bridge of ['main', 'side'] as const)
    if (found.bridges.get(bridgeId(session.callId, bridge))?.includes(channelId)) return bridge;
  return null;
}

/** A caller who was handed over to us while nobody listened. */
function admit(floor: Floor, channel: AriChannel): void {
  const [app, kind, dialled, round] = channel.dialplan.app_data?.split(',') ?? [];
  if (channel.dialplan.app_name !== OURS || app !== floor.app || kind !== 'inbound') return;
  if (floor.owners.has(channel.id) || floor.sessions.has(callIdOf(channel.id, round ?? ''))) return;
  takeCaller(floor, channel, dialled ?? '', round ?? '');
}

/** Lines and bridges of calls that are nobody's any more. */
async function sweep(floor: Floor, found: Found): Promise<void> {
  const bridges = new Set(
    [...floor.sessions.values()].flatMap((session) =>
      [...session.bridges].map((bridge) => bridgeId(session.callId, bridge)),
    ),
  );
  const orphans = [...found.channels.values()].filter(
    ({ id, dialplan }) => !floor.owners.has(id) && (OUR_LINE.test(id) || isOurs(floor, dialplan.app_data)),
  );
  await Promise.all([
    ...orphans.map(({ id }) => floor.quiet('DELETE', `channels/${id}`)),
    ...[...found.bridges.keys()].filter((id) => !bridges.has(id)).map((id) => floor.quiet('DELETE', `bridges/${id}`)),
  ]);
}

function isOurs(floor: Floor, appData: string | undefined): boolean {
  return appData !== undefined && (appData === floor.app || appData.startsWith(`${floor.app},`));
}
