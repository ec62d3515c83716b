import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTelephony } from '../softphone/use-telephony.ts';
import { TEXT } from './text.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** Keys for the menus of whoever is rung. They can be typed as well. */
export function KeyPad(): ReactNode {
  const { send } = useTelephony();
  const [sent, setSent] = useState('');
  const press = (digit: string): void => {
    setSent((before) => (before + digit).slice(-20));
    void send({ type: 'dtmf', digits: digit });
  };
  const type = (event: KeyboardEvent<HTMLDivElement>): void => {
    const digit = KEYS.find((key) => key === event.key);
    if (digit === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    press(digit);
  };
  return (
    <div className="key-pad" role="toolbar" aria-label={TEXT.pad} onKeyDown={type} tabIndex={-1} ref={focusPad}>
      <output className="key-pad-sent num" aria-label={TEXT.sent}>
        {sent === '' ? <span className="faint">{TEXT.padHint}</span> : sent}
      </output>
      {KEYS.map((key) => (
        <button key={key} type="button" className="key-pad-key num" onClick={() => press(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}

function focusPad(pad: HTMLDivElement | null): void {
  pad?.focus();
}
