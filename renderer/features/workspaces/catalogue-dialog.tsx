import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CatalogueEntry } from '../../../shared/domain/catalogue.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Subject } from '../../../shared/domain/subject.ts';
import type { Failure } from '../../../shared/failure.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { KeyHint, useKey } from '../../keys/keys.ts';
import { TextField } from '../acts/fields.tsx';
import { TEXT as ACT_TEXT } from '../acts/text.ts';
import { UnitField } from '../acts/unit-field.tsx';
import { TEXT } from './text.ts';

export interface CatalogueDialogProps {
  readonly subject: Subject;
  readonly entry: CatalogueEntry | null;
  readonly onClose: () => void;
}

/** One line of the dispatch catalogue; the centre keeps it, so it has to be there. */
export function CatalogueDialog(props: CatalogueDialogProps): ReactNode {
  return (
    <Dialog title={TEXT.editTitle(props.subject.path.join(' › '))} width={520} onClose={props.onClose}>
      <Line {...props} />
    </Dialog>
  );
}

function Line({ subject, entry, onClose }: CatalogueDialogProps): ReactNode {
  const desk = useDesk();
  const [unitId, setUnitId] = useState<UnitId | null>(entry?.unitId ?? subject.unitId);
  const [note, setNote] = useState(entry?.note ?? '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);

  const set = async (unit: UnitId | null): Promise<void> => {
    setBusy(true);
    try {
      await desk.office.setCatalogue({ subjectId: subject.id, unitId: unit, note });
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  const save = (): void => {
    setTried(true);
    if (unitId !== null && !busy) void set(unitId);
  };
  useKey('primary', save);
  return (
    <div className="work-dialog">
      <UnitField
        label={TEXT.listedUnit}
        required
        value={unitId}
        error={tried && unitId === null ? ACT_TEXT.missing : undefined}
        onChange={setUnitId}
      />
      <TextField label={TEXT.note} rows={2} max={200} value={note} error={undefined} onChange={setNote} />
      {failure && <FailureNote failure={failure} />}
      <div className="act-buttons">
        <Button type="primary" loading={busy} onClick={save}>
          {TEXT.save}
          <span aria-hidden>
            <KeyHint action="primary" always />
          </span>
        </Button>
        {entry && (
          <Button danger disabled={busy} onClick={() => void set(null)}>
            {TEXT.remove}
          </Button>
        )}
        <Button onClick={onClose}>{TEXT.cancel}</Button>
      </div>
    </div>
  );
}
