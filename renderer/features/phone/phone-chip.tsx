import { AudioMutedOutlined, CustomerServiceOutlined, DisconnectOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { useKey } from '../../keys/keys.ts';
import { livingCall } from '../softphone/abilities.ts';
import { useTelephony } from '../softphone/use-telephony.ts';
import { KeyPad } from './key-pad.tsx';
import { usePhone } from './phone-store.ts';
import type { Quality } from './quality.ts';
import { GRADE_TEXT, STATE_TEXT, TEXT } from './text.ts';
import './phone.css';

const ICONS = {
  starting: <LoadingOutlined aria-hidden />,
  ready: <CustomerServiceOutlined aria-hidden />,
  lost: <DisconnectOutlined aria-hidden />,
  noMicrophone: <AudioMutedOutlined aria-hidden />,
  reload: <DisconnectOutlined aria-hidden />,
  elsewhere: <CustomerServiceOutlined aria-hidden />,
} as const;

const DESK_PHONE_GONE = { name: TEXT.deskPhoneGone, hint: TEXT.deskPhoneGoneHint };

/** How this desk's phone is, and during a call how it is heard; with the keys for whoever asks to press one. */
export function PhoneChip(): ReactNode {
  const { state, quality } = usePhone();
  const { view } = useTelephony();
  const [open, setOpen] = useState(false);
  const call = livingCall(view);
  const talking = call !== null && call.answeredAt !== null;
  useKey('keyPad', () => setOpen(true), talking);
  useKey('back', () => setOpen(false), open);
  // A page knows by itself how it is; of a desk phone only the exchange does.
  const gone = state === 'off' && view?.phone === 'offline';
  if (state === 'off' && !talking && !gone) return null;
  const facts = gone ? DESK_PHONE_GONE : state === 'off' ? null : STATE_TEXT[state];
  const grade = talking && quality ? quality.grade : null;
  const label = grade && state === 'ready' ? GRADE_TEXT[grade] : (facts?.name ?? TEXT.pad);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        <section className="phone-panel" aria-label={TEXT.chip}>
          {facts && <p className="muted">{facts.hint}</p>}
          {state === 'elsewhere' && (
            <Button type="primary" onClick={() => usePhone.getState().takeHere()}>
              {TEXT.takeHere}
            </Button>
          )}
          {state === 'reload' && <Button onClick={() => window.location.reload()}>{TEXT.reload}</Button>}
          {talking && quality && <QualityFacts quality={quality} />}
          {talking && <KeyPad />}
        </section>
      }
    >
      <button
        type="button"
        className={`bar-button phone-chip phone-chip-${gone ? 'lost' : (grade ?? state)}`}
        aria-label={`${TEXT.chip}，${label}`}
        title={label}
      >
        {gone ? ICONS.lost : state === 'off' ? <CustomerServiceOutlined aria-hidden /> : ICONS[state]}
        {(gone || (state !== 'ready' && state !== 'off') || (grade !== null && grade !== 'good')) && label}
      </button>
    </Popover>
  );
}

function QualityFacts({ quality }: { quality: Quality }): ReactNode {
  const { lossPercent, jitterMs, delayMs } = quality;
  const lines = [
    [TEXT.loss, `${lossPercent.toFixed(1)}%`],
    [TEXT.jitter, `${jitterMs.toFixed(0)} 毫秒`],
    [TEXT.delay, delayMs === null ? TEXT.unknown : `${delayMs.toFixed(0)} 毫秒`],
  ] as const;
  return (
    <dl className="phone-quality num">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
