import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { useHallNow } from '../hall/clock.ts';
import { CALL_STATE_TEXT } from '../softphone/text.ts';
import { Asks, dayText, DeskMark, StateMark, type Colours, type FloorAgent } from './agent-parts.tsx';
import type { AgentTableProps } from './agent-table.tsx';
import { TEXT } from './text.ts';
import { bringIntoSight, rowWindow, useFocusOn, useSight } from './window.ts';

const CARD_PX = 132;
const GAP_PX = 8;
const LEAST_WIDTH_PX = 208;

/** The same people as cards, side by side. */
export function AgentCards({ agents, colours, chosen, onChoose }: AgentTableProps): ReactNode {
  const now = useHallNow();
  const box = useRef<HTMLDivElement>(null);
  const { top, height, width } = useSight(box);
  const columns = Math.max(1, Math.floor((width - GAP_PX) / (LEAST_WIDTH_PX + GAP_PX)));
  const shown = rowWindow(Math.ceil(agents.length / columns), CARD_PX + GAP_PX, top, height);
  const first = shown.from * columns;
  const focusOn = useFocusOn(box);
  const at = agents.findIndex(({ accountId }) => accountId === chosen);
  const move = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    const place = step === undefined ? -1 : Math.max(0, Math.min(agents.length - 1, at + step));
    const next = agents[place];
    if (!next) return;
    event.preventDefault();
    onChoose(next.accountId);
    bringIntoSight(box.current, Math.floor(place / columns), CARD_PX + GAP_PX, GAP_PX);
    focusOn(next.accountId);
  };
  const drawn = agents.slice(first, shown.to * columns);
  const tabStop = drawn.some(({ accountId }) => accountId === chosen) ? chosen : drawn[0]?.accountId;
  return (
    <div className="floor-scroll" ref={box}>
      <ul
        className="floor-cards"
        aria-label={TEXT.agents}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {shown.above > 0 && <li aria-hidden className="floor-cards-space" style={{ height: shown.above - GAP_PX }} />}
        {drawn.map((agent) => (
          <li key={agent.accountId}>
            <button
              type="button"
              data-agent={agent.accountId}
              className={`floor-card ${agent.accountId === chosen ? 'floor-card-chosen' : ''} ${agent.helpSince ? 'floor-card-help' : ''}`}
              aria-pressed={agent.accountId === chosen}
              tabIndex={agent.accountId === tabStop ? 0 : -1}
              onKeyDown={move}
              onFocus={() => onChoose(agent.accountId)}
              onClick={() => onChoose(agent.accountId)}
            >
              <Card agent={agent} colours={colours} now={now} />
            </button>
          </li>
        ))}
        {shown.below > 0 && <li aria-hidden className="floor-cards-space" style={{ height: shown.below }} />}
      </ul>
    </div>
  );
}

function Card({ agent, colours, now }: { agent: FloorAgent; colours: Colours; now: number }): ReactNode {
  const { jobNumber, name, call, day, desk } = agent;
  const left = desk && desk.drafts > 0 ? ` · ${TEXT.draftsOpen(desk.drafts)}` : '';
  return (
    <>
      <span className="floor-card-name">
        <span className="num">{jobNumber}</span> {name}
        <Asks agent={agent} />
      </span>
      <StateMark agent={agent} colours={colours} now={now} />
      <span className="floor-card-line num">
        {call ? `${call.number} ${CALL_STATE_TEXT[call.state]} ${duration(now - msOf(call.since))}` : TEXT.noCallShort}
      </span>
      <span className="floor-card-line num">
        {TEXT.today} {dayText(day)}
        {left}
      </span>
      <span className="floor-card-line">
        <DeskMark desk={desk} />
      </span>
    </>
  );
}
