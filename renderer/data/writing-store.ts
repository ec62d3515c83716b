import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../shared/failure.ts';
import {
  plainForm,
  type Writing,
  type WritingSaved,
  type WritingToSave,
  type WrittenForm,
} from '../../shared/domain/writing.ts';
import { createSaver } from './saver.ts';

/** What half-written forms ask of the station; the contract's client fits it. */
export interface WritingGateway {
  readonly writings: {
    list(): Promise<Writing[]>;
    save(input: WritingToSave): Promise<WritingSaved>;
  };
}

/** One form as this window has it. */
export interface Page {
  /** Every field, also those that never leave this window. */
  readonly form: Readonly<Record<string, unknown>>;
  /** The desk's revision this text rests on; null: the desk had none. */
  readonly base: number | null;
  /** Counted up by each change here, and which of them the desk has. */
  readonly changed: number;
  readonly saved: number;
  /** Why the last save failed; it is tried again until it succeeds. */
  readonly failure: Failure | null;
  /** What another window has written meanwhile: nothing is saved until the person has chosen. */
  readonly other: Writing | null;
}

export interface WritingStore {
  readonly pages: Readonly<Record<string, Page>>;
  /** Takes up what the desk has kept and what other windows have written. */
  readonly load: () => Promise<void>;
  /** Another person sits down. What was written is saved first, as far as the session still lets it. */
  readonly reset: () => void;
  /** `unkept`: fields of it that never leave this window, such as a signature. */
  readonly write: (key: string, form: Page['form'], unkept: readonly string[]) => void;
  /** Before the form is given: nothing of it is under way afterwards. */
  readonly hold: (key: string) => Promise<void>;
  readonly release: (key: string) => void;
  /** The form was given; the desk has forgotten it in the same breath. */
  readonly given: (key: string) => void;
  /** Goes on with the other window's text. */
  readonly takeOther: (key: string) => void;
  /** Goes on with this window's text; the other's is overwritten. */
  readonly keepOwn: (key: string) => void;
  /** Saves everything unsaved at once: the page is going away, or the station is back; settles when that was tried. */
  readonly flushAll: () => Promise<void>;
}

const BLANK: Omit<Page, 'form'> = { base: null, changed: 0, saved: 0, failure: null, other: null };

/** The half-written forms of a window. Lives as long as the window, not as long as a component. */
export function createWritingStore(
  gateway: WritingGateway,
  windowId: string,
  failureOf: (error: unknown) => Failure,
): StoreApi<WritingStore> {
  const unkept = new Map<string, readonly string[]>();
  /** The newest revision of a form that was given here: a list asked before must not bring it back. */
  const gone = new Map<string, number>();

  return createStore<WritingStore>((set, get) => {
    const put = (key: string, part: Partial<Page>): void =>
      set(({ pages }) => {
        const page = pages[key];
        return page ? { pages: { ...pages, [key]: { ...page, ...part } } } : {};
      });
    const drop = (key: string): void => set(({ pages: { [key]: _gone, ...pages } }) => ({ pages }));

    const saver = createSaver({
      read: (key: string) => {
        const page = get().pages[key];
        if (!page || page.other || page.changed === page.saved) return null;
        return { revision: page.changed, base: page.base, form: keptOf(page.form, unkept.get(key) ?? []) };
      },
      send: (key, { base, form }) => gateway.writings.save({ key, windowId, base, form }),
      failureOf,
      onSaving: () => undefined,
      onSaved: (key, changed, answer: WritingSaved) =>
        put(
          key,
          answer.kind === 'saved'
            ? { base: answer.revision, saved: changed, failure: null }
            : { other: answer.writing, failure: null },
        ),
      onFailed: (key, failure) => put(key, { failure }),
    });

    /** @param before what this window had when it asked */
    const hear = (stored: readonly Writing[], before: WritingStore['pages']): void => {
      for (const writing of stored) {
        const { key, revision, form } = writing;
        if (writing.windowId === windowId || revision <= (gone.get(key) ?? 0)) continue;
        const page = get().pages[key];
        if (page && revision === page.base) continue;
        if (page && page.changed !== page.saved) put(key, { other: writing });
        else set(({ pages }) => ({ pages: { ...pages, [key]: { ...BLANK, form, base: revision } } }));
      }
      const keys = new Set(stored.map(({ key }) => key));
      for (const [key, page] of Object.entries(get().pages)) {
        // Given from another window. What has not been saved yet stays: it is here and nowhere else.
        const known = page.base !== null && before[key]?.base === page.base;
        if (known && !keys.has(key) && page.changed === page.saved) drop(key);
      }
    };

    let asked = 0;
    return {
      pages: {},
      async load() {
        asked += 1;
        const asking = asked;
        const before = get().pages;
        const stored = await gateway.writings.list();
        // An answer to an older question knows less than what has been heard since.
        if (asking === asked) hear(stored, before);
      },
      reset() {
        void get().flushAll();
        asked += 1;
        gone.clear();
        set({ pages: {} });
      },
      write(key, form, notKept) {
        unkept.set(key, notKept);
        set(({ pages }) => {
          const page = pages[key] ?? { ...BLANK, form };
          return { pages: { ...pages, [key]: { ...page, form, changed: page.changed + 1 } } };
        });
        saver.touch(key);
      },
      hold: (key) => saver.hold(key),
      release: (key) => saver.release(key),
      given(key) {
        gone.set(key, Math.max(get().pages[key]?.base ?? 0, gone.get(key) ?? 0));
        drop(key);
        saver.release(key);
      },
      takeOther(key) {
        const other = get().pages[key]?.other;
        if (other) put(key, { ...BLANK, form: other.form, base: other.revision });
      },
      keepOwn(key) {
        const other = get().pages[key]?.other;
        if (!other) return;
        put(key, { other: null, base: other.revision });
        saver.touch(key);
      },
      flushAll: async () => void (await Promise.all(Object.keys(get().pages).map((key) => saver.flush(key)))),
    };
  });
}

/** What of a form the desk keeps: plain data, and no signature. */
function keptOf(form: Page['form'], notKept: readonly string[]): WrittenForm {
  return plainForm(Object.fromEntries(Object.entries(form).filter(([field]) => !notKept.includes(field))));
}
