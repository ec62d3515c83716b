import { useStore } from 'zustand';
import type { z } from 'zod';
import type { Writing } from '../../../shared/domain/writing.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useDesk } from '../../data/use-desk.ts';
import { writingsOf } from '../../data/writings.ts';
import type { DeskClient } from '../../host.ts';

/** What is written in one form of one order, how to change it, and what becomes of it. */
export interface Draft<V> {
  /** Under which name the desk keeps it. */
  readonly key: string;
  readonly values: V;
  readonly edit: (part: Partial<V>) => void;
  /** Before it is given: nothing of it is under way to the desk afterwards. */
  readonly hold: () => Promise<void>;
  /** It was not given after all. */
  readonly release: () => void;
  readonly given: () => void;
  /** Why the desk has not kept it yet. */
  readonly failure: Failure | null;
  /** What another window of this desk has written in the same form. */
  readonly other: Writing | null;
  readonly takeOther: () => void;
  readonly keepOwn: () => void;
}

/** How each field is read again. */
type Shape<V> = { readonly [K in keyof V]: z.ZodType<V[K]> };

/** A signature is given by hand when it is given: the desk does not keep it for later. */
export const UNKEPT = ['signing'] as const;

/**
 * What people have begun to write in one kind of form, per order: it outlives closing the form, the window, the program
 * and the session, so that nothing is written twice. Whoever signs in next finds nothing of it.
 * @returns a hook; `about` is the order the form is about, `first` is what a form starts with
 */
export function createActDraft<V extends object>(
  act: string,
  shape: Shape<V>,
  unkept: readonly string[] = [],
): (about: string, first: V) => Draft<V> {
  return function useActDraft(about, first) {
    const store = writingsOf(useDesk());
    const key = `${act}/${about}`;
    const page = useStore(store, ({ pages }) => pages[key]);
    const values = page ? restored(shape, page.form, first) : first;
    const { write, hold, release, given, takeOther, keepOwn } = store.getState();
    return {
      key,
      values,
      edit: (part) => {
        const now = store.getState().pages[key];
        write(key, { ...(now ? restored(shape, now.form, first) : first), ...part }, unkept);
      },
      hold: () => hold(key),
      release: () => release(key),
      given: () => given(key),
      failure: page?.failure ?? null,
      other: page?.other ?? null,
      takeOther: () => takeOther(key),
      keepOwn: () => keepOwn(key),
    };
  };
}

/**
 * Gives what is written where that is no command, which would end the draft by itself: the desk forgets the text once
 * it is given and goes on keeping it where it could not be.
 * @throws what `work` throws
 */
export async function giveDraft(
  desk: DeskClient,
  draft: Pick<Draft<unknown>, 'key' | 'hold' | 'release' | 'given'>,
  work: () => Promise<unknown>,
): Promise<void> {
  await draft.hold();
  try {
    await work();
    await desk.writings.discard({ key: draft.key });
  } catch (error) {
    draft.release();
    throw error;
  }
  draft.given();
}

/** The acts of this order whose form has been begun and not given. */
export function useBegunActs(orderId: OrderId): readonly string[] {
  const keys = useStore(writingsOf(useDesk()), ({ pages }) => Object.keys(pages).join(' '));
  return keys
    .split(' ')
    .filter((key) => key.endsWith(`/${orderId}`))
    .map((key) => key.slice(0, key.indexOf('/')));
}

/** Field by field: one that an older version of the program has written otherwise begins anew, the others stay. */
function restored<V extends object>(shape: Shape<V>, form: Readonly<Record<string, unknown>>, first: V): V {
  const values = { ...first };
  for (const field in shape) {
    if (!(field in form)) continue;
    const read = shape[field].safeParse(form[field]);
    if (read.success) values[field] = read.data;
  }
  return values;
}
