import {
  CaretDownFilled,
  CheckCircleFilled,
  CoffeeOutlined,
  EditOutlined,
  MinusCircleFilled,
  PhoneFilled,
  PoweroffOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Dropdown, type MenuProps } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  AGENT_STATE_NAMES,
  REST_REASON_NAMES,
  restReasonSchema,
  type AgentState,
  type TelephonyView,
} from '../../../shared/domain/call.ts';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { useNow } from '../../data/clock.ts';
import { KeyHint, useChord, useKey, useTip, type KeyAction } from '../../keys/keys.ts';
import { agentHindrance } from './abilities.ts';
import { TEXT, WHY } from './text.ts';
import type { Telephony } from './use-telephony.ts';

const ICONS: Readonly<Record<AgentState, ReactNode>> = {
  signedOut: <PoweroffOutlined aria-hidden />,
  ready: <CheckCircleFilled aria-hidden />,
  busy: <MinusCircleFilled aria-hidden />,
  rest: <CoffeeOutlined aria-hidden />,
  ringing: <PhoneFilled aria-hidden />,
  talking: <PhoneFilled aria-hidden />,
  wrapUp: <EditOutlined aria-hidden />,
};

/** The opened menu takes the focus, so that arrows and Enter choose. */
const BY_KEYBOARD = { autoFocus: true } as const;

/** The state with its timer, and the menu to change it. */
export function AgentStateMenu({ telephony }: { telephony: Telephony }): ReactNode {
  const { view, send } = telephony;
  const [open, setOpen] = useState(false);
  const { items, act } = useMenu(telephony);
  const signInTip = useTip('agentSignIn', TEXT.signInHint);
  const menuTip = useTip('rest', TEXT.stateMenu);
  useKey('rest', () => setOpen(true), agentHindrance(view, 'rest') === null);
  useKey('back', () => setOpen(false), open);

  if (!view) {
    return (
      <span className="agent-state agent-state-unknown">
        <WarningFilled aria-hidden />
        <span>{TEXT.exchangeDown}</span>
      </span>
    );
  }
  const { state } = view.agent;
  if (state === 'signedOut') {
    return (
      <button
        type="button"
        className="agent-state agent-state-signedOut agent-state-sign-in key-host"
        onClick={() => void send({ type: 'signIn' })}
        title={signInTip}
      >
        <PoweroffOutlined aria-hidden />
        <span>签入</span>
        <KeyHint action="agentSignIn" />
      </button>
    );
  }
  const locked = state === 'ringing' || state === 'talking';
  return (
    <Dropdown
      trigger={['click']}
      open={open && !locked}
      onOpenChange={setOpen}
      {...BY_KEYBOARD}
      menu={{ items, onClick: ({ key }) => act(key) }}
      disabled={locked}
    >
      <button
        type="button"
        className={`agent-state agent-state-${state} key-host`}
        aria-haspopup="menu"
        aria-label={`${TEXT.stateMenu}，当前${AGENT_STATE_NAMES[state]}`}
        title={locked ? WHY.inCall : menuTip}
        disabled={locked}
      >
        {ICONS[state]}
        <span className="agent-state-name">
          {AGENT_STATE_NAMES[state]}
          {view.agent.restReason && ` · ${REST_REASON_NAMES[view.agent.restReason]}`}
        </span>
        <StateTimer agent={view.agent} />
        {!locked && <CaretDownFilled className="agent-state-caret" aria-hidden />}
        {!locked && <KeyHint action={state === 'ready' ? 'busy' : 'ready'} />}
      </button>
    </Dropdown>
  );
}

/** Counts up from the state's beginning, in 话后整理 down to its end, by the exchange's clock. */
function StateTimer({ agent }: { agent: TelephonyView['agent'] }): ReactNode {
  const now = useNow('exchange');
  if (agent.wrapUpEndsAt) {
    const left = msOf(agent.wrapUpEndsAt) - now;
    return (
      <span className={`num agent-state-timer ${left < 10_000 ? 'agent-state-soon' : ''}`} role="timer">
        余 {duration(left)}
      </span>
    );
  }
  return (
    <span className="num agent-state-timer" role="timer">
      {duration(now - msOf(agent.since))}
    </span>
  );
}

function Entry({ label, action }: { label: string; action?: KeyAction }): ReactNode {
  return (
    <span className="menu-entry">
      {label}
      {action && <EntryChord action={action} />}
    </span>
  );
}

function EntryChord({ action }: { action: KeyAction }): ReactNode {
  return <kbd className="key-cap">{useChord(action)}</kbd>;
}

const EXTENSIONS = [60, 180, 300] as const;

function useMenu({ view, send }: Telephony): { items: NonNullable<MenuProps['items']>; act: (key: string) => void } {
  const wrapUp = view?.agent.state === 'wrapUp';
  const off = (control: 'ready' | 'busy' | 'rest' | 'signOut'): boolean => agentHindrance(view, control) !== null;
  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'ready',
      icon: ICONS.ready,
      label: <Entry label={wrapUp ? '结束整理，示闲' : '示闲'} action="ready" />,
      disabled: off('ready'),
    },
    { key: 'busy', icon: ICONS.busy, label: <Entry label="示忙" action="busy" />, disabled: off('busy') },
    ...(wrapUp
      ? EXTENSIONS.map((seconds) => ({
          key: `extend-${seconds}`,
          icon: ICONS.wrapUp,
          label:
            seconds === 60 ? (
              <Entry label="延长整理 1 分钟" action="extendWrapUp" />
            ) : (
              <Entry label={`延长整理 ${seconds / 60} 分钟`} />
            ),
        }))
      : []),
    {
      type: 'group',
      key: 'rest',
      label: '小休',
      children: restReasonSchema.options.map((reason) => ({
        key: `rest-${reason}`,
        icon: ICONS.rest,
        label: REST_REASON_NAMES[reason],
        disabled: view?.agent.state === 'rest' && view.agent.restReason === reason,
      })),
    },
    { type: 'divider' },
    {
      key: 'signOut',
      icon: ICONS.signedOut,
      label: <Entry label="签出" action="agentSignOut" />,
      disabled: off('signOut'),
    },
  ];
  const act = (key: string): void => {
    const rest = restReasonSchema.safeParse(key.replace('rest-', ''));
    if (rest.success) void send({ type: 'rest', reason: rest.data });
    else if (key.startsWith('extend-')) void send({ type: 'extendWrapUp', seconds: Number(key.slice(7)) });
    else if (key === 'ready') void send({ type: wrapUp ? 'endWrapUp' : 'ready' });
    else if (key === 'busy' || key === 'signOut') void send({ type: key });
  };
  return { items, act };
}
