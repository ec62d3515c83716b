import './scoring.css';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AccountId, CallId } from '../../../shared/domain/ids.ts';
import { may, type Actor } from '../../../shared/domain/people.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { useSubmit } from '../../components/use-submit.ts';
import { CALIBRATION } from './calibration-text.ts';
import { formOptions, personOption, useScoringForms, useScoringPeople } from './use-scoring.ts';

export interface CallScoringProps {
  readonly callId: CallId;
  readonly actor: Actor;
}

/** What inspectors do with a call they have come upon: score it, or have several score it to compare. */
export function CallScoring({ callId, actor }: CallScoringProps): ReactNode {
  const [asking, setAsking] = useState<'takeCall' | 'create' | null>(null);
  const [scores, decides] = [may(actor, 'scoring.score'), may(actor, 'scoring.decide')];
  if (!scores && !decides) return null;
  return (
    <div className="scoring-buttons scoring-call">
      {scores && (
        <Button size="small" onClick={() => setAsking('takeCall')}>
          {CALIBRATION.takeCall}
        </Button>
      )}
      {decides && (
        <Button size="small" onClick={() => setAsking('create')}>
          {CALIBRATION.create}
        </Button>
      )}
      {asking && (
        <Dialog title={CALIBRATION[asking]} width={440} onClose={() => setAsking(null)}>
          {asking === 'takeCall' ? (
            <TakeCall callId={callId} onClose={() => setAsking(null)} />
          ) : (
            <Create callId={callId} actor={actor} onClose={() => setAsking(null)} />
          )}
        </Dialog>
      )}
    </div>
  );
}

interface AskProps extends Pick<CallScoringProps, 'callId'> {
  readonly onClose: () => void;
}

function FormChoice({ value, onChange }: { value: string; onChange: (formId: string) => void }): ReactNode {
  const forms = useScoringForms();
  return (
    <label className="scoring-field">
      {CALIBRATION.form}
      <Select<string>
        aria-label={CALIBRATION.form}
        value={value}
        options={formOptions(forms.data ?? [])}
        onChange={onChange}
      />
    </label>
  );
}

/** The chosen form, or the first there is. */
function useChosenForm(): [string, (formId: string) => void] {
  const forms = useScoringForms();
  const [chosen, setChosen] = useState<string | null>(null);
  return [chosen ?? formOptions(forms.data ?? [])[0]?.value ?? '', setChosen];
}

function TakeCall({ callId, onClose }: AskProps): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const [formId, setFormId] = useChosenForm();
  const form = useSubmit({
    ready: formId !== '',
    run: async (desk) => {
      const { id } = await desk.scoring.takeCall({ callId, formId });
      onClose();
      go('scoring', { scoringId: id });
    },
  });
  return (
    <DialogForm label={CALIBRATION.takeCall} form={form} disabled={formId === ''} onClose={onClose}>
      <FormChoice value={formId} onChange={setFormId} />
    </DialogForm>
  );
}

function Create({ callId, actor, onClose }: AskProps & Pick<CallScoringProps, 'actor'>): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const people = useScoringPeople();
  const [formId, setFormId] = useChosenForm();
  const [name, setName] = useState('');
  const [inspectors, setInspectors] = useState<readonly AccountId[]>([]);
  const ready = formId !== '' && name.trim() !== '' && inspectors.length >= 2;
  const form = useSubmit({
    ready,
    run: async (desk) => {
      const wanted = { name: name.trim(), callId, formId, inspectors: [...inspectors] };
      const { id } = await desk.scoring.openCalibration(wanted);
      onClose();
      go('scoring', { calibrationId: id });
    },
  });
  return (
    <DialogForm label={CALIBRATION.create} form={form} onClose={onClose}>
      <label className="scoring-field">
        {CALIBRATION.name}
        <Input
          ref={focusOnMount}
          aria-label={CALIBRATION.name}
          placeholder={CALIBRATION.nameHint}
          maxLength={40}
          value={name}
          status={form.tried && name.trim() === '' ? 'error' : ''}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <FormChoice value={formId} onChange={setFormId} />
      <label className="scoring-field">
        {CALIBRATION.inspectors}
        <Select<AccountId[]>
          mode="multiple"
          aria-label={CALIBRATION.inspectors}
          placeholder={CALIBRATION.inspectorsHint}
          optionFilterProp="label"
          status={form.tried && inspectors.length < 2 ? 'error' : ''}
          value={[...inspectors]}
          options={people.inspectors
            .filter(({ accountId }) => accountId !== actor.accountId)
            .map((person) => personOption(person))}
          onChange={setInspectors}
        />
      </label>
    </DialogForm>
  );
}
