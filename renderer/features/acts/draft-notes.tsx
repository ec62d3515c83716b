import { BlockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Writing } from '../../../shared/domain/writing.ts';
import { msOf } from '../../../shared/instant.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { clockTime } from '../../components/times.ts';
import type { Draft } from './act-draft.ts';
import { TEXT } from './text.ts';

type Noted = Pick<Draft<unknown>, 'failure' | 'other' | 'takeOther' | 'keepOwn'>;

/** What a person has to know of the form they are writing: that the desk has not kept it, that another window has another text. */
export function DraftNotes({ draft }: { draft: Noted }): ReactNode {
  const { failure, other } = draft;
  return (
    <>
      {failure && <FailureNote look="line" failure={failure} />}
      {other && <OtherWindow other={other} draft={draft} />}
    </>
  );
}

/** The same form was written in two windows: both texts are there, and the person says which one goes on. */
function OtherWindow({ other, draft }: { other: Writing; draft: Noted }): ReactNode {
  return (
    <div className="act-other-window" role="alert">
      <p>
        <BlockOutlined aria-hidden /> {TEXT.otherWindow(clockTime(msOf(other.savedAt)))}
      </p>
      <blockquote>{wordsOf(other.form)}</blockquote>
      <div className="act-buttons">
        <Button size="small" onClick={draft.takeOther}>
          {TEXT.takeOther}
        </Button>
        <Button size="small" onClick={draft.keepOwn}>
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
