import { BlockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import { clockTime } from '../../components/times.ts';
import type { Draft } from './act-draft.ts';
import { TEXT } from './text.ts';

/** The same form was written in two windows: both texts are there, and the person says which one goes on. */
export function OtherWindow<V>({ draft }: { draft: Draft<V> }): ReactNode {
  const { other, takeOther, keepOwn } = draft;
  if (!other) return null;
  return (
    <div className="act-other-window" role="alert">
      <p>
        <BlockOutlined aria-hidden /> {TEXT.otherWindow(clockTime(msOf(other.savedAt)))}
      </p>
      <blockquote>{wordsOf(other.form)}</blockquote>
      <div className="act-buttons">
        <Button size="small" onClick={takeOther}>
          {TEXT.takeOther}
        </Button>
        <Button size="small" onClick={keepOwn}>
          {TEXT.keepOwn}
        </Button>
      </div>
    </div>
  );
}

/** What a person would know it by: the words, without the choices. Ids and codes are none. */
function wordsOf(form: Readonly<Record<string, unknown>>): string {
  return Object.values(form)
    .filter((value): value is string => typeof value === 'string' && /\p{Script=Han}/u.test(value))
    .join('；');
}
