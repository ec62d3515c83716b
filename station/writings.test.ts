import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { orderNumber } from '../db/desk/desk-for-tests.ts';
import { bothEnds, type BothEnds } from './testing/both-ends.ts';
import { failureFrom, LAMPS, type DeskClient } from './testing/desk-for-tests.ts';

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const KEY = `order.sign/${orderNumber(1).id}`;
const WINDOW = '0198c0de-0000-4000-8000-000000000001';
const OTHER = '0198c0de-0000-4000-8000-000000000002';

let ends: BothEnds;

beforeEach(async () => {
  ends = await bothEnds();
});

afterEach(async () => {
  await ends.close();
});

const save = (desk: DeskClient, text: string, windowId = WINDOW, base: number | null = null) =>
  desk.writings.save({ key: KEY, windowId, base, form: { text } });

describe('a half-written form', () => {
  it('outlives the session and the program, and is nobody else’s', async () => {
    const { desk } = await ends.signedIn('1301');
    await save(desk, '写到一半');
    await desk.session.signOut();
    expect((await failureFrom(desk.writings.list())).code).toBe('NOT_SIGNED_IN');
    await desk.session.signIn({ jobNumber: '1201', password: 'right', takeOver: false });
    expect(await desk.writings.list()).toEqual([]);
    await desk.session.signOut();
    await desk.session.signIn({ jobNumber: '1301', password: 'right', takeOver: false });
    expect(await desk.writings.list()).toMatchObject([{ key: KEY, form: { text: '写到一半' } }]);
  });

  it('is not overwritten by another window that has not seen it', async () => {
    const { desk } = await ends.signedIn('1301');
    const first = await save(desk, '这个窗口写的');
    expect(await save(desk, '那个窗口写的', OTHER)).toMatchObject({
      kind: 'elsewhere',
      writing: { form: { text: '这个窗口写的' } },
    });
    const base = first.kind === 'saved' ? first.revision : null;
    expect(await save(desk, '看过再写的', OTHER, base)).toMatchObject({ kind: 'saved' });
    expect(await desk.writings.list()).toMatchObject([{ form: { text: '看过再写的' } }]);
  });

  it('a save made twice by its own window, because the answer was lost, is kept', async () => {
    const { desk } = await ends.signedIn('1301');
    await save(desk, '第一次');
    expect(await save(desk, '第一次')).toMatchObject({ kind: 'saved' });
  });

  it('ends with the command it was given by, and a new one is newer than it', async () => {
    const { id, version } = orderNumber(1);
    const order = orderNumber(1, { state: 'dispatched', unitId: LAMPS.id });
    ends.centre.put({ entity: 'order', id, version, data: { order, history: [] } });
    const { desk } = await ends.signedIn('1301');
    const first = await save(desk, '签收前写的');
    await desk.commands.submit({
      orderId: id,
      draftId: null,
      command: { type: 'order.sign', payload: {} },
      writing: KEY,
    });
    expect(await desk.writings.list()).toEqual([]);
    const again = await save(desk, '重新写的');
    if (first.kind !== 'saved' || again.kind !== 'saved') throw new Error('not saved');
    expect(again.revision).toBeGreaterThan(first.revision);
  });

  it('longer than can be kept is refused in words that say what to do', async () => {
    const { desk } = await ends.signedIn('1301');
    expect(await failureFrom(save(desk, '长'.repeat(70_000)))).toMatchObject({
      code: 'INVALID_INPUT',
      detail: '写的内容太长，无法保存，请先精简',
    });
  });
});
