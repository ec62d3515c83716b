import { ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { describeFailure } from '../../../../shared/failure.ts';
import type { DraftEntry } from '../model/draft-state.ts';
import { isDirty } from '../model/draft-state.ts';
import { DRAFT } from '../text.ts';

/** What the lowest line of the window cannot say: this draft is being saved, or could not be and is tried again. */
export function SaveStatus({ entry }: { entry: DraftEntry }): ReactNode {
  const { saveFailure, saving } = entry;
  if (saveFailure) {
    const { sentence, next } = describeFailure(saveFailure);
    return (
      <span className="ct-save ct-save-failed" role="alert" title={`${sentence}${next}`}>
        <ExclamationCircleFilled aria-hidden /> {DRAFT.saveFailed(sentence.replace(/。$/, ''))}
      </span>
    );
  }
  if (!isDirty(entry) && !saving) return null;
  return (
    <output className="ct-save">
      <LoadingOutlined aria-hidden /> {DRAFT.saving}
    </output>
  );
}
