import { useState, type ReactNode } from 'react';
import { ARTICLE_KIND_NAMES, articleSchema } from '../../../shared/domain/article.ts';
import type { KnowledgeSettings } from '../../../shared/domain/knowledge/settings.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { DaysField } from '../acts/fields.tsx';
import { TEXT } from './text.ts';

/** 核对周期: how often articles of each kind are checked again, and how soon reports are answered. */
export function PeriodDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { data, failure } = useDeskQuery({
    key: ['knowledgeSettings'],
    tables: ['centre'],
    run: (desk) => desk.knowledgeDesk.settings(),
  });
  return (
    <Dialog title={TEXT.period} width={480} onClose={onClose}>
      {failure && <FailureNote failure={failure} />}
      {data ? <Sheet settings={data} onClose={onClose} /> : <TextSkeleton rows={5} />}
    </Dialog>
  );
}

const MONTHS = '个月';
const DAYS = '个工作日';

function Sheet({ settings, onClose }: { settings: KnowledgeSettings; onClose: () => void }): ReactNode {
  const [wanted, setWanted] = useState(settings);
  const form = useSubmit({
    ready: true,
    run: async ({ knowledgeDesk }) => {
      await knowledgeDesk.setSettings(wanted);
      onClose();
    },
  });
  return (
    <DialogForm label={TEXT.save} form={form} onClose={onClose}>
      <p className="order-faint">{TEXT.periodHint}</p>
      {articleSchema.shape.kind.options.map((kind) => (
        <DaysField
          key={kind}
          label={ARTICLE_KIND_NAMES[kind]}
          unit={MONTHS}
          max={36}
          value={wanted.checkMonths[kind]}
          error={undefined}
          onChange={(value) => {
            if (value) setWanted({ ...wanted, checkMonths: { ...wanted.checkMonths, [kind]: value } });
          }}
        />
      ))}
      <DaysField
        label={TEXT.feedbackDays}
        unit={DAYS}
        max={30}
        value={wanted.feedbackDays}
        error={undefined}
        onChange={(value) => {
          if (value) setWanted({ ...wanted, feedbackDays: value });
        }}
      />
    </DialogForm>
  );
}
