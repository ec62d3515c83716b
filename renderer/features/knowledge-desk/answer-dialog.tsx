import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import type { ArticleRef } from '../../../shared/domain/article.ts';
import type { ArticleId, UnitId } from '../../../shared/domain/ids.ts';
import {
  FEEDBACK_OUTCOME_NAMES,
  feedbackOutcomeSchema,
  type FeedbackOutcome,
} from '../../../shared/domain/knowledge/feedback.ts';
import { CLEARABLE } from '../../components/clearable.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { ChoiceField, Field, TextField } from '../acts/fields.tsx';
import { UnitField } from '../acts/unit-field.tsx';
import { NO_FILTERS } from '../knowledge/knowledge-filters.tsx';
import { useKnowledge } from '../knowledge/use-knowledge.ts';
import { TEXT } from './text.ts';
import type { DeskCommand } from './use-desk-command.ts';

export interface Answering {
  readonly what: 'assign' | 'settle';
  readonly row: FeedbackRow;
}

export interface AnswerDialogProps {
  readonly answering: Answering;
  /** An editor gives it to any unit; a unit only gives it back. */
  readonly mayChoose: boolean;
  readonly command: DeskCommand;
  readonly onClose: () => void;
}

/** 转交 or 答复 of what was reported. */
export function AnswerDialog(props: AnswerDialogProps): ReactNode {
  const { answering, mayChoose, onClose } = props;
  const title = answering.what === 'settle' ? TEXT.settle : mayChoose ? TEXT.assign : TEXT.backToCentre;
  return (
    <Dialog title={title} width={560} onClose={onClose}>
      {answering.what === 'settle' ? <Settle {...props} /> : <Assign {...props} />}
    </Dialog>
  );
}

function Assign({ answering: { row }, mayChoose, command, onClose }: AnswerDialogProps): ReactNode {
  const [unitId, setUnitId] = useState<UnitId | null>(mayChoose ? row.unitId : null);
  const [note, setNote] = useState('');
  const form = useSubmit({
    ready: true,
    run: async () => {
      if (await command.say({ type: 'feedback.assign', payload: { unitId, note } }, row.id)) onClose();
    },
  });
  const label = mayChoose ? TEXT.assign : TEXT.backToCentre;
  return (
    <DialogForm label={label} form={form} failure={command.failure} onClose={onClose}>
      {mayChoose && (
        <UnitField
          label={TEXT.assignTo}
          aside={unitId === null ? TEXT.noUnitIsCentre : undefined}
          value={unitId}
          error={undefined}
          onChange={setUnitId}
        />
      )}
      <TextField label={TEXT.assignNote} rows={2} max={300} value={note} error={undefined} onChange={setNote} />
    </DialogForm>
  );
}

const OUTCOMES = feedbackOutcomeSchema.options.map((value) => ({ value, label: FEEDBACK_OUTCOME_NAMES[value] }));

function Settle({ answering: { row }, command, onClose }: AnswerDialogProps): ReactNode {
  const [outcome, setOutcome] = useState<FeedbackOutcome | null>(null);
  const [reply, setReply] = useState('');
  const [article, setArticle] = useState<ArticleRef | null>(row.article);
  const form = useSubmit({
    ready: outcome !== null && reply.trim() !== '',
    run: async () => {
      if (!outcome) return;
      if (await command.say({ type: 'feedback.settle', payload: { outcome, reply, article } }, row.id)) onClose();
    },
  });
  return (
    <DialogForm label={TEXT.settle} form={form} failure={command.failure} onClose={onClose}>
      <ChoiceField
        label={TEXT.outcome}
        required
        value={outcome}
        options={OUTCOMES}
        error={form.tried && !outcome ? TEXT.missing : undefined}
        onChange={setOutcome}
      />
      <TextField
        label={TEXT.reply}
        required
        max={500}
        value={reply}
        error={form.tried && reply.trim() === '' ? TEXT.missing : undefined}
        onChange={setReply}
      />
      <ArticleField value={article} onChange={setArticle} />
    </DialogForm>
  );
}

/** An article, found as operators find it. */
function ArticleField({
  value,
  onChange,
}: {
  value: ArticleRef | null;
  onChange: (ref: ArticleRef | null) => void;
}): ReactNode {
  const [query, setQuery] = useState('');
  const { hits } = useKnowledge({ query, filters: NO_FILTERS, limit: 10 });
  const found = hits.map(({ articleId, version, title }) => ({ articleId, version, title }));
  const offered = value && !found.some(({ articleId }) => articleId === value.articleId) ? [value, ...found] : found;
  return (
    <Field label={TEXT.replyArticle} error={undefined}>
      {(control) => (
        <Select<ArticleId>
          {...control}
          className="act-wide"
          allowClear={CLEARABLE}
          placeholder={TEXT.noArticle}
          value={value?.articleId ?? null}
          showSearch={{ filterOption: false, onSearch: setQuery }}
          options={offered.map(({ articleId, title }) => ({ value: articleId, label: title }))}
          onChange={(id: ArticleId | undefined) => onChange(offered.find(({ articleId }) => articleId === id) ?? null)}
        />
      )}
    </Field>
  );
}
