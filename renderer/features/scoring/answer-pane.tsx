import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { ScoringDetail } from '../../../shared/contract/scoring.ts';
import { itemsOf } from '../../../shared/domain/scoring/form.ts';
import { msOf } from '../../../shared/instant.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { dueTime } from '../../components/times.ts';
import { useDeed } from '../../data/use-deed.ts';
import { createActDraft, giveDraft } from '../acts/act-draft.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { APPEAL } from './text.ts';

const useAppealDraft = createActDraft('score.appeal', { reasons: z.string(), about: z.array(z.string()) });

/** What an operator does with their score: takes it, or says what is wrong with it. */
export function AnswerPane({ detail, onDone }: { detail: ScoringDetail; onDone: () => void }): ReactNode {
  const { scoring, form, acts } = detail;
  const { id, revision, appealUntil } = scoring;
  const draft = useAppealDraft(id, { reasons: '', about: [] });
  const { reasons, about } = draft.values;
  const [open, setOpen] = useState(false);
  const { busy, failure, act } = useDeed();
  const appealing = open || reasons !== '';
  const ready = reasons.trim().length >= 2;
  const confirm = async (): Promise<void> => {
    if (await act((desk) => desk.scoring.confirm({ id, revision }))) onDone();
  };
  const appeal = async (): Promise<void> => {
    const given = await act((desk) =>
      giveDraft(desk, draft, () => desk.scoring.appeal({ id, revision, reasons: reasons.trim(), about: [...about] })),
    );
    if (given) onDone();
  };
  return (
    <section className="panel scoring-facts" aria-label={APPEAL.appeal}>
      {appealUntil && <p className="muted num">{APPEAL.until(dueTime(msOf(appealUntil)).slice(0, 16))}</p>}
      {appealing && (
        <>
          <label className="scoring-field">
            {APPEAL.about}
            <Select<string[]>
              mode="multiple"
              aria-label={APPEAL.about}
              placeholder={APPEAL.anyItem}
              optionFilterProp="label"
              value={[...about]}
              options={[...itemsOf(form.content), ...form.content.vetoes].map((item) => ({
                value: item.id,
                label: item.name,
              }))}
              onChange={(next) => draft.edit({ about: next })}
            />
          </label>
          <label className="scoring-field">
            {APPEAL.reasons}
            <Input.TextArea
              aria-label={APPEAL.reasons}
              placeholder={APPEAL.reasonsHint}
              rows={4}
              maxLength={1000}
              value={reasons}
              onChange={({ target }) => draft.edit({ reasons: target.value })}
            />
          </label>
        </>
      )}
      <DraftNotes draft={draft} />
      {failure && <FailureNote failure={failure} look="line" />}
      <div className="scoring-buttons">
        {acts.includes('appeal') &&
          (appealing ? (
            <>
              <Button
                onClick={() => {
                  setOpen(false);
                  draft.edit({ reasons: '', about: [] });
                }}
              >
                {APPEAL.cancel}
              </Button>
              <Button type="primary" disabled={!ready} loading={busy} onClick={() => void appeal()}>
                {APPEAL.send}
              </Button>
            </>
          ) : (
            <Button onClick={() => setOpen(true)}>{APPEAL.appeal}</Button>
          ))}
        {acts.includes('confirm') && !appealing && (
          <Button type="primary" title={APPEAL.confirmHint} loading={busy} onClick={() => void confirm()}>
            {APPEAL.confirm}
          </Button>
        )}
      </div>
    </section>
  );
}
