import { DisconnectOutlined, FundProjectionScreenOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Floor } from '../../../shared/domain/floor.ts';
import type { HallSettings } from '../../../shared/hall/settings.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/domain/people.ts';
import { msOf } from '../../../shared/instant.ts';
import { useNavigation, type ScreenParams } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { clockTimeSeconds, duration } from '../../components/times.ts';
import { useLive } from '../../data/live.ts';
import { useStream } from '../../data/use-stream.ts';
import { StandsStill, useHallNow } from '../hall/clock.ts';
import { ALARM_TEXT } from '../hall/alarm-text.ts';
import { useHallAlarms } from '../hall/alarms-store.ts';
import { AlarmsView } from '../hall/alarms-view.tsx';
import { DataView } from '../hall/data-view.tsx';
import { FiguresStrip } from '../hall/figures-strip.tsx';
import { HANDOVER } from '../hall/handover-text.ts';
import { HandoverView } from '../hall/handover-view.tsx';
import { SettingsView } from '../hall/settings-view.tsx';
import { TEXT as HALL } from '../hall/text.ts';
import { useHallSettings } from '../hall/use-settings.ts';
import '../hall/hall.css';
import { TEXT as WALL } from '../wall/text.ts';
import { useWallMode } from '../wall/wall-mode.ts';
import { KINDS, type Kind } from './abilities.ts';
import { AgentPanel } from './agent-panel.tsx';
import { AgentCards } from './agent-cards.tsx';
import { AgentTable } from './agent-table.tsx';
import { TEXT } from './text.ts';
import { useFloorCommand } from './use-floor-command.ts';
import './floor.css';

type View = 'agents' | 'data' | 'alarms' | 'handover' | 'settings';

/** 班长台: how the hall does, who is on shift, in which state and call, and what a supervisor may do about it. */
export function FloorScreen(): ReactNode {
  const stream = useStream((desk, signal) => desk.floor.watch(undefined, { signal }), true);
  const { value: figures, brokenSince } = useStream((desk, signal) => desk.hall.watch(undefined, { signal }), true);
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const [view, setView] = useState<View>('agents');
  const [followed, setFollowed] = useState<ScreenParams | null>(null);
  const params = useNavigation((navigation) => (navigation.screen === 'floor' ? navigation.params : null));
  // Whoever comes by an alarm wants to see it; afterwards they choose for themselves.
  if (params && params !== followed) {
    setFollowed(params);
    if (params['view'] === 'alarms') setView('alarms');
    else if (params['callId']) setView('agents');
  }
  const unseen = useHallAlarms(
    ({ alarms }) => alarms?.filter(({ acknowledgedAt }) => acknowledgedAt === null).length ?? 0,
  );
  const settings = useHallSettings();
  const showWall = useWallMode((mode) => mode.show);
  const { value: floor, failure } = stream;
  if (!actor) return null;
  const control = may(actor, 'hall.control');
  const still = brokenSince !== null && figures ? msOf(figures.at) : null;
  return (
    <StandsStill value={still}>
      <section className={`floor ${still === null ? '' : 'hall-still'}`} aria-label={TEXT.screen}>
        <header className="floor-head">
          <Segmented<View>
            aria-label={TEXT.views}
            value={view}
            onChange={setView}
            options={[
              { value: 'agents', label: TEXT.agents },
              { value: 'data', label: TEXT.data },
              { value: 'alarms', label: unseen > 0 ? `${ALARM_TEXT.title} ${unseen}` : ALARM_TEXT.title },
              ...(control
                ? [
                    { value: 'handover' as const, label: HANDOVER.title },
                    { value: 'settings' as const, label: TEXT.settings },
                  ]
                : []),
            ]}
          />
          <Button icon={<FundProjectionScreenOutlined aria-hidden />} onClick={showWall}>
            {WALL.open}
          </Button>
          {still !== null && (
            <strong className="floor-still" role="status">
              <DisconnectOutlined aria-hidden /> {HALL.stale(clockTimeSeconds(still))}
            </strong>
          )}
          {failure && <FailureNote failure={failure} look="line" />}
        </header>
        {figures && <FiguresStrip figures={figures} />}
        {view === 'data' &&
          (figures ? <DataView figures={figures} settings={settings} /> : <EmptyState text={HALL.loading} />)}
        {view === 'alarms' && <AlarmsView control={control} />}
        {view === 'handover' && <HandoverView self={actor.accountId} />}
        {view === 'settings' && <SettingsView />}
        {view === 'agents' && floor && (
          <Room floor={floor} settings={settings} self={actor.accountId} control={control} />
        )}
        {view === 'agents' && !floor && !failure && <EmptyState text={TEXT.loading} icon={<TeamOutlined />} />}
      </section>
    </StandsStill>
  );
}

