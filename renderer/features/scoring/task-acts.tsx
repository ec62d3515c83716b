import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ScoringDetail } from '../../../shared/contract/scoring.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { useSubmit } from '../../components/use-submit.ts';
import { PANE } from './text.ts';
import { personOption, useScoringPeople } from './use-scoring.ts';

export interface TaskActsProps {
  readonly detail: ScoringDetail;
  readonly onDone: () => void;
}

/** What whoever leads the inspectors does with a task: gives it to another, or lets it go. */
export function TaskActs({ detail, onDone }: TaskActsProps): ReactNode {
  const [asking, setAsking] = useState<'assign' | 'drop' | null>(null);
  const { acts } = detail;
  // Also given up it is read anew: its inspector may have written on, and then what is here is no longer how it stands.
  const end = (): void => {
    setAsking(null);
    onDone();
  };
  return (
    <>
      {acts.includes('assign') && (
        <Button size="small" onClick={() => setAsking('assign')}>
          {PANE.assign}
        </Button>
      )}
      {acts.includes('drop') && (
        <Button size="small" onClick={() => setAsking('drop')}>
          {PANE.drop}
        </Button>
      )}
      {asking && (
        <Dialog title={PANE[asking]} width={420} onClose={end}>
          {asking === 'assign' ? (
            <Assign detail={detail} onDone={end} onClose={end} />
          ) : (
            <Drop detail={detail} onDone={end} onClose={end} />
          )}
        </Dialog>
      )}
    </>
  );
}

interface AskProps extends TaskActsProps {
  readonly onClose: () => void;
}

function Assign({ detail: { scoring }, onDone, onClose }: AskProps): ReactNode {
  const { inspectors } = useScoringPeople();
  const [inspectorId, setInspectorId] = useState<AccountId | null>(null);
  const form = useSubmit({
    ready: inspectorId !== null,
    run: async (desk) => {
      if (inspectorId === null) return;
      await desk.scoring.assign({ id: scoring.id, revision: scoring.revision, inspectorId });
      onDone();
    },
  });
  return (
    <DialogForm label={PANE.assign} form={form} disabled={inspectorId === null} onClose={onClose}>
      <label className="scoring-field">
        {PANE.assignTo}
        <Select<AccountId | null>
          ref={focusOnMount}
          aria-label={PANE.assignTo}
          showSearch={{ optionFilterProp: 'label' }}
          value={inspectorId}
          options={inspectors
            .filter(({ accountId }) => accountId !== scoring.inspector?.accountId)
            .map((person) => personOption(person))}
          onChange={setInspectorId}
        />
      </label>
    </DialogForm>
  );
}

function Drop({ detail: { scoring }, onDone, onClose }: AskProps): ReactNode {
  const [reasons, setReasons] = useState('');
  const ready = reasons.trim().length >= 2;
  const form = useSubmit({
    ready,
    run: async (desk) => {
      await desk.scoring.drop({ id: scoring.id, revision: scoring.revision, reasons: reasons.trim() });
      onDone();
    },
  });
  return (
    <DialogForm label={PANE.drop} form={form} onClose={onClose}>
      <label className="scoring-field">
        {PANE.reasons}
        <Input.TextArea
          ref={focusOnMount}
          aria-label={PANE.reasons}
          placeholder={PANE.reasonsHint}
          rows={3}
          maxLength={1000}
          value={reasons}
          status={form.tried && !ready ? 'error' : ''}
          onChange={({ target }) => setReasons(target.value)}
        />
      </label>
    </DialogForm>
  );
}
