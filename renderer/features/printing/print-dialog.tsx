import './printing.css';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { OfferedForm } from '../../../shared/contract/printing.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { FormOptions, type Choice } from './form-options.tsx';
import { Paper, Sheets } from './paper.tsx';
import { PrintFoot } from './print-foot.tsx';
import { TEXT } from './text.ts';
import { useIssue } from './use-issue.ts';

export interface PrintDialogProps {
  readonly orderId: OrderId;
  readonly onClose: () => void;
}

/** The city's forms for this order: choose one, see it, write what only a hand knows, print or keep it. */
export function PrintDialog({ orderId, onClose }: PrintDialogProps): ReactNode {
  const { data: forms, failure } = useDeskQuery({
    key: ['forms'],
    tables: ['centre'],
    run: (desk) => desk.printing.forms(),
  });
  const [first] = forms ?? [];
  if (forms && first) return <Chosen orderId={orderId} forms={forms} first={first} onClose={onClose} />;
  return (
    <Dialog title={TEXT.title} width={480} onClose={onClose}>
      {failure && <FailureNote failure={failure} />}
      {forms ? <EmptyState text={TEXT.none} /> : !failure && <TextSkeleton rows={4} />}
    </Dialog>
  );
}

interface ChosenProps extends PrintDialogProps {
  readonly forms: readonly OfferedForm[];
  readonly first: OfferedForm;
}

function Chosen({ orderId, forms, first, onClose }: ChosenProps): ReactNode {
  const [choice, setChoice] = useState<Choice>(() => startOf(first));
  const { form, values, copies, clear } = choice;
  // Typing must not wait for the sheet to be drawn.
  const drawn = useDeferredValue(values);
  const { data, failure } = useDeskQuery({
    key: ['form', orderId, form.id, drawn],
    tables: ['orders', 'outbox', 'units'],
    run: async (desk) => {
      const seenNow = await desk.printing.preview({ orderId, formId: form.id, values: { ...drawn } });
      return { ...seenNow, formId: form.id };
    },
    keepAcrossKeys: true,
  });
  // While another form is awaited, the one before it does not stand under its name.
  const seen = data?.formId === form.id ? data : undefined;
  const { paper, busy, failure: refused, done, issue } = useIssue();
  const against = failure ?? refused;
  return (
    <Dialog
      title={TEXT.title}
      width={1120}
      onClose={onClose}
      footer={
        <PrintFoot
          still={busy || !seen}
          done={done === form.id ? form.name : null}
          onIssue={(as) => void issue({ orderId, formId: form.id, values, clear, copies }, as)}
        />
      }
    >
      {against && <FailureNote failure={against} />}
      <div className="print-desk">
        <FormOptions
          forms={forms}
          choice={choice}
          hand={seen?.hand ?? []}
          onForm={(next) => setChoice({ ...startOf(next), clear })}
          onChange={(part) => setChoice({ ...choice, ...part })}
        />
        <section className="print-preview" aria-label={TEXT.preview}>
          {seen && <Sheets drawing={seen.drawing} />}
        </section>
      </div>
      {paper && <Paper {...paper} />}
    </Dialog>
  );
}

function startOf(form: OfferedForm): Choice {
  return { form, values: {}, copies: form.copies, clear: false };
}
