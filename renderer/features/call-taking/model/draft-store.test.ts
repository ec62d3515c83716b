import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftSchema, emptyForm, type Draft } from '../../../../shared/domain/draft.ts';
import { commandIdSchema } from '../../../../shared/domain/ids.ts';
import { failure, FailureError, type Failure } from '../../../../shared/failure.ts';
import { instant } from '../../../../shared/instant.ts';
import { buildOutcome } from './commands.ts';
import { activeEntry, type Done } from './draft-state.ts';
import { createDraftStore, type DraftGateway } from './draft-store.ts';

const NOON = Date.parse('2026-11-20T04:00:00.000Z');

/** A station's drafts in memory: refuses while `down` says why, waits while `gate` is closed. */
function station() {
  const kept = new Map<string, Draft>();
  const saves: string[] = [];
  const submitted: string[] = [];
  const state: { down: Failure | null; gate: Promise<void> } = { down: null, gate: Promise.resolve() };
  let count = 0;
  const reach = async (): Promise<void> => {
    await state.gate;
    if (state.down) throw new FailureError(state.down);
  };
  const gateway: DraftGateway = {
    drafts: {
      async list() {
        await reach();
        return [...kept.values()];
      },
      async open({ call, phone }) {
        await reach();
        count += 1;
        const draft = draftSchema.parse({
          id: `00000000-0000-7000-8000-00000000000${count}`,
          orderId: `00000000-0000-7000-9000-00000000000${count}`,
          provisionalNumber: `待编-7K2M-000${count}`,
          openedAt: instant(NOON + count),
          updatedAt: instant(NOON + count),
          call,
          form: emptyForm(phone),
        });
        kept.set(draft.id, draft);
        return draft;
      },
      async save({ id, form, call }) {
        await reach();
        const draft = kept.get(id);
        if (draft) kept.set(id, { ...draft, form, call });
        saves.push(form.content);
        return { savedAt: instant(NOON + 1000 * saves.length) };
      },
      async discard({ id }) {
        await reach();
        kept.delete(id);
        return {};
      },
    },
    commands: {
      async submit({ draftId, command }) {
        await reach();
        if (draftId) kept.delete(draftId);
        submitted.push(command.type);
        return {
          commandId: commandIdSchema.parse('00000000-0000-7000-a000-000000000001'),
          savedAt: instant(NOON),
          detail: null,
        };
      },
    },
  };
  return { gateway, state, saves, submitted, kept };
}

function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  throw error;
}

async function opened() {
  const behind = station();
  const store = createDraftStore(behind.gateway, failureOf);
  await store.getState().open(null, '13800005521');
  const { activeId } = store.getState();
  if (!activeId) throw new Error('no draft was opened');
  return { ...behind, store, id: activeId, entry: () => activeEntry(store.getState()) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving while one types', () => {
  it('saves at the pause, once, what stands there then', async () => {
    const { store, id, saves, entry } = await opened();
    for (const content of ['楼', '楼下', '楼下施工']) store.getState().edit(id, { content });
    expect(saves).toEqual([]);
    await vi.runAllTimersAsync();
    expect(saves).toEqual(['楼下施工']);
    expect(entry()?.savedAt).toBe(instant(NOON + 1000));
  });

  it('saves once more what was typed during a save', async () => {
    const { store, id, saves, state } = await opened();
    let openGate = (): void => {};
    state.gate = new Promise((resolve) => (openGate = resolve));
    store.getState().edit(id, { content: '第一句' });
    await vi.advanceTimersByTimeAsync(500);
    store.getState().edit(id, { content: '第一句，第二句' });
    openGate();
    await vi.runAllTimersAsync();
    expect(saves).toEqual(['第一句', '第一句，第二句']);
  });

  it('says what failed, goes on trying, and forgets the failure once it is saved', async () => {
    const { store, id, saves, state, entry } = await opened();
    state.down = failure('STORE_FULL');
    store.getState().edit(id, { content: '磁盘满时写的' });
    await vi.advanceTimersByTimeAsync(500);
    expect(entry()?.saveFailure?.code).toBe('STORE_FULL');
    expect(entry()?.form.content).toBe('磁盘满时写的');
    state.down = null;
    await vi.runAllTimersAsync();
    expect(saves).toEqual(['磁盘满时写的']);
    expect(entry()?.saveFailure).toBeNull();
  });

  it('saves at once when the page goes away', async () => {
    const { store, id, saves } = await opened();
    store.getState().edit(id, { content: '半句' });
    store.getState().flushAll();
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toEqual(['半句']);
  });

  it('saves the draft that is left for another', async () => {
    const { store, id, saves } = await opened();
    store.getState().edit(id, { content: '先放一放' });
    await store.getState().open(null, '');
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toEqual(['先放一放']);
  });
});

