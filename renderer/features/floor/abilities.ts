import type { Floor, FloorCall, MonitorMode } from '../../../shared/domain/floor.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { TEXT } from './text.ts';

type FloorAgent = Floor['agents'][number];

/** In which way this supervisor is in the call; null: not at all. */
export function ownMode(call: FloorCall | null, self: AccountId): MonitorMode | null {
  return call?.monitors.find(({ accountId }) => accountId === self)?.mode ?? null;
}

const ON_THE_LINE = new Set<FloorCall['state']>(['talking', 'held', 'consulting', 'conference']);

export type CallAct = MonitorMode | 'stop' | 'takeOver' | 'forceHangUp';

/** Null: it can be done. Otherwise why not; the exchange decides again when it is asked. */
export function callActHindrance(
  agent: FloorAgent,
  act: CallAct,
  abilities: Floor['abilities'],
  self: AccountId,
): string | null {
  const { call } = agent;
  const { why } = TEXT;
  if (agent.accountId === self) return why.own;
  if (!call) return why.noCall;
  if (act === 'forceHangUp') return null;
  if (act === 'stop') return ownMode(call, self) === null ? why.notListening : null;
  if (!ON_THE_LINE.has(call.state)) return why.notOnLine;
  if (act === 'takeOver') {
    if (!abilities.takeOver) return why.unable;
    return call.state === 'consulting' ? why.consulting : null;
  }
  if (!abilities.monitor.includes(act)) return why.unable;
  return ownMode(call, self) === act ? why.already : null;
}

export type StateAct = 'forceReady' | 'forceBusy' | 'endWrapUp' | 'forceSignOut';

/** The same for somebody's state. */
export function stateActHindrance({ state }: Pick<FloorAgent, 'state'>, act: StateAct): string | null {
  if (state === 'ringing' || state === 'talking') return TEXT.why.inCall;
  if (act === 'endWrapUp') return state === 'wrapUp' ? null : TEXT.why.notWrapUp;
  if (act === 'forceReady') return state === 'ready' ? TEXT.why.already : null;
  if (act === 'forceBusy') return state === 'busy' ? TEXT.why.already : null;
  return null;
}

export type Kind = 'all' | 'help' | 'restAsked' | 'talking' | 'ready' | 'wrapUp' | 'away';

/** The kinds the screen narrows to, with who belongs to each. */
export const KINDS: readonly {
  readonly id: Kind;
  readonly name: string;
  readonly has: (agent: FloorAgent) => boolean;
}[] = [
  { id: 'all', name: '全部', has: () => true },
  { id: 'help', name: '求助', has: ({ helpSince }) => helpSince !== null },
  { id: 'restAsked', name: '申请小休', has: ({ restAsked }) => restAsked !== null },
  { id: 'talking', name: '通话', has: ({ state }) => state === 'talking' || state === 'ringing' },
  { id: 'ready', name: '示闲', has: ({ state }) => state === 'ready' },
  { id: 'wrapUp', name: '整理', has: ({ state }) => state === 'wrapUp' },
  { id: 'away', name: '示忙小休', has: ({ state }) => state === 'busy' || state === 'rest' },
];
