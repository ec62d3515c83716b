import type { CallRef } from '../../../../shared/domain/call.ts';
import type { OrderRow } from '../../../../shared/contract/desk.ts';
import type { Draft, DraftForm } from '../../../../shared/domain/draft.ts';
import type { DraftId, OrderId } from '../../../../shared/domain/ids.ts';
import type { CallOutcome } from '../../../../shared/domain/order.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { Deadline } from '../../../../shared/policy/deadline.ts';
import type { Dial } from './direct.ts';
import type { FieldErrors } from './fields.ts';
import { NO_OFFERS, type Offers } from './offers.ts';

/** How a call is ended: one of the four ways, or taken for the dispatcher to find the unit (登记受理). */
export type Submission = CallOutcome | 'accept';

/** How an open order is continued instead of writing a new one. */
export type Continuation = 'supplement' | 'urge';

/** What a draft's part of the screen shows: kept with the draft so that changing tabs loses nothing, and never saved. */
export interface DraftView extends Offers {
  readonly panel: CallOutcome | null;
  readonly groundId: string | null;
  readonly writtenNotice: boolean;
  readonly dial: Dial | null;
  readonly continuing: { readonly order: OrderRow; readonly kind: Continuation } | null;
  readonly errors: FieldErrors;
  readonly submitting: boolean;
  /** What the station answered to the last attempt, where no single field is to blame. */
  readonly refused: Failure | null;
}

/** A draft as the screen holds it: the truth while it is being written; the station's copy follows. */
export interface DraftEntry {
  readonly id: DraftId;
  /** What its tab is called by: its own as long as it is open, whichever others close. */
  readonly ordinal: number;
  readonly orderId: OrderId;
  readonly provisionalNumber: string;
  readonly openedAt: Instant;
  readonly call: CallRef | null;
  readonly form: DraftForm;
  /** Whose it was, where it was handed on. */
  readonly handed: Draft['handed'];
  /** Counted up at each change of form or call; equal to `savedRevision` once the station has it. */
  readonly revision: number;
  readonly savedRevision: number;
  readonly savedAt: Instant | null;
  readonly saving: boolean;
  readonly saveFailure: Failure | null;
  readonly view: DraftView;
}

/** What was just finished, shown until the next thing is begun. */
export interface Done {
  readonly kind: Submission | Continuation;
  readonly orderId: OrderId;
  readonly number: string | null;
  readonly provisionalNumber: string;
  readonly unitName: string | null;
  readonly deadline: Deadline | null;
  readonly summary: string;
}

export interface DraftsState {
  readonly loaded: boolean;
  readonly entries: readonly DraftEntry[];
  /** Null: the last result or the empty state is shown. */
  readonly activeId: DraftId | null;
  readonly done: Done | null;
}

export const EMPTY_DRAFTS: DraftsState = { loaded: false, entries: [], activeId: null, done: null };

const FRESH_VIEW: DraftView = {
  ...NO_OFFERS,
  panel: null,
  groundId: null,
  writtenNotice: false,
  dial: null,
  continuing: null,
  errors: {},
  submitting: false,
  refused: null,
};

export function isDirty(entry: Pick<DraftEntry, 'revision' | 'savedRevision'>): boolean {
  return entry.revision !== entry.savedRevision;
}

export function entryOf(state: DraftsState, id: DraftId | null): DraftEntry | null {
  return state.entries.find((entry) => entry.id === id) ?? null;
}

export function activeEntry(state: DraftsState): DraftEntry | null {
  return entryOf(state, state.activeId);
}

/**
 * The station's drafts, after a start or whenever it has some that are not here (a refused order taken up again).
 * What is already here stays as it is: this window is where drafts are written, and a list asked before the last save
 * would bring back older text.
 */
export function withLoaded(state: DraftsState, drafts: readonly Draft[]): DraftsState {
  const next = nextOrdinal(state);
  const fresh = drafts
    .filter((draft) => entryOf(state, draft.id) === null)
    .toSorted(byOpening)
    .map((draft, index) => freshEntry(draft, next + index));
  const entries = [...state.entries, ...fresh].toSorted(byOpening);
  const first = !state.loaded && state.activeId === null && state.done === null;
  return { ...state, loaded: true, entries, activeId: first ? (entries.at(-1)?.id ?? null) : state.activeId };
}

