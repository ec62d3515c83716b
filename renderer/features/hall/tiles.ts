import { REACHED, type HallFigures } from '../../../shared/hall/figures.ts';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { percent, TEXT } from './text.ts';

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** Worse than it may be; told by word and sign, not by colour alone. */
  readonly bad?: boolean;
}

/** What the strip of the hall and the wall show. @param now the exchange's time, ms */
export function tilesOf(figures: HallFigures, now: number): Tile[] {
  const { waiting, agents, today, rollingDay, forecast } = figures;
  const offered = today.answered + today.abandoned;
  const rolling = rollingDay.answered + rollingDay.abandoned;
  const low = rolling > 0 && rollingDay.answered / rolling < REACHED;
  const mean = (sum: number, count: number): string => (count === 0 ? '—' : duration(sum / count));
  const here = agents.ready + agents.speaking + agents.wrapUp;
  const needed = forecast.next[0]?.agents ?? null;
  return [
    {
      name: TEXT.waiting,
      value: String(waiting.count),
      note: TEXT.longest(waiting.longestSince ? duration(now - msOf(waiting.longestSince)) : '—'),
    },
    {
      name: TEXT.within15,
      value: percent(today.within15, today.answered),
      note: TEXT.of(today.within15, today.answered),
    },
    {
      name: TEXT.rollingDay,
      value: percent(rollingDay.answered, rolling),
      note: rolling === 0 ? TEXT.noCalls : low ? TEXT.belowStandard : TEXT.standard,
      bad: low,
    },
    { name: TEXT.abandoned, value: String(today.abandoned), note: TEXT.ofCallers(percent(today.abandoned, offered)) },
    { name: TEXT.talk, value: mean(rollingDay.talkMs, rollingDay.talks), note: TEXT.lastDay },
    { name: TEXT.wrapUp, value: mean(rollingDay.wrapUpMs, rollingDay.wrapUps), note: TEXT.lastDay },
    {
      name: TEXT.agents,
      value: String(agents.signedIn),
      note: TEXT.states(agents.ready, agents.speaking, agents.wrapUp, agents.away),
    },
    {
      name: TEXT.needed,
      value: needed === null ? '—' : String(needed),
      note: needed === null ? TEXT.tooMany : here < needed ? TEXT.short(needed - here) : TEXT.have(here),
      bad: needed !== null && here < needed,
    },
  ];
}
