import {
  AlertOutlined,
  AudioMutedOutlined,
  AudioOutlined,
  PauseCircleOutlined,
  PauseOutlined,
  PhoneOutlined,
  PlayCircleOutlined,
  SwapOutlined,
  TeamOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import { Popover } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { useKey } from '../../keys/keys.ts';
import { callHindrance, livingCall, openLeg, type CallControl } from './abilities.ts';
import { ConsultPanel } from './consult-panel.tsx';
import { ControlButton } from './control-button.tsx';
import { TEXT } from './text.ts';
import { useAnswer } from './use-answer.ts';
import type { Telephony } from './use-telephony.ts';

/** 接听 静音 保持 咨询 三方 转接 挂断. */
export function CallControls({ telephony }: { telephony: Telephony }): ReactNode {
  const { view, send } = telephony;
  const [dialling, setDialling] = useState<'consult' | 'transfer' | null>(null);
  const call = livingCall(view);
  const unitHere = call !== null && openLeg(call, 'unit') !== null;
  const hindrance = (control: CallControl): string | null => callHindrance(view, control);
  const may = (control: CallControl): boolean => hindrance(control) === null;
  // A call that ends, or a consultation that begins, closes the chooser by itself.
  const panel = may('consult') ? dialling : null;

  const answer = useCallback((): void => void send({ type: 'answer' }), [send]);
  const mute = (): void => void send({ type: call?.muted ? 'unmute' : 'mute' });
  const hold = (): void => void send({ type: call?.state === 'held' ? 'retrieve' : 'hold' });
  const hangUp = (): void => void send({ type: 'hangUp' });
  const pauseRecording = (): void =>
    void send({ type: call?.recording === 'paused' ? 'resumeRecording' : 'pauseRecording' });
  const conference = (): void => void send({ type: 'conference' });
  const asked = view?.help ?? null;
  const help = (): void => void send({ type: asked ? 'endHelp' : 'askHelp' });
  const transfer = (): void => {
    if (unitHere) void send({ type: 'completeTransfer' });
    else setDialling('transfer');
  };

  useAnswer(view, answer);
  useKey('mute', mute, may('mute'));
  useKey('hold', hold, may('hold'));
  useKey('hangUp', hangUp, may('hangUp'));
  useKey('consult', () => setDialling('consult'), may('consult'));
  useKey('conference', conference, may('conference'));
  useKey('pauseRecording', pauseRecording, may('pauseRecording'));
  useKey('transfer', transfer, may('transfer'));
  useKey('toggle', () => void send({ type: 'toggle' }), may('toggle'));
  useKey('cancelConsult', () => void send({ type: 'cancelConsult' }), may('cancelConsult'));
  useKey('help', help, may('help'));
  useKey('back', () => setDialling(null), panel !== null);

  return (
    <fieldset className="controls" aria-label="通话">
      <ControlButton
        action="answer"
        label="接听"
        icon={<PhoneOutlined />}
        tone="answer"
        hindrance={hindrance('answer')}
        onAct={answer}
      />
      <ControlButton
        action="mute"
        label={call?.muted ? '取消静音' : '静音'}
        icon={call?.muted ? <AudioMutedOutlined /> : <AudioOutlined />}
        pressed={call?.muted ?? false}
        hindrance={hindrance('mute')}
        onAct={mute}
      />
      <ControlButton
        action="hold"
        label={call?.state === 'held' ? '取回' : '保持'}
        icon={call?.state === 'held' ? <PlayCircleOutlined /> : <PauseOutlined />}
        pressed={call?.state === 'held'}
        hindrance={hindrance('hold')}
        onAct={hold}
      />
      <Popover
        open={panel !== null}
        onOpenChange={(open) => {
          if (!open) setDialling(null);
        }}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={<ConsultPanel purpose={panel ?? 'consult'} telephony={telephony} onDone={() => setDialling(null)} />}
      >
        <span className="control-anchor">
          <ControlButton
            action="consult"
            label="咨询"
            icon={<UserSwitchOutlined />}
            hint="呼叫承办单位，来电人听等待音"
            pressed={panel !== null}
            hindrance={hindrance('consult')}
            onAct={() => setDialling('consult')}
          />
        </span>
      </Popover>
      <ControlButton
        action="conference"
        label="三方"
        icon={<TeamOutlined />}
        hint="来电人、承办单位与本席一起通话"
        pressed={call?.state === 'conference'}
        hindrance={hindrance('conference')}
        onAct={conference}
      />
      <ControlButton
        action="transfer"
        label="转接"
        icon={<SwapOutlined />}
        hint={unitHere ? '来电人与对方继续通话，本席退出' : '转给承办单位，本席退出通话'}
        hindrance={hindrance('transfer')}
        onAct={transfer}
      />
      {call && call.recording !== 'off' && (
        <ControlButton
          action="pauseRecording"
          label={call.recording === 'paused' ? TEXT.recordingPaused : TEXT.recording}
          icon={call.recording === 'paused' ? <PauseCircleOutlined /> : <span className="recording-dot" />}
          hint={call.recording === 'paused' ? TEXT.resumeHint : TEXT.pauseHint}
          pressed={call.recording === 'paused'}
          hindrance={hindrance('pauseRecording')}
          onAct={pauseRecording}
        />
      )}
      <ControlButton
        action="help"
        label={asked ? TEXT.helping : TEXT.help}
        icon={<AlertOutlined />}
        hint={asked ? TEXT.helpEndHint : TEXT.helpHint}
        pressed={asked !== null}
        hindrance={hindrance('help')}
        onAct={help}
      />
      <ControlButton
        action="hangUp"
        label="挂断"
        icon={<PhoneOutlined rotate={225} />}
        tone="hangUp"
        hint={hangUpHint(call?.state ?? null, call?.consultWith === 'unit')}
        hindrance={hindrance('hangUp')}
        onAct={hangUp}
      />
    </fieldset>
  );
}

function hangUpHint(state: string | null, withUnit: boolean): string | undefined {
  if (state === 'ringing') return '不接，转给其他座席';
  return state === 'consulting' && withUnit ? '挂断咨询方，来电人继续保持' : undefined;
}
