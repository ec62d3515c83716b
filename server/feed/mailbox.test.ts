import { describe, expect, it } from 'vitest';
import { createMailbox } from './mailbox.ts';

describe('a slow reader’s mailbox', () => {
  const readAll = async <T>(mailbox: AsyncIterable<T>): Promise<T[]> => {
    const items: T[] = [];
    for await (const item of mailbox) items.push(item);
    return items;
  };

  it('holds only the newest of what replaces itself, and all of what does not', async () => {
    const mailbox = createMailbox<string>();
    mailbox.put('head 1', 'head');
    mailbox.put('ended');
    mailbox.put('head 2', 'head');
    mailbox.put('head 3', 'head');
    mailbox.close();
    expect(await readAll(mailbox)).toEqual(['ended', 'head 3']);
  });

  it('wakes a waiting reader, and ends with what waits', async () => {
    const mailbox = createMailbox<string>();
    const reading = readAll(mailbox);
    await Promise.resolve();
    mailbox.put('a');
    await Promise.resolve();
    mailbox.put('b');
    mailbox.close();
    mailbox.put('too late');
    expect(await reading).toEqual(['a', 'b']);
  });
});
