import type { OrderRow } from '../../../shared/contract/desk.ts';
import { isWithUnit } from '../../../shared/domain/order.ts';
import { useDraftStore } from './drafts.tsx';
import { focusField } from './focus.ts';
import { activeEntry, type Continuation } from './model/draft-state.ts';
import { CALLER } from './text.ts';

export interface ContinueActions {
  /** Continues an open order in place of the blank form; what was written becomes its text. */
  readonly begin: (order: OrderRow, kind: Continuation) => void;
  /** Names a closed order in 诉求内容: a closed order takes no more words, a new one may refer to it. */
  readonly quote: (order: OrderRow) => void;
}

export function useContinue(): ContinueActions {
  const store = useDraftStore();
  return {
    begin: (order, kind) => {
      const entry = activeEntry(store.getState());
      if (!entry) return;
      // Only what lies with a unit can be urged.
      const fitting = isWithUnit(order.state) ? kind : 'supplement';
      store.getState().show(entry.id, { continuing: { order, kind: fitting }, panel: null, errors: {} });
      focusField('continuation');
    },
    quote: (order) => {
      const entry = activeEntry(store.getState());
      if (!entry) return;
      const line = CALLER.quoted(order.number ?? order.provisionalNumber);
      const { content } = entry.form;
      if (!content.includes(line)) {
        store
          .getState()
          .edit(entry.id, { content: content.trim() ? `${content.trimEnd()}\n${line}` : line }, ['content']);
      }
      focusField('content');
    },
  };
}
