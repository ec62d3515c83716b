import { describe, expect, it } from 'vitest';
import { emptyForm, draftSchema, type Draft } from '../../../../shared/domain/draft.ts';
import { instant } from '../../../../shared/instant.ts';
import {
  activeEntry,
  EMPTY_DRAFTS,
  isDirty,
  withActive,
  withCall,
  withDiscarded,
  withDone,
  withForm,
  withLoaded,
  withNext,
  withOpened,
  withSaved,
  withSaveFailed,
  withSaving,
  withView,
  type Done,
} from './draft-state.ts';
import { failure } from '../../../../shared/failure.ts';

const NOON = Date.parse('2026-11-20T04:00:00.000Z');

function draft(n: number, content = ''): Draft {
  const id = `00000000-0000-7000-8000-00000000000${n}`;
  return draftSchema.parse({
    id,
    orderId: `00000000-0000-7000-9000-00000000000${n}`,
    provisionalNumber: `待编-7K2M-000${n}`,
    openedAt: instant(NOON + n * 60_000),
    updatedAt: instant(NOON + n * 60_000),
    call: null,
    form: { ...emptyForm('13800005521'), content },
  });
}

const one = draft(1);
const two = draft(2);
const three = draft(3);
const threeOpen = [one, two, three].reduce(withOpened, EMPTY_DRAFTS);

function doneOf(from: Draft): Done {
  return {
    kind: 'forward',
    orderId: from.orderId,
    number: null,
    provisionalNumber: from.provisionalNumber,
    unitName: null,
    deadline: null,
    summary: '',
  };
}

describe('drafts', () => {
  it('opens a draft in front of the others and leaves theirs as they were', () => {
    const writing = withForm(withOpened(EMPTY_DRAFTS, one), one.id, { content: '楼下夜间施工' });
    const state = withOpened(writing, two);
    expect(activeEntry(state)?.id).toBe(two.id);
    expect(state.entries[0]?.form.content).toBe('楼下夜间施工');
  });

  it('opens the draft of a call once, however often the call is announced', () => {
    const writing = withForm(withOpened(EMPTY_DRAFTS, one), one.id, { content: '写了一半' });
    const state = withOpened(writing, one);
    expect(state.entries).toHaveLength(1);
    expect(state.entries[0]?.form.content).toBe('写了一半');
  });

  it('comes back after a reload with the newest draft in front', () => {
    const state = withLoaded(EMPTY_DRAFTS, [two, one]);
    expect(state.entries.map(({ id }) => id)).toEqual([one.id, two.id]);
    expect(activeEntry(state)?.id).toBe(two.id);
  });

  it('never lets an older list overwrite what is on the screen', () => {
    const writing = withForm(withOpened(EMPTY_DRAFTS, one), one.id, { content: '新写的' });
    const saved = withSaved(withSaving(writing, one.id), one.id, 1, instant(NOON));
    expect(withLoaded(saved, [draft(1, '旧的')]).entries[0]?.form.content).toBe('新写的');
  });

  it('keeps the draft being written in front when the station brings another one', () => {
    const state = withLoaded(withLoaded(EMPTY_DRAFTS, [one]), [one, two]);
    expect(state.entries).toHaveLength(2);
    expect(activeEntry(state)?.id).toBe(one.id);
  });

  it('counts as saved only what was sent: typing during a save stays unsaved', () => {
    let state = withForm(withOpened(EMPTY_DRAFTS, one), one.id, { content: '第一句' });
    state = withSaving(state, one.id);
    state = withForm(state, one.id, { content: '第一句，第二句' });
    state = withSaved(state, one.id, 1, instant(NOON));
    expect(state.entries.map(isDirty)).toEqual([true]);
    state = withSaved(state, one.id, 2, instant(NOON + 1000));
    expect(state.entries.map(isDirty)).toEqual([false]);
    expect(state.entries[0]?.savedAt).toBe(instant(NOON + 1000));
  });

  it('says why a save failed until one succeeds', () => {
    let state = withForm(withOpened(EMPTY_DRAFTS, one), one.id, { content: '断电前' });
    state = withSaveFailed(withSaving(state, one.id), one.id, failure('STORE_FULL'));
    expect(state.entries[0]).toMatchObject({ saving: false, saveFailure: { code: 'STORE_FULL' } });
    state = withSaved(state, one.id, 1, instant(NOON));
    expect(state.entries[0]?.saveFailure).toBeNull();
  });

  it('a change of the call is a change of the draft', () => {
    const state = withCall(withOpened(EMPTY_DRAFTS, one), one.id, null);
    expect(state.entries.map(isDirty)).toEqual([true]);
  });

  it('what a tab shows is not a change to save', () => {
    const state = withView(withOpened(EMPTY_DRAFTS, one), one.id, { panel: 'forward' });
    expect(state.entries.map(isDirty)).toEqual([false]);
    expect(state.entries[0]?.view.panel).toBe('forward');
  });

  it('Ctrl+J goes round', () => {
    const atThree = threeOpen;
    const atOne = withNext(atThree);
    expect(activeEntry(atOne)?.id).toBe(one.id);
    expect(activeEntry(withNext(atOne))?.id).toBe(two.id);
  });

  it('a discarded draft gives way to the one before it, or to what is left', () => {
    expect(activeEntry(withDiscarded(threeOpen, three.id))?.id).toBe(two.id);
    expect(activeEntry(withDiscarded(withActive(threeOpen, one.id), one.id))?.id).toBe(two.id);
    expect(withDiscarded(withOpened(EMPTY_DRAFTS, one), one.id).activeId).toBeNull();
  });

  it('keeps its number while others are closed', () => {
    const left = withDiscarded(threeOpen, one.id);
    expect(left.entries.map(({ ordinal }) => ordinal)).toEqual([2, 3]);
    expect(withOpened(left, draft(4)).entries.map(({ ordinal }) => ordinal)).toEqual([2, 3, 4]);
    expect(withOpened(withDone(withOpened(EMPTY_DRAFTS, one), one.id, doneOf(one)), two).entries[0]?.ordinal).toBe(1);
  });

  it('shows the result in place of the draft that became it, then the next draft', () => {
    const finished = withDone(threeOpen, three.id, doneOf(three));
    expect(finished.activeId).toBeNull();
    expect(finished.done?.orderId).toBe(three.orderId);
    const next = withNext(finished);
    expect(activeEntry(next)?.id).toBe(one.id);
    expect(next.done).toBeNull();
  });

  it('a result that arrives after the operator moved on does not take the screen away', () => {
    const moved = withActive(threeOpen, one.id);
    const finished = withDone(moved, three.id, doneOf(three));
    expect(activeEntry(finished)?.id).toBe(one.id);
    expect(finished.done).toBeNull();
  });

  it('an answered call takes the place of the last result', () => {
    const finished = withDone(withOpened(EMPTY_DRAFTS, one), one.id, doneOf(one));
    const state = withOpened(finished, two);
    expect(state.done).toBeNull();
    expect(activeEntry(state)?.id).toBe(two.id);
  });
});
