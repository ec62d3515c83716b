/** What waits for one slow reader. */
export interface Mailbox<T> extends AsyncIterable<T> {
  /** @param key a later item with the same key takes the place of one still waiting: only the newest head matters */
  put(item: T, key?: string): void;
  /** The reader still gets what waits, then the end. */
  close(): void;
}

/** A mailbox for one reader. It cannot grow: what is put without a key is rare, and everything else replaces itself. */
export function createMailbox<T>(): Mailbox<T> {
  const waiting = new Map<string, T>();
  let unkeyed = 0;
  let closed = false;
  let wake: (() => void) | null = null;

  function stir(): void {
    wake?.();
    wake = null;
  }

  return {
    put: (item, key) => {
      if (closed) return;
      unkeyed += 1;
      const place = key ?? `#${unkeyed}`;
      waiting.delete(place);
      waiting.set(place, item);
      stir();
    },
    close: () => {
      closed = true;
      stir();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (const [key, item] of waiting) {
          waiting.delete(key);
          yield item;
        }
        if (waiting.size > 0) continue;
        if (closed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
