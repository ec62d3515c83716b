import { BlockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { clockTime } from '../../components/times.ts';
import type { Draft } from './act-draft.ts';
import { OtherText } from './other-text.tsx';
import { TEXT } from './text.ts';

type Noted = Pick<Draft<unknown>, 'failure' | 'other' | 'takeOther' | 'keepOwn'>;

/** What a person has to know of the form they are writing: that the desk has not kept it, that another window has another text. */
export function DraftNotes({ draft }: { draft: Noted }): ReactNode {
  const { failure, other } = draft;
  return (
    <>
      {failure && <FailureNote look="line" failure={failure} />}
      {other && (
        <OtherText
          icon={<BlockOutlined aria-hidden />}
          says={TEXT.otherWindow(clockTime(msOf(other.savedAt)))}
          words={wordsOf(other.form)}
          take={TEXT.takeOther}
          onTake={draft.takeOther}
          keep={TEXT.keepOwn}
          onKeep={draft.keepOwn}
        />
      )}
    </>
  );
}

/** What a person would know it by: the words, without the choices. Ids and codes are none. */
function wordsOf(form: Readonly<Record<string, unknown>>): string {
  return Object.values(form)
    .filter((value): value is string => typeof value === 'string' && /\p{Script=Han}/u.test(value))
    .join('；');
}
