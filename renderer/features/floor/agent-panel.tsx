import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { AGENT_STATE_NAMES } from '../../../shared/domain/call.ts';
import { monitorModeSchema, type Floor, type FloorCommand } from '../../../shared/domain/floor.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { useHallNow } from '../hall/clock.ts';
import { KeyHint, useKey, type KeyAction } from '../../keys/keys.ts';
import { CALL_STATE_TEXT } from '../softphone/text.ts';
import { callActHindrance, ownMode, stateActHindrance, type CallAct, type StateAct } from './abilities.ts';
import { AskFirst, type Grave } from './ask-first.tsx';
import { MessageLine, RestAsked, Skills } from './person-acts.tsx';
import { HelpPanel } from './help-panel.tsx';
import { useHelps } from './helps.ts';
import { MONITOR_HINT, MONITOR_TEXT, TEXT } from './text.ts';
import { useFloorCommand } from './use-floor-command.ts';

export interface AgentPanelProps {
  readonly agent: Floor['agents'][number];
  readonly abilities: Floor['abilities'];
  readonly self: AccountId;
  /** Whether this person may act, or only look. */
  readonly control: boolean;
}

const MONITOR_KEYS = { listen: 'floorListen', whisper: 'floorWhisper', barge: 'floorBarge' } as const;

/** The chosen operator: their call, what the supervisor may do with it and with them, and their 求助. */
export function AgentPanel({ agent, abilities, self, control }: AgentPanelProps): ReactNode {
  const now = useHallNow();
  const command = useFloorCommand();
  const [grave, setGrave] = useState<Grave | null>(null);
  const { call } = agent;
  const help = useHelps(({ helps }) => helps.find(({ callId }) => callId === call?.callId));
  const mode = ownMode(call, self);
  const send = (asked: FloorCommand): void => void command(asked);
  const hindrance = (act: CallAct): string | null => callActHindrance(agent, act, abilities, self);

  return (
    <section className="panel floor-panel" aria-label={`${agent.jobNumber} ${agent.name}`}>
      <h2 className="panel-title">
        <span className="num">{agent.jobNumber}</span> {agent.name}
        <span className={`floor-state floor-state-${agent.state}`}>{AGENT_STATE_NAMES[agent.state]}</span>
      </h2>
      <div className="floor-panel-body">
        {call ? (
          <p className="floor-panel-call">
            <strong className="num">{call.number}</strong>
            <span>{CALL_STATE_TEXT[call.state]}</span>
            <span className="num">{duration(now - msOf(call.since))}</span>
            {call.others.length > 0 && <span className="muted">{call.others.join('、')}</span>}
          </p>
        ) : (
          <p className="muted">{TEXT.noCall}</p>
        )}
        {mode && <output className="floor-listening">{TEXT.listeningNow(MONITOR_TEXT[mode])}</output>}
        {control && (
          <>
            <div className="floor-acts">
              {monitorModeSchema.options.map((each) => (
                <Act
                  key={each}
                  label={MONITOR_TEXT[each]}
                  hint={MONITOR_HINT[each]}
                  action={MONITOR_KEYS[each]}
                  pressed={mode === each}
                  hindrance={hindrance(each)}
                  onAct={() => call && send({ type: 'monitor', callId: call.callId, mode: each })}
                />
              ))}
              <Act
                label={TEXT.stop}
                action="floorStop"
                hindrance={hindrance('stop')}
                onAct={() => call && send({ type: 'stopMonitor', callId: call.callId })}
              />
            </div>
            <div className="floor-acts">
              <Act
                label={TEXT.takeOver}
                hint={TEXT.takeOverHint}
                hindrance={hindrance('takeOver')}
                onAct={() => call && setGrave({ kind: 'takeOver', callId: call.callId, name: agent.name })}
              />
              <Act
                label={TEXT.forceHangUp}
                hint={TEXT.forceHangUpHint}
                danger
                hindrance={hindrance('forceHangUp')}
                onAct={() => call && setGrave({ kind: 'forceHangUp', callId: call.callId, name: agent.name })}
              />
            </div>
            <StateActs agent={agent} onSend={send} onGrave={setGrave} />
            <RestAsked agent={agent} onSend={send} />
            <MessageLine agent={agent} onSend={command} />
            <Skills agent={agent} />
            <p className="faint floor-note">{TEXT.recorded}</p>
          </>
        )}
        {control && help && <HelpPanel help={help} />}
      </div>
      {grave && <AskFirst grave={grave} onSend={send} onClose={() => setGrave(null)} />}
    </section>
  );
}

interface StateActsProps {
  readonly agent: AgentPanelProps['agent'];
  readonly onSend: (command: FloorCommand) => void;
  readonly onGrave: (grave: Grave) => void;
}

function StateActs({ agent, onSend, onGrave }: StateActsProps): ReactNode {
  const { accountId, name } = agent;
  const acts: readonly { readonly act: StateAct; readonly label: string; readonly run: () => void }[] = [
    { act: 'forceReady', label: TEXT.forceReady, run: () => onSend({ type: 'forceReady', agent: accountId }) },
    { act: 'forceBusy', label: TEXT.forceBusy, run: () => onSend({ type: 'forceBusy', agent: accountId }) },
    { act: 'endWrapUp', label: TEXT.endWrapUp, run: () => onSend({ type: 'endWrapUp', agent: accountId }) },
    {
      act: 'forceSignOut',
      label: TEXT.forceSignOut,
      run: () => onGrave({ kind: 'forceSignOut', agent: accountId, name }),
    },
  ];
  return (
    <div className="floor-acts">
      {acts.map(({ act, label, run }) => (
        <Act key={act} label={label} hindrance={stateActHindrance(agent, act)} onAct={run} />
      ))}
    </div>
  );
}

interface ActProps {
  readonly label: string;
  readonly hint?: string;
  readonly action?: KeyAction;
  readonly pressed?: boolean;
  readonly danger?: boolean;
  readonly hindrance: string | null;
  readonly onAct: () => void;
}

/** Stays focusable while hindered, so that the reason can be read. */
function Act({ label, hint, action, pressed = false, danger = false, hindrance, onAct }: ActProps): ReactNode {
  return (
    <Tooltip title={hindrance ?? hint}>
      <Button
        className="floor-act key-host"
        type={pressed ? 'primary' : 'default'}
        danger={danger && hindrance === null}
        aria-pressed={pressed}
        aria-disabled={hindrance !== null}
        aria-label={hindrance ? `${label}，${hindrance}` : label}
        onClick={hindrance === null ? onAct : undefined}
      >
        {label}
        {action && <ActKey action={action} enabled={hindrance === null} onAct={onAct} />}
      </Button>
    </Tooltip>
  );
}

function ActKey({ action, enabled, onAct }: { action: KeyAction; enabled: boolean; onAct: () => void }): ReactNode {
  useKey(action, onAct, enabled);
  return enabled && <KeyHint action={action} />;
}
