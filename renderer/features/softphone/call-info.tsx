import { CloseOutlined, SwapOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { LEG_CAUSE_NAMES, type Leg, type LiveCall } from '../../../shared/domain/call.ts';
import { msOf } from '../../../shared/instant.ts';
import { maskPhone } from '../../../shared/text/mask.ts';
import { duration } from '../../components/times.ts';
import { useNow } from '../../data/clock.ts';
import { KeyHint } from '../../keys/keys.ts';
import { callHindrance, openLeg } from './abilities.ts';
import { CALL_STATE_TEXT, ENDED_BY_TEXT, LEG_STATE_TEXT, TEXT } from './text.ts';
import type { Telephony } from './use-telephony.ts';

/** Who is on the line, in what state and since when. */
export function CallInfo({ telephony }: { telephony: Telephony }): ReactNode {
  const call = telephony.view?.call;
  if (!call) return <span className="call-info" />;
  const lastUnit = call.legs.findLast((leg) => leg.party === 'unit') ?? null;
  // A unit that did not answer stays in sight until the next attempt or the call's end.
  const unit = call.state === 'ended' ? null : lastUnit;
  return (
    <section className="call-info" aria-label="当前通话">
      <CallerChip call={call} />
      {unit && <UnitChip leg={unit} telephony={telephony} />}
      <Supervisors telephony={telephony} />
    </section>
  );
}

/** Who else hears, as far as the operator is to know, and what became of their 求助. */
function Supervisors({ telephony }: { telephony: Telephony }): ReactNode {
  const { supervisors = [], help = null } = telephony.view ?? {};
  const words = [
    ...(help?.taker ? [TEXT.helpTaken(help.taker)] : []),
    ...supervisors.map(({ mode }) => TEXT.supervisors[mode]),
  ];
  if (words.length === 0) return null;
  return <output className="leg-supervisors">{words.join(' · ')}</output>;
}

function CallerChip({ call }: { call: LiveCall }): ReactNode {
  const now = useNow('exchange');
  const ended = call.state === 'ended';
  const since = call.answeredAt ?? call.ringingAt ?? call.queuedAt;
  const until = call.endedAt ? msOf(call.endedAt) : now;
  const leg = openLeg(call, 'caller');
  const heard = call.state !== 'ringing' && leg?.state === 'talking';
  return (
    <div className={`leg leg-caller ${ended ? 'leg-over' : ''} ${heard ? 'leg-heard' : ''}`}>
      <span className="leg-name num">{maskPhone(call.callerNumber)}</span>
      <span className="leg-state">
        {callerState(call, leg)}
        <span className="num"> {duration(until - msOf(since))}</span>
        {call.muted && !ended && <strong className="leg-muted">{TEXT.muted}</strong>}
      </span>
    </div>
  );
}

/** With a unit on the line too, it is the caller's own leg that tells who hears whom. */
function callerState(call: LiveCall, leg: Leg | null): string {
  const rung = call.direction === 'outbound' ? call.legs.findLast(({ party }) => party === 'caller') : undefined;
  if (rung && rung.answeredAt === null) return rung.cause ? LEG_CAUSE_NAMES[rung.cause] : LEG_STATE_TEXT[rung.state];
  if (call.state === 'ended' && rung && call.endedBy === 'caller') return TEXT.calleeHungUp;
  if (call.state === 'ended') return call.endedBy ? ENDED_BY_TEXT[call.endedBy] : CALL_STATE_TEXT.ended;
  if (!leg) return TEXT.callerGone;
  if (call.state === 'consulting') return leg.state === 'held' ? TEXT.callerWaits : CALL_STATE_TEXT.talking;
  return CALL_STATE_TEXT[call.state];
}

function UnitChip({ leg, telephony }: { leg: Leg; telephony: Telephony }): ReactNode {
  const { view, send } = telephony;
  const now = useNow('exchange');
  const over = leg.state === 'left' || leg.state === 'failed';
  const until = leg.endedAt ? msOf(leg.endedAt) : now;
  return (
    <div className={`leg leg-unit leg-${leg.state}`}>
      <div className="leg-texts">
        <span className="leg-name ellipsis" title={`${leg.label} ${leg.number}`}>
          {leg.label || leg.number}
        </span>
        <span className="leg-state">
          {leg.cause ? LEG_CAUSE_NAMES[leg.cause] : LEG_STATE_TEXT[leg.state]}
          <span className="num"> {duration(until - msOf(leg.answeredAt ?? leg.startedAt))}</span>
        </span>
      </div>
      {!over && (
        <>
          <LegButton
            label={TEXT.toggle}
            hindrance={callHindrance(view, 'toggle')}
            icon={<SwapOutlined />}
            hint={<KeyHint action="toggle" />}
            onAct={() => void send({ type: 'toggle' })}
          />
          <LegButton
            label={TEXT.cancelConsult}
            hindrance={callHindrance(view, 'cancelConsult')}
            icon={<CloseOutlined />}
            hint={<KeyHint action="cancelConsult" />}
            onAct={() => void send({ type: 'cancelConsult' })}
          />
        </>
      )}
    </div>
  );
}

interface LegButtonProps {
  readonly label: string;
  readonly hindrance: string | null;
  readonly icon: ReactNode;
  readonly hint: ReactNode;
  readonly onAct: () => void;
}

function LegButton({ label, hindrance, icon, hint, onAct }: LegButtonProps): ReactNode {
  return (
    <Tooltip title={hindrance ? `${label}：${hindrance}` : label} placement="bottom">
      <button
        type="button"
        className="leg-button key-host"
        aria-label={hindrance ? `${label}，${hindrance}` : label}
        aria-disabled={hindrance !== null}
        onClick={hindrance === null ? onAct : undefined}
      >
        {icon}
        {hindrance === null && hint}
      </button>
    </Tooltip>
  );
}
