import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OrderDetail } from '../../../../shared/contract/desk.ts';
import type { CallRef } from '../../../../shared/domain/call.ts';
import type { CommandBody } from '../../../../shared/domain/command.ts';
import type { Draft, DraftForm } from '../../../../shared/domain/draft.ts';
import type { CommandId, DraftId, OrderId } from '../../../../shared/domain/ids.ts';
import { describeFailure, type Failure } from '../../../../shared/failure.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { createSaver } from '../../../data/saver.ts';
import {
  EMPTY_DRAFTS,
  entryOf,
  isDirty,
  withActive,
  withCall,
  withDiscarded,
  withDone,
  withForm,
  withLoaded,
  withNext,
  withOpened,
  withSaveFailed,
  withSaved,
  withSaving,
  withView,
  type Done,
  type DraftsState,
  type DraftView,
} from './draft-state.ts';
import { fieldOfFailure, withoutErrors, type FieldName } from './fields.ts';

/** What the drafts ask of the station; the contract's client fits it. */
export interface DraftGateway {
  readonly drafts: {
    list(): Promise<Draft[]>;
    open(input: { call: CallRef | null; phone: string }): Promise<Draft>;
    save(input: { id: DraftId; form: DraftForm; call: CallRef | null }): Promise<{ savedAt: Instant }>;
    discard(input: { id: DraftId }): Promise<object>;
  };
  readonly commands: {
    submit(input: {
      orderId: OrderId;
      draftId: DraftId | null;
      command: CommandBody;
    }): Promise<{ commandId: CommandId; savedAt: Instant; detail: OrderDetail | null }>;
  };
}

export interface DraftStore extends DraftsState {
  /** Why the drafts could not be read or one could not be opened; cleared by the next success. */
  readonly failure: Failure | null;
  /** When anything written here was last committed by the station. */
  readonly lastSavedAt: Instant | null;
  /** A draft is taking long to open: what is typed meanwhile must not land in another one. */
  readonly opening: boolean;
  readonly load: () => Promise<void>;
  /** Another person sits down: everything unsaved is saved first, then their own drafts are read. */
  readonly reset: () => void;
  readonly open: (call: CallRef | null, phone: string) => Promise<boolean>;
  readonly edit: (id: DraftId, patch: Partial<DraftForm>, fields?: readonly FieldName[]) => void;
  readonly setCall: (id: DraftId, call: CallRef | null, fields?: readonly FieldName[]) => void;
  readonly show: (id: DraftId, patch: Partial<DraftView>) => void;
  readonly activate: (id: DraftId) => void;
  readonly next: () => void;
  readonly closeDone: () => void;
  readonly discard: (id: DraftId) => Promise<void>;
  readonly submit: (id: DraftId, orderId: OrderId, command: CommandBody, doneOf: DoneOf) => Promise<void>;
  /** Saves one draft at once: when a field is left. */
  readonly flush: (id: DraftId) => void;
  /** Saves everything unsaved at once: the page is going away, or the station is back. */
  readonly flushAll: () => void;
}

/** After this an opening is shown as one, ms. */
const SLOW_MS = 120;

/** What the result panel shows, from the order as the desk now has it. */
type DoneOf = (detail: OrderDetail | null) => Done;

