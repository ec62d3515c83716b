import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CatalogueEntry } from '../../../shared/domain/catalogue.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Subject } from '../../../shared/domain/subject.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useDeed } from '../../data/use-deed.ts';
import type { DeskClient } from '../../host.ts';
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
  const [unitId, setUnitId] = useState<UnitId | null>(entry?.unitId ?? subject.unitId);
  const [note, setNote] = useState(entry?.note ?? '');
  const removal = useDeed();
  const set = async ({ office }: DeskClient, unit: UnitId | null): Promise<void> => {
    await office.setCatalogue({ subjectId: subject.id, unitId: unit, note });
    onClose();
  };
  const form = useSubmit({
    ready: unitId !== null && !removal.busy,
    run: (desk) => {
      removal.clear();
      return set(desk, unitId);
    },
  });
  return (
    <DialogForm
      label={TEXT.save}
      form={form}
      failure={removal.failure ?? form.failure}
      onClose={onClose}
      also={
        entry && (
          <Button
            danger
            disabled={form.busy || removal.busy}
            onClick={() => void removal.act((desk) => set(desk, null))}
          >
            {TEXT.remove}
          </Button>
        )
      }
    >
      <UnitField
        label={TEXT.listedUnit}
        required
        value={unitId}
        error={form.tried && unitId === null ? ACT_TEXT.missing : undefined}
        onChange={setUnitId}
      />
      <TextField label={TEXT.note} rows={2} max={200} value={note} error={undefined} onChange={setNote} />
    </DialogForm>
  );
}
