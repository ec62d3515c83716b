import { Button } from 'antd';
import type { ReactNode } from 'react';
import { KeyHint, useKey } from '../../keys/keys.ts';
import { usePhone } from './phone-store.ts';
import { TEXT } from './text.ts';

/** While the service cannot be asked the page is still a phone: what rings is answered, what is spoken can be ended. */
export function OnlyPhone(): ReactNode {
  const { lines, answer, hangUp } = usePhone();
  const ringing = lines.some(({ state }) => state === 'ringing');
  const talking = lines.some(({ state }) => state === 'talking');
  useKey('answer', () => void answer(null), ringing);
  useKey('hangUp', hangUp, ringing || talking);
  if (lines.length === 0) return null;
  return (
    <>
      {ringing && (
        <Button type="primary" onClick={() => void answer(null)}>
          {TEXT.answer}
          <KeyHint action="answer" />
        </Button>
      )}
      <Button danger onClick={hangUp}>
        {TEXT.hangUp}
        <KeyHint action="hangUp" />
      </Button>
      <span className="ellipsis">{TEXT.onlyPhone}</span>
    </>
  );
}