/** The drafts of this desk. Lives as long as the window, not as long as a component. */
export function createDraftStore(gateway: DraftGateway, failureOf: (error: unknown) => Failure): StoreApi<DraftStore> {
  // Drafts that became orders or were thrown away: a list asked before must not bring them back.
  const gone = new Set<DraftId>();

  return createStore<DraftStore>((set, get) => {
    const saver = createSaver({
      read: (id: DraftId) => {
        const entry = entryOf(get(), id);
        return entry && isDirty(entry) ? { form: entry.form, call: entry.call, revision: entry.revision } : null;
      },
      send: async (id, { form, call }) => (await gateway.drafts.save({ id, form, call })).savedAt,
      failureOf,
      onSaving: (id) => set((state) => withSaving(state, id)),
      onSaved: (id, revision, savedAt) =>
        set((state) => ({ ...withSaved(state, id, revision, savedAt), lastSavedAt: savedAt })),
      onFailed: (id, failure) => set((state) => withSaveFailed(state, id, failure)),
    });

    const forgetErrors = (id: DraftId, fields: readonly FieldName[] = []): void => {
      const view = entryOf(get(), id)?.view;
      if (!view) return;
      const errors = withoutErrors(view.errors, fields);
      if (errors !== view.errors || view.refused) set((state) => withView(state, id, { errors, refused: null }));
    };

    return {
      ...EMPTY_DRAFTS,
      failure: null,
      lastSavedAt: null,
      opening: false,
      async load() {
        try {
          const drafts = await gateway.drafts.list();
          set((state) => ({
            ...withLoaded(
              state,
              drafts.filter(({ id }) => !gone.has(id)),
            ),
            failure: null,
          }));
        } catch (error) {
          set({ failure: failureOf(error) });
        }
      },
      reset() {
        get().flushAll();
        set({ ...EMPTY_DRAFTS, failure: null });
      },
      async open(call, phone) {
        const slow = setTimeout(() => set({ opening: true }), SLOW_MS);
        try {
          const draft = await gateway.drafts.open({ call, phone });
          const before = get().activeId;
          set((state) => ({ ...withOpened(state, draft), failure: null }));
          if (before) void saver.flush(before);
          return true;
        } catch (error) {
          set({ failure: failureOf(error) });
          return false;
        } finally {
          clearTimeout(slow);
          set({ opening: false });
        }
      },
      edit(id, patch, fields) {
        set((state) => withForm(state, id, patch));
        forgetErrors(id, fields);
        saver.touch(id);
      },
      setCall(id, call, fields) {
        set((state) => withCall(state, id, call));
        forgetErrors(id, fields);
        saver.touch(id);
      },
      show: (id, patch) => set((state) => withView(state, id, patch)),
      activate(id) {
        const before = get().activeId;
        set((state) => ({ ...withActive(state, id), done: null }));
        if (before) void saver.flush(before);
      },
      next() {
        const before = get().activeId;
        set(withNext);
        if (before) void saver.flush(before);
      },
      closeDone: () => set((state) => ({ done: null, activeId: state.activeId ?? state.entries.at(-1)?.id ?? null })),
      async discard(id) {
        await saver.hold(id);
        try {
          await gateway.drafts.discard({ id });
          gone.add(id);
          set((state) => withDiscarded(state, id));
        } catch (error) {
          saver.release(id);
          set((state) => withView(state, id, { refused: failureOf(error) }));
        }
      },
      async submit(id, orderId, command, doneOf) {
        if (entryOf(get(), id)?.view.submitting !== false) return;
        set((state) => withView(state, id, { submitting: true, refused: null, errors: {} }));
        await saver.hold(id);
        try {
          const { detail, savedAt } = await gateway.commands.submit({ orderId, draftId: id, command });
          gone.add(id);
          set((state) => ({ ...withDone(state, id, doneOf(detail)), lastSavedAt: savedAt }));
        } catch (error) {
          saver.release(id);
          set((state) => withView(state, id, { submitting: false, ...blameOf(failureOf(error)) }));
        }
      },
      flush: (id) => void saver.flush(id),
      flushAll() {
        for (const { id } of get().entries) void saver.flush(id);
      },
    };
  });
}

/** A failure beside the field it is about, or for the whole where it is about none. */
function blameOf(failure: Failure): Pick<DraftView, 'errors' | 'refused'> {
  const field = fieldOfFailure(failure);
  if (!field) return { errors: {}, refused: failure };
  const { sentence, next, article } = describeFailure(failure);
  return { errors: { [field]: `${sentence}${next}${article ? `（${article}）` : ''}` }, refused: null };
}
