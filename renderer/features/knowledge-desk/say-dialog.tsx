import { useState, type ReactNode } from 'react';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { KnowledgeCommand } from '../../../shared/domain/knowledge/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useRules } from '../../data/rules.ts';
import { PickField, TextField } from '../acts/fields.tsx';
import { TEXT } from './text.ts';
import type { DeskCommand } from './use-desk-command.ts';

/** Something said about an article in one sentence. */
export interface Saying {
  readonly what: 'check' | 'expire' | 'archive' | 'restore' | 'supervise' | 'approve' | 'giveBack';
  readonly articleId: ArticleId;
  readonly title: string;
  /** The manuscript's version as it is seen, where that counts. */
  readonly seen?: number;
}

export interface SayDialogProps {
  readonly saying: Saying;
  readonly command: DeskCommand;
  readonly onClose: () => void;
}

/** A sentence and a button. */
export function SayDialog(props: SayDialogProps): ReactNode {
  const { saying, onClose } = props;
  return (
    <Dialog title={`${TEXT[saying.what]}：${saying.title}`} width={520} onClose={onClose}>
      <Sheet {...props} />
    </Dialog>
  );
}

const LABELS: Readonly<Record<Saying['what'], string>> = {
  check: TEXT.checkNote,
  expire: TEXT.reason,
  archive: TEXT.reason,
  restore: TEXT.reason,
  supervise: TEXT.superviseText,
  approve: TEXT.opinion,
  giveBack: TEXT.opinion,
};

function Sheet({ saying, command, onClose }: SayDialogProps): ReactNode {
  const { what } = saying;
  const pack = useRules()?.pack;
  const forms = (pack?.supervision?.forms ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const [text, setText] = useState<string>(what === 'supervise' ? TEXT.superviseDefault : '');
  const [form, setForm] = useState<string | null>(forms[0]?.value ?? null);
  const needed = what !== 'check' && what !== 'approve';
  const sheet = useSubmit({
    ready: (!needed || text.trim() !== '') && (what !== 'supervise' || form !== null),
    run: async () => {
      if (await command.say(commandOf(saying, text.trim(), form ?? ''))) onClose();
    },
  });
  return (
    <DialogForm label={TEXT[what]} form={sheet} failure={command.failure} onClose={onClose}>
      {what === 'supervise' && (
        <PickField
          label={TEXT.superviseForm}
          required
          value={form}
          options={forms}
          placeholder={TEXT.superviseForm}
          error={sheet.tried && !form ? TEXT.missing : undefined}
          onChange={setForm}
        />
      )}
      <TextField
        label={LABELS[what]}
        required={needed}
        max={500}
        value={text}
        error={sheet.tried && needed && text.trim() === '' ? TEXT.missing : undefined}
        onChange={setText}
      />
    </DialogForm>
  );
}

function commandOf({ what, articleId, seen = 0 }: Saying, text: string, form: string): KnowledgeCommand {
  switch (what) {
    case 'check':
      return { type: 'article.check', payload: { articleId, opinion: text } };
    case 'expire':
      return { type: 'article.expire', payload: { articleId, reason: text } };
    case 'archive':
      return { type: 'article.archive', payload: { articleId, reason: text } };
    case 'restore':
      return { type: 'article.restore', payload: { articleId, reason: text } };
    case 'supervise':
      return { type: 'article.supervise', payload: { articleId, form, text } };
    case 'approve':
    case 'giveBack':
      return { type: 'article.review', payload: { articleId, seen, approve: what === 'approve', opinion: text } };
  }
}
