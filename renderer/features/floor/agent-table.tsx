import { AlertFilled, CustomerServiceOutlined } from '@ant-design/icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { AGENT_STATE_NAMES, REST_REASON_NAMES } from '../../../shared/domain/call.ts';
import type { Floor, FloorCall } from '../../../shared/domain/floor.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { useHallNow } from '../hall/clock.ts';
import { CALL_STATE_TEXT } from '../softphone/text.ts';
import { MONITOR_TEXT, TEXT } from './text.ts';

type FloorAgent = Floor['agents'][number];

export interface AgentTableProps {
  readonly agents: readonly FloorAgent[];
  readonly chosen: AccountId | null;
  readonly onChoose: (id: AccountId) => void;
}

/** Everybody who is signed in, by job number: rows stay where they are, whatever happens to those in them. */
export function AgentTable({ agents, chosen, onChoose }: AgentTableProps): ReactNode {
  const now = useHallNow();
  const at = agents.findIndex(({ accountId }) => accountId === chosen);
  const move = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: agents.length - 1 }[event.key];
    const next = to === undefined ? undefined : agents[Math.max(0, Math.min(agents.length - 1, to))];
    if (!next) return;
    event.preventDefault();
    onChoose(next.accountId);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-agent="${next.accountId}"]`)?.focus();
  };
  return (
    <table className="floor-table" role="grid" aria-label={TEXT.agents}>
      <thead>
        <tr>
          {[TEXT.jobNumber, TEXT.name, TEXT.state, TEXT.call, TEXT.others, TEXT.monitors].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agents.map((agent, index) => (
          <tr
            key={agent.accountId}
            data-agent={agent.accountId}
            className={`${agent.accountId === chosen ? 'floor-row-chosen' : ''} ${agent.helpSince ? 'floor-row-help' : ''}`}
            aria-selected={agent.accountId === chosen}
            tabIndex={agent.accountId === chosen || (at < 0 && index === 0) ? 0 : -1}
            onKeyDown={move}
            onClick={() => onChoose(agent.accountId)}
            onFocus={() => onChoose(agent.accountId)}
          >
            <td className="num">{agent.jobNumber}</td>
            <td>
              {agent.name}
              {agent.helpSince && (
                <span className="floor-help-mark">
                  <AlertFilled aria-hidden /> {TEXT.helpMark}
                </span>
              )}
            </td>
            <td>
              <StateCell agent={agent} now={now} />
            </td>
            <td>{agent.call ? <CallCell call={agent.call} now={now} /> : <span className="faint">—</span>}</td>
            <td className="ellipsis">{agent.call?.others.join('、')}</td>
            <td className="ellipsis">
              {agent.call?.monitors.map(({ accountId, name, mode }) => (
                <span key={accountId} className="floor-monitor">
                  <CustomerServiceOutlined aria-hidden /> {name} {MONITOR_TEXT[mode]}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateCell({ agent, now }: { agent: FloorAgent; now: number }): ReactNode {
  const { state, since, restReason, wrapUpEndsAt } = agent;
  const time = wrapUpEndsAt ? `余 ${duration(Math.max(0, msOf(wrapUpEndsAt) - now))}` : duration(now - msOf(since));
  return (
    <span className={`floor-state floor-state-${state}`}>
      {AGENT_STATE_NAMES[state]}
      {restReason && ` · ${REST_REASON_NAMES[restReason]}`}
      <span className="num floor-state-time">{time}</span>
    </span>
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
