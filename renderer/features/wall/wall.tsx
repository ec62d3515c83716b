import { DisconnectOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { HallFigures } from '../../../shared/hall/figures.ts';
import type { Alarm } from '../../../shared/hall/alarms.ts';
import { beijingMinute, msOf } from '../../../shared/instant.ts';
import { clockTimeSeconds, dayName } from '../../components/times.ts';
import { useNow } from '../../data/clock.ts';
import { useRules } from '../../data/rules.ts';
import { useStream } from '../../data/use-stream.ts';
import { useKey } from '../../keys/keys.ts';
import { ALARM_NAMES, alarmText } from '../hall/alarm-text.ts';
import { useHallAlarms } from '../hall/alarms-store.ts';
import { StandsStill } from '../hall/clock.ts';
import { FiguresStrip } from '../hall/figures-strip.tsx';
import { HoursChart } from '../hall/hours-chart.tsx';
import { TEXT as HALL } from '../hall/text.ts';
import { TEXT } from './text.ts';
import { UnitsOverview } from './units-overview.tsx';
import { useWallMode } from './wall-mode.ts';
import '../hall/hall.css';
import './wall.css';

/** 大屏: the hall for everybody in the room, without a hand on it. It connects again by itself and grows with the screen. */
export function Wall(): ReactNode {
  const leave = useWallMode((mode) => mode.leave);
  const { value: figures, brokenSince } = useStream((desk, signal) => desk.hall.watch(undefined, { signal }), true);
  const alarms = useHallAlarms((store) => store.alarms);
  useKey('back', leave);
  const still = brokenSince !== null && figures ? msOf(figures.at) : null;
  return (
    <StandsStill value={still}>
      <main className={`wall ${still === null ? '' : 'hall-still'}`} aria-label={TEXT.title}>
        <Head />
        {still !== null && (
          <strong className="wall-still" role="status">
            <DisconnectOutlined aria-hidden /> {HALL.stale(clockTimeSeconds(still))}
          </strong>
        )}
        {figures ? <Figures figures={figures} alarms={alarms ?? []} /> : <p className="wall-wait">{TEXT.connecting}</p>}
      </main>
    </StandsStill>
  );
}

function Head(): ReactNode {
  const now = useNow('centre');
  const city = useRules()?.pack.cityName ?? '';
  return (
    <header className="wall-head">
      <h1>
        {city} 12345 {TEXT.title}
      </h1>
      <span className="num">
        {dayName(now, now)} {clockTimeSeconds(now)}
      </span>
      <span className="faint wall-leave">{TEXT.leave}</span>
    </header>
  );
}

function Figures({ figures, alarms }: { figures: HallFigures; alarms: readonly Alarm[] }): ReactNode {
  return (
    <>
      <FiguresStrip figures={figures} />
      <div className="wall-body">
        <HoursChart hours={figures.hours} hour={Math.floor(beijingMinute(msOf(figures.at)) / 60)} />
        <div className="wall-side">
          <States agents={figures.agents} />
          <Standing alarms={alarms} />
        </div>
        <UnitsOverview />
      </div>
    </>
  );
}

const STATES = ['speaking', 'ready', 'wrapUp', 'away'] as const;

function States({ agents }: { agents: HallFigures['agents'] }): ReactNode {
  return (
    <section className="panel wall-states" aria-label={HALL.agents}>
      {STATES.map((state) => (
        <div key={state} className={`wall-state wall-state-${state}`}>
          <span className="wall-count num">{agents[state]}</span>
          <span>{TEXT.states[state]}</span>
        </div>
      ))}
    </section>
  );
}

const ALARMS_SHOWN = 6;

function Standing({ alarms }: { alarms: readonly Alarm[] }): ReactNode {
  const now = useNow('centre');
  const standing = alarms.filter(({ endedAt }) => endedAt === null).slice(0, ALARMS_SHOWN);
  return (
    <section className="panel wall-alarms" aria-label={TEXT.alarms}>
      <h2 className="panel-title">{TEXT.alarms}</h2>
      {standing.length === 0 && <p className="muted wall-none">{TEXT.noAlarms}</p>}
      <ul>
        {standing.map((alarm) => (
          <li key={alarm.id}>
            <WarningFilled className="hall-alarm-icon" aria-hidden /> <strong>{ALARM_NAMES[alarm.kind]}</strong>{' '}
            {alarmText(alarm, now)}
          </li>
        ))}
      </ul>
    </section>
  );
}
