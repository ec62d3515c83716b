import { Input, Segmented, Select, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { deviceSchema, type PhoneSettings } from '../../../shared/domain/phone.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useTelephony } from '../softphone/use-telephony.ts';
import { HeadsetChoice } from './headset-choice.tsx';
import { LevelMeter } from './level-meter.tsx';
import { useSoundDevices, type SoundDevice } from './sound-devices.ts';
import { TEXT } from './text.ts';
import './phone.css';

/** 话机与耳麦: of this desk, whoever sits at it; kept at once. */
export function PhoneSettingsForm(): ReactNode {
  const desk = useDesk();
  const { view, send } = useTelephony();
  const { data, failure, refresh } = useDeskQuery({
    key: ['phone'],
    tables: ['settings'],
    run: ({ phone }) => phone.settings(),
  });
  if (failure) return <FailureNote look="line" failure={failure} onRetry={refresh} />;
  if (!data) return <span className="skeleton" style={{ width: '70%' }} />;

  const change = async (part: Partial<PhoneSettings>): Promise<void> => {
    try {
      await desk.phone.set({ ...data, ...part });
      // Whoever is signed in already speaks through the other phone from the next call on.
      if (part.device && view && view.agent.state !== 'signedOut') await send({ type: 'signIn' });
    } catch (error) {
      useLive.getState().notify(failureOf(error));
    }
  };
  return (
    <div className="phone-rows">
      <DeviceRow settings={data} onChange={(device) => void change({ device })} />
      <SoundRows settings={data} onChange={(part) => void change(part)} />
    </div>
  );
}

interface RowsProps {
  readonly settings: PhoneSettings;
  readonly onChange: (part: Partial<PhoneSettings>) => void;
}

function DeviceRow({
  settings,
  onChange,
}: {
  settings: PhoneSettings;
  onChange: (device: PhoneSettings['device']) => void;
}): ReactNode {
  const words = TEXT.settings;
  const [kind, setKind] = useState(settings.device.kind);
  const [extension, setExtension] = useState(settings.device.kind === 'desk' ? settings.device.extension : '');
  const typed = deviceSchema.safeParse({ kind: 'desk', extension });
  return (
    <>
      <Row label={words.device} help={words.deviceHelp}>
        <Segmented<PhoneSettings['device']['kind']>
          aria-label={words.device}
          value={kind}
          onChange={(next) => {
            setKind(next);
            if (next === 'page') onChange({ kind: 'page' });
            else if (typed.success) onChange(typed.data);
          }}
          options={[
            { value: 'page', label: words.page },
            { value: 'desk', label: words.desk },
          ]}
        />
      </Row>
      {kind === 'desk' && (
        <Row
          label={words.extension}
          help={extension === '' || typed.success ? words.extensionHelp : words.extensionBad}
        >
          <Input
            aria-label={words.extension}
            className="num"
            inputMode="numeric"
            maxLength={10}
            status={extension === '' || typed.success ? '' : 'error'}
            value={extension}
            onChange={(event) => setExtension(event.target.value.trim())}
            onBlur={() => typed.success && onChange(typed.data)}
            onPressEnter={() => typed.success && onChange(typed.data)}
          />
        </Row>
      )}
    </>
  );
}

function SoundRows({ settings, onChange }: RowsProps): ReactNode {
  const words = TEXT.settings;
  const { microphones, speakers, readAgain } = useSoundDevices();
  const page = settings.device.kind === 'page';
  const switches = [
    ['echoCancellation', words.echo],
    ['noiseSuppression', words.noise],
    ['autoGain', words.gain],
  ] as const;
  return (
    <>
      {page && (
        <>
          <Row label={words.microphone} help={words.levelHelp}>
            <Devices
              label={words.microphone}
              devices={microphones}
              value={settings.microphone}
              onChange={(microphone) => onChange({ microphone })}
            />
          </Row>
          <div className="settings-control">
            <LevelMeter settings={settings} onHeard={readAgain} />
          </div>
          <Row label={words.speaker}>
            <Devices
              label={words.speaker}
              devices={speakers}
              value={settings.speaker}
              onChange={(speaker) => onChange({ speaker })}
            />
          </Row>
        </>
      )}
      <Row label={words.ring} help={words.ringHelp}>
        <Devices label={words.ring} devices={speakers} value={settings.ring} onChange={(ring) => onChange({ ring })} />
      </Row>
      {page &&
        switches.map(([name, label]) => (
          <Row key={name} label={label}>
            <Switch aria-label={label} checked={settings[name]} onChange={(on) => onChange({ [name]: on })} />
          </Row>
        ))}
      <Row label={words.button} help={words.buttonHelp}>
        <HeadsetChoice />
      </Row>
    </>
  );
}

interface DevicesProps {
  readonly label: string;
  readonly devices: readonly SoundDevice[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

const DEFAULT = 'system';

/** One that is chosen and not plugged in stays chosen: it is used again when it is back. */
function Devices({ label, devices, value, onChange }: DevicesProps): ReactNode {
  const known = value === null || devices.some(({ id }) => id === value);
  return (
    <Select<string>
      className="phone-select"
      aria-label={label}
      value={value ?? DEFAULT}
      onChange={(id) => onChange(id === DEFAULT ? null : id)}
      options={[
        { value: DEFAULT, label: TEXT.settings.systemDefault },
        ...devices.map(({ id, name }) => ({ value: id, label: name })),
        ...(known ? [] : [{ value, label: TEXT.settings.unplugged }]),
      ]}
    />
  );
}

interface RowProps {
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}

function Row({ label, help, children }: RowProps): ReactNode {
  return (
    <div className="settings-row">
      <div>
        <p>{label}</p>
        {help && <p className="faint settings-help">{help}</p>}
      </div>
      <div className="settings-control">{children}</div>
    </div>
  );
}
