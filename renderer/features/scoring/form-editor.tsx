import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { formContentSchema, type FormContent, type ScoringForm } from '../../../shared/domain/scoring/form.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useKey } from '../../keys/keys.ts';
import { createActDraft, giveDraft } from '../acts/act-draft.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { Amount } from './amount.tsx';
import { objectionIn } from './model/objection.ts';
import { newItem, newSection, SectionFields, VetoFields } from './section-fields.tsx';
import { FORMS } from './plans-text.ts';

const words = { id: z.string(), name: z.string(), guide: z.string() };
/** As it is being written: names with blanks at their ends, weights that do not add up yet. */
const useFormDraft = createActDraft('score.form', {
  content: z.object({
    name: z.string(),
    sections: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        weight: z.number(),
        items: z.array(z.object({ ...words, points: z.number() })),
      }),
    ),
    vetoes: z.array(z.object(words)),
    vetoCap: z.number(),
    passMark: z.number(),
    appealDays: z.number(),
  }),
});

export interface FormEditorProps {
  /** The form's newest version; null: a new form. */
  readonly newest: ScoringForm | null;
  readonly onClose: () => void;
  readonly onSaved: (saved: ScoringForm) => void;
}

/** A form as its keepers write it; saved as a draft, which counts from when it is put into use. */
export function FormEditor({ newest, onClose, onSaved }: FormEditorProps): ReactNode {
  const draft = useFormDraft(newest?.formId ?? 'new', { content: newest?.content ?? newForm() });
  const { content } = draft.values;
  const [tried, setTried] = useState(false);
  const { busy, failure, act, clear } = useDeed();
  const objection = objectionIn(formContentSchema, content);
  const weights = content.sections.reduce((sum, { weight }) => sum + weight, 0);
  const edit = (part: Partial<FormContent>): void => {
    clear();
    draft.edit({ content: { ...content, ...part } });
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (objection !== null) return;
    const base = newest && { formId: newest.formId, version: newest.version, revision: newest.revision };
    await act((desk) =>
      giveDraft(desk, draft, async () =>
        onSaved(await desk.scoring.saveForm({ base, content: formContentSchema.parse(content) })),
      ),
    );
  };
  const leave = (): Promise<boolean> => act((desk) => giveDraft(desk, draft, () => Promise.resolve(onClose())));
  useKey('primary', () => void save());
  return (
    <section className="panel scoring-facts scoring-keep" aria-label={newest?.content.name ?? FORMS.create}>
      <label className="scoring-field">
        {FORMS.name}
        <Input
          aria-label={FORMS.name}
          maxLength={40}
          value={content.name}
          status={tried && content.name.trim() === '' ? 'error' : ''}
          onChange={({ target }) => edit({ name: target.value })}
        />
      </label>
      <div className="scoring-amounts">
        <Amount
          label={FORMS.passMark}
          value={content.passMark}
          least={1}
          most={100}
          onChange={(passMark) => edit({ passMark })}
        />
        <Amount
          label={FORMS.vetoCap}
          value={content.vetoCap}
          least={0}
          most={100}
          onChange={(vetoCap) => edit({ vetoCap })}
        />
        <Amount
          label={FORMS.appealDays}
          value={content.appealDays}
          least={1}
          most={30}
          onChange={(appealDays) => edit({ appealDays })}
        />
      </div>
      {content.sections.map((section, at) => (
        <SectionFields
          key={section.id}
          at={at + 1}
          section={section}
          removable={content.sections.length > 1}
          onChange={(next) =>
            edit({
              sections:
                next === null
                  ? content.sections.filter(({ id }) => id !== section.id)
                  : content.sections.map((one) => (one.id === section.id ? next : one)),
            })
          }
        />
      ))}
      <div className="scoring-buttons">
        <span className={weights === 100 ? 'faint num' : 'scoring-missing num'}>{FORMS.weights(weights)}</span>
        <Button onClick={() => edit({ sections: [...content.sections, newSection(Math.max(1, 100 - weights))] })}>
          {FORMS.addSection}
        </Button>
      </div>
      <VetoFields vetoes={content.vetoes} onChange={(vetoes) => edit({ vetoes })} />
      <footer className="scoring-editor-foot">
        <DraftNotes draft={draft} />
        {failure && <FailureNote failure={failure} look="line" />}
        {tried && objection !== null && <p className="scoring-missing">{`${FORMS.unfinished}${objection}`}</p>}
        <div className="scoring-buttons">
          <Button onClick={() => void leave()}>{FORMS.cancel}</Button>
          <PrimaryButton loading={busy} onClick={() => void save()}>
            {FORMS.save}
          </PrimaryButton>
        </div>
      </footer>
    </section>
  );
}

function newForm(): FormContent {
  return {
    name: '',
    sections: [{ ...newSection(100), items: [newItem()] }],
    vetoes: [],
    vetoCap: 0,
    passMark: 80,
    appealDays: 3,
  };
}