describe('ending a draft', () => {
  const done: Done = {
    kind: 'immediate',
    orderId: draftSchema.shape.orderId.parse('00000000-0000-7000-9000-000000000001'),
    number: null,
    provisionalNumber: '待编-7K2M-0001',
    unitName: null,
    deadline: null,
    summary: '',
  };

  async function complete() {
    const all = await opened();
    all.store.getState().edit(all.id, { category: 'consultation', content: '怎样提取', answerText: '带合同' });
    const entry = all.entry();
    const built = entry && buildOutcome(entry, 'immediate', NOON);
    if (!entry || !built?.ok) throw new Error('the form is not complete');
    return { ...all, submit: () => all.store.getState().submit(all.id, entry.orderId, built.command, () => done) };
  }

  it('submits once, shows the result, and saves nothing after it', async () => {
    const { store, submit, submitted, saves } = await complete();
    await Promise.all([submit(), submit()]);
    await vi.runAllTimersAsync();
    expect(submitted).toEqual(['order.answerImmediately']);
    expect(saves).toEqual([]);
    expect(store.getState()).toMatchObject({ entries: [], activeId: null, done });
  });

  it('a refusal about one field is shown there, and the draft lives on', async () => {
    const { submit, state, saves, entry } = await complete();
    state.down = failure('SUBJECT_NOT_FOUND');
    await submit();
    expect(entry()?.view).toMatchObject({ submitting: false, refused: null });
    expect(entry()?.view.errors.subject).toContain('请重新选择事项');
    state.down = null;
    await vi.runAllTimersAsync();
    expect(saves).toEqual(['怎样提取']);
  });

  it('a refusal about the whole is kept with its article until something changes', async () => {
    const { store, submit, state, id, entry } = await complete();
    state.down = failure('ORDER_CLOSED', { article: '第六条' });
    await submit();
    expect(entry()?.view.refused).toMatchObject({ code: 'ORDER_CLOSED', article: '第六条' });
    store.getState().edit(id, { content: '改一改' });
    expect(entry()?.view.refused).toBeNull();
  });

  it('discards, and a list asked before does not bring it back', async () => {
    const { store, id, kept } = await opened();
    const stale = [...kept.values()];
    await store.getState().discard(id);
    for (const draft of stale) kept.set(draft.id, draft);
    await store.getState().load();
    expect(store.getState().entries).toEqual([]);
  });

  it('a discard that the station could not make leaves the draft where it was', async () => {
    const { store, id, state, entry } = await opened();
    state.down = failure('STORE_UNWRITABLE');
    await store.getState().discard(id);
    expect(entry()?.id).toBe(id);
    expect(entry()?.view.refused?.code).toBe('STORE_UNWRITABLE');
  });
});

describe('opening a draft', () => {
  it('takes the other one off the screen while it lasts: what is typed must not land there', async () => {
    const { store, state } = await opened();
    let openGate = (): void => {};
    state.gate = new Promise((resolve) => (openGate = resolve));
    const opening = store.getState().open(null, '13800000002');
    expect(store.getState().opening).toBe(false);
    await vi.runAllTimersAsync();
    expect(store.getState().opening).toBe(true);
    openGate();
    await opening;
    expect(store.getState()).toMatchObject({ opening: false, entries: [{}, {}] });
  });

  it('that fails gives the screen back', async () => {
    const { store, id, state } = await opened();
    state.down = failure('STORE_FULL');
    await store.getState().open(null, '13800000002');
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ opening: false, activeId: id, failure: { code: 'STORE_FULL' } });
  });
});