/** A draft the station has just opened (or answered again: opening is idempotent per call) becomes the one being written. */
export function withOpened(state: DraftsState, draft: Draft): DraftsState {
  const entries = entryOf(state, draft.id) ? state.entries : [...state.entries, freshEntry(draft, nextOrdinal(state))];
  return { ...state, entries, activeId: draft.id, done: null };
}

export function withForm(state: DraftsState, id: DraftId, patch: Partial<DraftForm>): DraftsState {
  return changed(state, id, (entry) => ({
    ...entry,
    form: { ...entry.form, ...patch },
    revision: entry.revision + 1,
  }));
}

export function withCall(state: DraftsState, id: DraftId, call: CallRef | null): DraftsState {
  return changed(state, id, (entry) => ({ ...entry, call, revision: entry.revision + 1 }));
}

export function withView(state: DraftsState, id: DraftId, patch: Partial<DraftView>): DraftsState {
  return changed(state, id, (entry) => ({ ...entry, view: { ...entry.view, ...patch } }));
}

export function withSaving(state: DraftsState, id: DraftId): DraftsState {
  return changed(state, id, (entry) => ({ ...entry, saving: true }));
}

/** @param revision what was sent: later changes stay unsaved */
export function withSaved(state: DraftsState, id: DraftId, revision: number, savedAt: Instant): DraftsState {
  return changed(state, id, (entry) => ({
    ...entry,
    saving: false,
    savedRevision: revision,
    savedAt,
    saveFailure: null,
  }));
}

export function withSaveFailed(state: DraftsState, id: DraftId, saveFailure: Failure): DraftsState {
  return changed(state, id, (entry) => ({ ...entry, saving: false, saveFailure }));
}

export function withActive(state: DraftsState, id: DraftId): DraftsState {
  return entryOf(state, id) ? { ...state, activeId: id } : state;
}

/** Takes a draft away and leaves the neighbour that was opened before it active. */
export function withDiscarded(state: DraftsState, id: DraftId): DraftsState {
  const index = state.entries.findIndex((entry) => entry.id === id);
  const entries = state.entries.filter((entry) => entry.id !== id);
  if (state.activeId !== id) return { ...state, entries };
  return { ...state, entries, activeId: (entries[index - 1] ?? entries[index])?.id ?? null };
}

/** A draft has become an order (or part of one): its result is shown in its place until the next thing is begun. */
export function withDone(state: DraftsState, id: DraftId, done: Done): DraftsState {
  const wasActive = state.activeId === id;
  const entries = state.entries.filter((entry) => entry.id !== id);
  return wasActive ? { ...state, entries, activeId: null, done } : { ...state, entries };
}

/** Ctrl+J: the next draft in the order of the tabs, round at the end; from a result to the first one. */
export function withNext(state: DraftsState): DraftsState {
  const index = state.entries.findIndex((entry) => entry.id === state.activeId);
  const next = state.entries[(index + 1) % Math.max(1, state.entries.length)];
  return next ? { ...state, activeId: next.id, done: null } : { ...state, activeId: null, done: null };
}

function byOpening(left: { readonly openedAt: Instant }, right: { readonly openedAt: Instant }): number {
  return left.openedAt < right.openedAt ? -1 : 1;
}

function nextOrdinal({ entries }: DraftsState): number {
  return Math.max(0, ...entries.map(({ ordinal }) => ordinal)) + 1;
}

function freshEntry(draft: Draft, ordinal: number): DraftEntry {
  return {
    id: draft.id,
    ordinal,
    orderId: draft.orderId,
    provisionalNumber: draft.provisionalNumber,
    openedAt: draft.openedAt,
    call: draft.call,
    form: draft.form,
    handed: draft.handed,
    revision: 0,
    savedRevision: 0,
    savedAt: draft.updatedAt,
    saving: false,
    saveFailure: null,
    view: FRESH_VIEW,
  };
}

function changed(state: DraftsState, id: DraftId, change: (entry: DraftEntry) => DraftEntry): DraftsState {
  return { ...state, entries: state.entries.map((entry) => (entry.id === id ? change(entry) : entry)) };
}
