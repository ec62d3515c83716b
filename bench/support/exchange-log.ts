import type { CallFigures } from '../../db/central/calls.ts';

/** What the exchange's own log says of one line; ms since 1970, to the microsecond. */
export interface LoggedLine {
  readonly id: string;
  readonly number: string;
  readonly startedMs: number;
  readonly answeredMs: number | null;
  readonly endedMs: number | null;
}

/** A caller as that log has them: their line, and when an operator's phone was lifted for them. */
export interface LoggedCall extends LoggedLine {
  readonly servedMs: number | null;
}

const EVENTS = {
  CHAN_START: 'startedMs',
  ANSWER: 'answeredMs',
  HANGUP: 'endedMs',
} as const;
const isEvent = (text: string | undefined): text is keyof typeof EVENTS => text !== undefined && text in EVENTS;
/** A line that the service opened for somebody's call: `1763.5-2`. */
const OPERATORS_LINE = /^(.+)-\d+$/;
const WITHIN_MS = 15_000;
const SAME_MOMENT_MS = 20;

/**
 * Asterisk's channel event log, read as it stands: `event,seconds.microseconds,line,linked,number,name,more`. Nothing
 * here comes from the service, its adapter or its database.
 */
export function readLog(text: string): ReadonlyMap<string, LoggedLine> {
  const lines = new Map<string, { -readonly [K in keyof LoggedLine]: LoggedLine[K] }>();
  for (const row of text.split('\n')) {
    const [event, time, id, , number] = row.split(',');
    if (!isEvent(event) || id === undefined || number === undefined) continue;
    const line = lines.get(id) ?? { id, number, startedMs: 0, answeredMs: null, endedMs: null };
    lines.set(id, line);
    if (line.number === '') line.number = number;
    // The first time counts: a line may be held and come back.
    line[EVENTS[event]] ||= Number(time) * 1000;
  }
  return lines;
}

/**
 * Who rang, in order of coming. Served is for whom an operator's phone was lifted while their own line still stood.
 * @param leastTogetherMs how long both must have stood
 */
export function callsIn(lines: ReadonlyMap<string, LoggedLine>, leastTogetherMs = 0): LoggedCall[] {
  const served = new Map<string, number>();
  for (const { id, answeredMs } of lines.values()) {
    const caller = OPERATORS_LINE.exec(id)?.[1];
    if (caller === undefined || answeredMs === null) continue;
    served.set(caller, Math.min(answeredMs, served.get(caller) ?? Infinity));
  }
  return [...lines.values()]
    .filter(({ id }) => !OPERATORS_LINE.test(id))
    .map((line) => {
      const liftedMs = served.get(line.id) ?? null;
      const gone = liftedMs !== null && line.endedMs !== null && line.endedMs - liftedMs <= leastTogetherMs;
      return { ...line, servedMs: gone ? null : liftedMs };
    })
    .toSorted((one, other) => one.startedMs - other.startedMs);
}

/**
 * Callers who hung up in the same moment as the receiver was lifted for them. A line's end is logged when it has been
 * taken down, some milliseconds after the caller gave up: which of the two came first is not in the log.
 */
export function contestedIn(lines: ReadonlyMap<string, LoggedLine>): number {
  return (
    callsIn(lines, -SAME_MOMENT_MS).filter(({ servedMs }) => servedMs !== null).length -
    callsIn(lines, SAME_MOMENT_MS).filter(({ servedMs }) => servedMs !== null).length
  );
}

export type LoggedFigures = Pick<
  CallFigures,
  'offered' | 'answered' | 'abandoned' | 'within15' | 'answerWaitMs' | 'abandonWaitMs' | 'longestWaitMs'
>;

/** The queue's figures, counted from the log alone. */
export function figuresIn(calls: readonly LoggedCall[]): LoggedFigures {
  const answered: number[] = [];
  const abandoned: number[] = [];
  for (const { startedMs, servedMs, endedMs } of calls) {
    if (servedMs !== null) answered.push(servedMs - startedMs);
    else if (endedMs !== null) abandoned.push(endedMs - startedMs);
  }
  return {
    offered: answered.length + abandoned.length,
    answered: answered.length,
    abandoned: abandoned.length,
    within15: answered.filter((waitMs) => waitMs <= WITHIN_MS).length,
    answerWaitMs: mean(answered),
    abandonWaitMs: mean(abandoned),
    longestWaitMs: answered.length + abandoned.length === 0 ? null : Math.max(...answered, ...abandoned),
  };
}

function mean(all: readonly number[]): number | null {
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length;
}
