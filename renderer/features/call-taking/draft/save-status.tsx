import { CheckCircleOutlined, ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { describeFailure } from '../../../../shared/failure.ts';
import { msOf } from '../../../../shared/instant.ts';
import { clockTimeSeconds } from '../../../components/times.ts';
import type { DraftEntry } from '../model/draft-state.ts';
import { isDirty } from '../model/draft-state.ts';
import { DRAFT } from '../text.ts';

/** 已存本机 10:42:07: said only after the station has answered. A failed save says so and that it goes on trying. */
export function SaveStatus({ entry }: { entry: DraftEntry }): ReactNode {
  const { saveFailure, saving, savedAt } = entry;
  if (saveFailure) {
    const { sentence, next } = describeFailure(saveFailure);
    return (
      <span className="ct-save ct-save-failed" role="alert" title={`${sentence}${next}`}>
        <ExclamationCircleFilled aria-hidden /> {DRAFT.saveFailed(sentence.replace(/。$/, ''))}
      </span>
    );
  }
  if (isDirty(entry) || saving || !savedAt) {
    return (
      <output className="ct-save">
        <LoadingOutlined aria-hidden /> {DRAFT.saving}
      </output>
    );
  }
  return (
    <output className="ct-save num">
      <CheckCircleOutlined aria-hidden /> {DRAFT.savedAt(clockTimeSeconds(msOf(savedAt)))}
    </output>
  );
}
