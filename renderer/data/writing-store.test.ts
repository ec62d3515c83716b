import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { Writing, WritingSaved, WritingToSave } from '../../shared/domain/writing.ts';
import { createWritingStore, type WritingGateway } from './writing-store.ts';

const KEY = 'order.urge/o-1';
const WINDOW = '0198c0de-0000-4000-8000-000000000001';
const OTHER = '0198c0de-0000-4000-8000-000000000002';
const AT = instant(Date.parse('2026-11-20T04:00:00.000Z'));

/** A desk as two windows see it, with the station's own rule about whose text is overwritten. */
function makeDesk(): WritingGateway & {
  kept: Map<string, Writing>;
  write: (form: Writing['form'], windowId?: string) => void;
  broken: boolean;
} {
  const kept = new Map<string, Writing>();
  const desk = {
    kept,
    broken: false,
    write: (form: Writing['form'], windowId = OTHER) => {
      const revision = (kept.get(KEY)?.revision ?? 0) + 1;
      kept.set(KEY, { key: KEY, revision, windowId, savedAt: AT, form });
    },
    writings: {
      list: () => Promise.resolve([...kept.values()]),
      save: ({ key, windowId, base, form }: WritingToSave): Promise<WritingSaved> => {
        if (desk.broken) return Promise.reject(new Error('gone'));
        const stored = kept.get(key);
        if (stored && stored.windowId !== windowId && stored.revision !== base)
          return Promise.resolve({ kind: 'elsewhere', writing: stored });
        const revision = (stored?.revision ?? base ?? 0) + 1;
        kept.set(key, { key, revision, windowId, savedAt: AT, form });
        return Promise.resolve({ kind: 'saved', revision, savedAt: AT });
      },
    },
  };
  return desk;
}

describe('half-written forms', () => {
  let desk: ReturnType<typeof makeDesk>;
  const open = (windowId = WINDOW) => createWritingStore(desk, windowId, () => failure('STORE_FULL'));
  let store: ReturnType<typeof open>;
  const page = () => store.getState().pages[KEY];
  const write = async (text: string): Promise<void> => {
    store.getState().write(KEY, { text, signing: { kind: 'typed', mark: '李建国' } }, ['signing']);
    await store.getState().flushAll();
  };
  beforeEach(() => {
    desk = makeDesk();
    store = open();
  });

  it('reach the desk without what is given by hand only, and come back in a window opened later', async () => {
    await write('写到一半');
    expect(desk.kept.get(KEY)?.form).toEqual({ text: '写到一半' });
    expect(page()?.form).toMatchObject({ signing: { mark: '李建国' } });
    store = open(OTHER);
    await store.getState().load();
    expect(page()?.form).toEqual({ text: '写到一半' });
  });

  it('follow what another window writes while nothing is unsaved here', async () => {
    await write('这里先写');
    desk.write({ text: '那里接着写' });
    await store.getState().load();
    expect(page()).toMatchObject({ form: { text: '那里接着写' }, other: null });
  });

  it('written in two windows at once are both there until the person chooses', async () => {
    desk.write({ text: '那里写的' });
    await write('这里写的');
    expect(desk.kept.get(KEY)?.form).toEqual({ text: '那里写的' });
    expect(page()).toMatchObject({ form: { text: '这里写的' }, other: { form: { text: '那里写的' } } });
    store.getState().keepOwn(KEY);
    await store.getState().flushAll();
    expect(desk.kept.get(KEY)?.form).toEqual({ text: '这里写的' });
    expect(page()?.other).toBeNull();
  });

  it('give way to the other window where the person chooses that', async () => {
    desk.write({ text: '那里写的' });
    await write('这里写的');
    store.getState().takeOther(KEY);
    await store.getState().flushAll();
    expect(page()).toMatchObject({ form: { text: '那里写的' }, other: null });
    expect(desk.kept.get(KEY)?.windowId).toBe(OTHER);
  });

  it('say why they are not kept yet, and are kept once the desk can', async () => {
    desk.broken = true;
    await write('磁盘满时写的');
    expect(page()?.failure).toMatchObject({ code: 'STORE_FULL' });
    desk.broken = false;
    await store.getState().flushAll();
    expect(page()?.failure).toBeNull();
    expect(desk.kept.get(KEY)?.form).toEqual({ text: '磁盘满时写的' });
  });

  it('do not come back after they were given, by whichever window', async () => {
    await write('交出去的');
    const late = desk.writings.list();
    store.getState().given(KEY);
    desk.writings.list = () => late;
    await store.getState().load();
    expect(page()).toBeUndefined();

    store = open(OTHER);
    await store.getState().load();
    expect(page()).toBeDefined();
    desk.writings.list = () => Promise.resolve([]);
    await store.getState().load();
    expect(page()).toBeUndefined();
  });

  it('stay where the list was asked before they were saved', async () => {
    const early: Writing[] = [];
    desk.writings.list = () => Promise.resolve(early);
    const asking = store.getState().load();
    await write('刚写的');
    await asking;
    expect(page()?.form).toMatchObject({ text: '刚写的' });
  });
});
