import { msOf } from '../../shared/instant.ts';
import { inLine } from '../telephony/acd.ts';
import type { Hall } from '../telephony/hall.ts';
import type { HallFacts } from './alarms.ts';
import type { DeskStates } from './desk-states.ts';
import type { LiveFigures } from './live-figures.ts';
import type { Names } from './names.ts';

export interface HallParts {
  readonly hall: Pick<Hall, 'people' | 'calls' | 'plan'>;
  readonly figures: Pick<LiveFigures, 'lastHour'>;
  readonly desks: Pick<DeskStates, 'all'>;
  readonly names: Names;
}

/** What of the hall may be a cause of alarm. @param nowMs the exchange's clock */
export async function hallFacts({ hall, figures, desks, names }: HallParts, nowMs: number): Promise<HallFacts> {
  const talking = [...hall.people.values()].flatMap(({ id, callId, state }) => {
    const call = callId === null || state !== 'talking' ? undefined : hall.calls.get(callId);
    return call?.answeredAt ? [{ id, callId: call.callId, sinceMs: msOf(call.answeredAt) }] : [];
  });
  const unsent = [...desks.all()].flatMap(([id, { unsentSince }]) =>
    unsentSince === null ? [] : [{ id, unsentSinceMs: msOf(unsentSince) }],
  );
  await names.learn([...talking, ...unsent].map(({ id }) => id));
  const who = (id: Parameters<Names['find']>[0]): string => `${names.find(id).jobNumber} ${names.find(id).name}`;
  const waits = inLine(hall.calls.values(), hall.plan, nowMs).map(({ call }) => nowMs - msOf(call.queuedAt));
  return {
    longestWaitingMs: waits.length === 0 ? null : Math.max(...waits),
    lastHour: figures.lastHour(nowMs),
    calls: talking.map(({ id, callId, sinceMs }) => ({ callId, who: who(id), sinceMs })),
    desks: unsent.map(({ id, unsentSinceMs }) => ({ accountId: id, who: who(id), unsentSinceMs })),
  };
}
