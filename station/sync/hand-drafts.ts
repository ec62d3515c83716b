import type { AccountId } from '../../shared/domain/ids.ts';
import type { WriterApi } from '../store/writer.ts';
import type { Thread } from '../threads/thread.ts';
import type { CentralClient } from './link.ts';

/**
 * Sends drafts that a supervisor has handed on, in the desk's own name: those of whoever is not signed in here. What was
 * on its way when the link or the program ended is sent again first.
 * @param here who is signed in; '' nobody; null: somebody whose session was ended may still sit before their text
 */
export async function sendDrafts(
  writer: Thread<WriterApi>,
  client: CentralClient,
  ready: () => boolean,
  here: () => AccountId | '' | null,
): Promise<'idle'> {
  if (!ready()) return 'idle';
  await sendLeaving(writer, client);
  const account = here();
  if (account === null || !(await writer.call('hasDraftsOfOthers', account))) return 'idle';
  const asked = (await client.draftHandover.asked()).filter(({ from }) => from !== here());
  if (asked.length === 0 || here() === null) return 'idle';
  await writer.call('sendOff', asked);
  const leaving = await sendLeaving(writer, client);
  // Their author has dealt with them meanwhile.
  for (const { id } of asked) if (!leaving.has(id)) await client.draftHandover.give({ id, draft: null });
  return 'idle';
}

async function sendLeaving(writer: Thread<WriterApi>, client: CentralClient): Promise<ReadonlySet<string>> {
  const leaving = await writer.call('draftsLeaving');
  for (const one of leaving) {
    const { kept } = await client.draftHandover.give(one);
    await writer.call('sentOff', one, kept);
  }
  return new Set(leaving.map(({ id }) => id));
}

/**
 * Fetches what was handed to whoever is signed in. It is theirs once the centre has heard that it is on disk here and has
 * not given it to another meanwhile: then this desk lets go of it before anybody has seen it.
 * @param taker who is signed in and may write orders; null: nobody
 */
export async function fetchDrafts(
  writer: Thread<WriterApi>,
  client: CentralClient,
  taker: () => AccountId | null,
): Promise<'idle'> {
  const account = taker();
  if (account === null) return 'idle';
  const ids = await writer.call('receiveDrafts', account, await client.draftHandover.claim());
  if (ids.length === 0) return 'idle';
  await writer.call('settleReceived', ids, await client.draftHandover.taken({ ids }));
  return 'idle';
}
