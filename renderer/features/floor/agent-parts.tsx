import { AlertFilled, CloudUploadOutlined, CoffeeOutlined, DisconnectOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { AGENT_STATE_NAMES, REST_REASON_NAMES } from '../../../shared/domain/call.ts';
import type { Floor } from '../../../shared/domain/floor.ts';
import type { HallSettings } from '../../../shared/hall/settings.ts';
import { msOf } from '../../../shared/instant.ts';
import { clockTime, duration } from '../../components/times.ts';
import { TEXT } from './text.ts';

export type FloorAgent = Floor['agents'][number];
export type Colours = HallSettings['colours'] | null;

/** How the time of a state is coloured by the centre's own limits; the word beside it says what it is the time of. */
function levelOf(agent: FloorAgent, colours: Colours, now: number): '' | 'near' | 'over' {
  const { state, since, call } = agent;
  const limits =
    colours && (state === 'talking' || state === 'wrapUp' || state === 'rest' || state === 'busy')
      ? colours[state]
      : null;
  if (!limits) return '';
  const seconds = (now - msOf(state === 'talking' && call ? call.since : since)) / 1000;
  return seconds >= limits.over ? 'over' : seconds >= limits.near ? 'near' : '';
}

/** State, reason and time in it. */
export function StateMark({ agent, colours, now }: { agent: FloorAgent; colours: Colours; now: number }): ReactNode {
  const { state, since, restReason, wrapUpEndsAt } = agent;
  const level = levelOf(agent, colours, now);
  const time = wrapUpEndsAt ? `余 ${duration(Math.max(0, msOf(wrapUpEndsAt) - now))}` : duration(now - msOf(since));
  return (
    <span className={`floor-state floor-state-${state}`}>
      {AGENT_STATE_NAMES[state]}
      {restReason && ` · ${REST_REASON_NAMES[restReason]}`}
      <span className={`num floor-state-time ${level && `floor-time-${level}`}`}>
        {time}
        {level === 'over' && ` ${TEXT.over}`}
      </span>
    </span>
  );
}

/** What asks for a supervisor: 求助, 小休 to be agreed to, a phone that is gone. */
export function Asks({ agent }: { agent: FloorAgent }): ReactNode {
  return (
    <>
      {agent.helpSince && (
        <span className="floor-help-mark">
          <AlertFilled aria-hidden /> {TEXT.helpMark}
        </span>
      )}
      {agent.restAsked && (
        <span className="floor-rest-mark">
          <CoffeeOutlined aria-hidden /> {TEXT.restMark}
        </span>
      )}
      {agent.phone === 'offline' && (
        <span className="floor-phone-gone">
          <DisconnectOutlined aria-hidden /> {TEXT.phoneGone}
        </span>
      )}
    </>
  );
}

/** How their desk stands with the centre; nothing where all is well. */
export function DeskMark({ desk }: { desk: FloorAgent['desk'] }): ReactNode {
  if (!desk) return <span className="faint">{TEXT.deskUnknown}</span>;
  const { here, since, unsent, unsentSince } = desk;
  if (here && unsent === 0) return <span className="muted">{TEXT.deskFine}</span>;
  return (
    <span className="floor-desk-bad">
      {here ? <CloudUploadOutlined aria-hidden /> : <DisconnectOutlined aria-hidden />}{' '}
      {[
        !here && TEXT.deskAway(clockTime(msOf(since))),
        unsent > 0 && TEXT.deskUnsent(unsent, unsentSince ? clockTime(msOf(unsentSince)) : ''),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

export function dayText({ calls, talkMs }: FloorAgent['day']): string {
  return calls === 0 ? '—' : TEXT.day(calls, duration(talkMs / calls));
}
