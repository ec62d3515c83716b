import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { EVERY_ORDER } from '../../../shared/contract/desk.ts';
import type { OrderId, UnitId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import { useSaved } from '../../app/saved.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RemainingTime } from '../../components/remaining-time.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TextField } from '../acts/fields.tsx';
import { TEXT } from './text.ts';

export interface UrgeDialogProps {
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly onClose: () => void;
  readonly onDone: (count: number, at: Instant) => void;
}

/** The most pressing of a unit: more are urged in a second sheet. */
const MOST = 50;

/** 催办单 for a unit: its overdue orders, all chosen, and one text for them. H11. */
export function UrgeDialog(props: UrgeDialogProps): ReactNode {
  return (
    <Dialog title={TEXT.urgeTitle(props.unitName)} width={640} onClose={props.onClose}>
      <UrgeSheet {...props} />
    </Dialog>
  );
}

function UrgeSheet({ unitId, onClose, onDone }: UrgeDialogProps): ReactNode {
  const saved = useSaved((state) => state.saved);
  const [left, setLeft] = useState<ReadonlySet<OrderId>>(new Set());
  const [reason, setReason] = useState<string>(TEXT.urgeDefault);
  const overdue = useDeskQuery({
    key: ['overdueOf', unitId],
    tables: ['orders'],
    run: ({ orders }) =>
      orders.list({
        filter: { ...EVERY_ORDER, unitId, due: 'overdue', states: ['dispatched', 'handling'], sort: 'due' },
        offset: 0,
        limit: MOST,
      }),
  });
  const rows = overdue.data?.rows ?? [];
  const chosen = rows.filter(({ id }) => !left.has(id));
  const form = useSubmit({
    ready: chosen.length > 0 && reason.trim() !== '',
    run: async (desk) => {
      let at: Instant | null = null;
      for (const { id } of chosen) {
        const command = { type: 'order.urge', payload: { reason: reason.trim(), call: null } } as const;
        const { savedAt } = await desk.commands.submit({ orderId: id, draftId: null, command });
        // What has been urged is not urged again where a later one fails.
        setLeft((before) => new Set([...before, id]));
        at = savedAt;
      }
      if (!at) return;
      saved(at);
      onDone(chosen.length, at);
    },
  });
  return (
    <DialogForm label={TEXT.urgeChosen(chosen.length)} form={form} disabled={chosen.length === 0} onClose={onClose}>
      {overdue.failure && <FailureNote failure={overdue.failure} onRetry={overdue.refresh} />}
      {overdue.data && rows.length === 0 && <p>{TEXT.urgeNone}</p>}
      {rows.length > 0 && (
        <ul className="work-urged">
          {rows.map(({ id, number, provisionalNumber, summary, due }) => (
            <li key={id}>
              <Checkbox
                checked={!left.has(id)}
                onChange={({ target }) =>
                  setLeft(target.checked ? new Set([...left].filter((one) => one !== id)) : new Set([...left, id]))
                }
              >
                <span className="num">{number ?? provisionalNumber}</span> {summary}
              </Checkbox>
              {due && <RemainingTime due={due} />}
            </li>
          ))}
        </ul>
      )}
      {(overdue.data?.total ?? 0) > rows.length && <p className="order-faint">{TEXT.urgeMore(rows.length)}</p>}
      <TextField
        label={TEXT.urgeReason}
        required
        max={500}
        value={reason}
        error={reason.trim() === '' ? TEXT.urgeReasonMissing : undefined}
        onChange={setReason}
      />
    </DialogForm>
  );
}