type Look = 'list' | 'cards';

interface RoomProps {
  readonly settings: HallSettings | null;
  readonly floor: Floor;
  readonly self: AccountId;
  readonly control: boolean;
}

function Room({ floor, settings, self, control }: RoomProps): ReactNode {
  const asked = useNavigation(({ screen, params }) => (screen === 'floor' ? (params['callId'] ?? null) : null));
  const [followed, setFollowed] = useState<string | null>(null);
  const [chosenId, setChosenId] = useState<AccountId | null>(null);
  const [kind, setKind] = useState<Kind>('all');
  const [look, setLook] = useState<Look>('list');
  const [teamId, setTeamId] = useState('');
  const sought = floor.agents.find(({ call }) => call !== null && call.callId === asked);
  // Whoever comes by an alarm wants that operator; afterwards they choose for themselves.
  if (asked !== null && asked !== followed && sought) {
    setFollowed(asked);
    setChosenId(sought.accountId);
    setKind('all');
    setTeamId('');
  }
  const has = KINDS.find(({ id }) => id === kind)?.has ?? (() => true);
  const team = settings?.teams.find(({ id }) => id === teamId);
  const members = team && new Set(team.members);
  const agents = members ? floor.agents.filter(({ accountId }) => members.has(accountId)) : floor.agents;
  const shown = agents.filter(has);
  const Agents = look === 'list' ? AgentTable : AgentCards;
  const chosen = floor.agents.find(({ accountId }) => accountId === chosenId);

  return (
    <>
      <div className="floor-bar">
        <Segmented<Kind>
          aria-label={TEXT.state}
          value={kind}
          onChange={setKind}
          options={KINDS.map(({ id, name, has: belongs }) => ({
            value: id,
            label: `${name} ${agents.filter(belongs).length}`,
          }))}
        />
        {settings && settings.teams.length > 0 && (
          <Select
            aria-label={TEXT.team}
            value={teamId}
            onChange={setTeamId}
            options={[
              { value: '', label: TEXT.allTeams },
              ...settings.teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Segmented<Look>
          aria-label={TEXT.look}
          value={look}
          onChange={setLook}
          options={[
            { value: 'list', label: TEXT.list },
            { value: 'cards', label: TEXT.cards },
          ]}
        />
        <Waiting floor={floor} control={control} />
      </div>
      <div className="floor-body">
        <div className="panel floor-list">
          {shown.length > 0 ? (
            <Agents agents={shown} colours={settings?.colours ?? null} chosen={chosenId} onChoose={setChosenId} />
          ) : (
            <EmptyState
              text={kind === 'all' ? TEXT.noAgents : TEXT.noneOfKind}
              icon={<TeamOutlined />}
              action={kind !== 'all' && <Button onClick={() => setKind('all')}>{TEXT.showAll}</Button>}
            />
          )}
        </div>
        {chosen ? (
          <AgentPanel key={chosen.accountId} agent={chosen} abilities={floor.abilities} self={self} control={control} />
        ) : (
          <section className="panel floor-panel">
            <EmptyState text={TEXT.choose} icon={<TeamOutlined />} />
          </section>
        )}
      </div>
    </>
  );
}

const WAITING_SHOWN = 4;

/** Who waits longest; whoever controls the hall may take one of them on. */
function Waiting({ floor, control }: { floor: Floor; control: boolean }): ReactNode {
  const now = useHallNow();
  const command = useFloorCommand();
  const { waiting } = floor;
  if (waiting.length === 0) return <span className="muted">{TEXT.nobodyWaits}</span>;
  return (
    <span className="floor-waiting num">
      {TEXT.waiting} <strong>{waiting.length}</strong>
      {waiting.slice(0, WAITING_SHOWN).map(({ callId, number, since }) => (
        <span key={callId} className="floor-waiter">
          {number} {duration(now - msOf(since))}
          {control && (
            <Button
              size="small"
              type="link"
              aria-label={TEXT.pickCaller(number)}
              title={TEXT.pickHint}
              onClick={() => void command({ type: 'pick', callId })}
            >
              {TEXT.pick}
            </Button>
          )}
        </span>
      ))}
    </span>
  );
}
