import type { OrderDetail } from '../../../shared/contract/desk.ts';
import { instant } from '../../../shared/instant.ts';
import { useLive } from '../../data/live.ts';
import { unfinishedAttempt } from './model/call-watch.ts';
import { buildContinuation, buildOutcome, type Built } from './model/commands.ts';
import { entryOf, type Done, type DraftEntry, type Submission } from './model/draft-state.ts';
import { firstError } from './model/fields.ts';
import { useDraftActions } from './drafts.tsx';
import { focusField } from './focus.ts';

export interface SubmitActions {
  readonly submitOutcome: (mode: Submission) => void;
  readonly submitContinuation: () => void;
}

/** Sends what stands in the form; what is missing is said beside its field and the first one gets the cursor. */
export function useSubmit(): SubmitActions {
  const { id, read, edit, show, store } = useDraftActions();

  function send(built: Built, orderId: DraftEntry['orderId'], kind: Done['kind']): void {
    if (!built.ok) {
      show({ errors: built.errors, refused: null });
      const first = firstError(built.errors);
      if (first) focusField(first);
      return;
    }
    const { provisionalNumber, form } = read();
    const doneOf = (detail: OrderDetail | null): Done => ({
      kind,
      orderId,
      number: detail?.order.number ?? null,
      provisionalNumber: detail?.order.provisionalNumber ?? provisionalNumber,
      unitName: detail?.unitName ?? null,
      deadline: detail?.order.deadline ?? null,
      summary: form.content.trim().slice(0, 60),
    });
    void store
      .getState()
      .submit(id, orderId, built.command, doneOf)
      .then(() => {
        // The station found something: its field gets the cursor too.
        const blamed = firstError(entryOf(store.getState(), id)?.view.errors ?? {});
        if (blamed) focusField(blamed);
      });
  }

  function recordUnfinished(): void {
    const { telephony, exchangeOffset } = useLive.getState();
    const entry = read();
    const attempt = unfinishedAttempt(entry, telephony?.call ?? null, instant(Date.now() + exchangeOffset));
    if (!attempt) return;
    edit({ directAttempts: [...entry.form.directAttempts, attempt] });
    show({ dial: null });
  }

  return {
    submitOutcome: (mode) => {
      if (mode === 'forward' || mode === 'accept') recordUnfinished();
      const entry = read();
      send(buildOutcome(entry, mode, Date.now()), entry.orderId, mode);
    },
    submitContinuation: () => {
      const entry = read();
      const { continuing } = entry.view;
      if (continuing) send(buildContinuation(entry, continuing.kind, Date.now()), continuing.order.id, continuing.kind);
    },
  };
}
