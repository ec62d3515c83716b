import { CustomerServiceOutlined } from '@ant-design/icons';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { FloorCall } from '../../../shared/domain/floor.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { useHallNow } from '../hall/clock.ts';
import { CALL_STATE_TEXT } from '../softphone/text.ts';
import { Asks, dayText, DeskMark, StateMark, type Colours, type FloorAgent } from './agent-parts.tsx';
import { MONITOR_TEXT, TEXT } from './text.ts';
import { bringIntoSight, rowWindow, useFocusOn, useSight } from './window.ts';

export interface AgentTableProps {
  readonly agents: readonly FloorAgent[];
  readonly colours: Colours;
  readonly chosen: AccountId | null;
  readonly onChoose: (id: AccountId) => void;
}

const ROW_PX = 38;
const HEAD_PX = 36;
const HEADS = [TEXT.jobNumber, TEXT.name, TEXT.state, TEXT.call, TEXT.others, TEXT.today, TEXT.drafts, TEXT.desk];

/** Everybody who is signed in, by job number: rows stay where they are, whatever happens to those in them. */
export function AgentTable({ agents, colours, chosen, onChoose }: AgentTableProps): ReactNode {
  const now = useHallNow();
  const box = useRef<HTMLDivElement>(null);
  const { top, height } = useSight(box);
  const shown = rowWindow(agents.length, ROW_PX, top, height);
  const at = agents.findIndex(({ accountId }) => accountId === chosen);
  const focusOn = useFocusOn(box);
  const move = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const page = Math.max(1, Math.floor(height / ROW_PX) - 1);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: agents.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    }[event.key];
    const place = to === undefined ? -1 : Math.max(0, Math.min(agents.length - 1, to));
    const next = agents[place];
    if (!next) return;
    event.preventDefault();
    onChoose(next.accountId);
    bringIntoSight(box.current, place, ROW_PX, HEAD_PX);
    focusOn(next.accountId);
  };
  const tabStop = at >= shown.from && at < shown.to ? at : shown.from;
  return (
    <div className="floor-scroll" ref={box}>
      <table className="floor-table" role="grid" aria-label={TEXT.agents} aria-rowcount={agents.length + 1}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.above > 0 && <tr aria-hidden style={{ height: shown.above }} />}
          {agents.slice(shown.from, shown.to).map((agent, offset) => (
            <tr
              key={agent.accountId}
              data-agent={agent.accountId}
              aria-rowindex={shown.from + offset + 2}
              className={`${agent.accountId === chosen ? 'floor-row-chosen' : ''} ${agent.helpSince ? 'floor-row-help' : ''}`}
              aria-selected={agent.accountId === chosen}
              tabIndex={shown.from + offset === tabStop ? 0 : -1}
              onKeyDown={move}
              onClick={() => onChoose(agent.accountId)}
              onFocus={() => onChoose(agent.accountId)}
            >
              <td className="num">{agent.jobNumber}</td>
              <td>
                {agent.name}
                <Asks agent={agent} />
              </td>
              <td>
                <StateMark agent={agent} colours={colours} now={now} />
              </td>
              <td>{agent.call ? <CallCell call={agent.call} now={now} /> : <span className="faint">—</span>}</td>
              <td className="ellipsis">
                {agent.call?.others.join('、')}
                {agent.call?.monitors.map(({ accountId, name, mode }) => (
                  <span key={accountId} className="floor-monitor">
                    <CustomerServiceOutlined aria-hidden /> {name} {MONITOR_TEXT[mode]}
                  </span>
                ))}
              </td>
              <td className="num">{dayText(agent.day)}</td>
              <td className="num">{agent.desk?.drafts ?? '—'}</td>
              <td className="ellipsis">
                <DeskMark desk={agent.desk} />
              </td>
            </tr>
          ))}
          {shown.below > 0 && <tr aria-hidden style={{ height: shown.below }} />}
        </tbody>
      </table>
    </div>
  );
}

function CallCell({ call, now }: { call: FloorCall; now: number }): ReactNode {
  return (
    <span className="floor-call">
      <span className="num">{call.number}</span>
      <span className="muted">
        {call.direction === 'outbound' ? `${TEXT.outbound} · ` : ''}
        {CALL_STATE_TEXT[call.state]} <span className="num">{duration(now - msOf(call.since))}</span>
        {call.muted && ` · ${TEXT.muted}`}
      </span>
    </span>
  );
}
