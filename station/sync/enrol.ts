import type { Identity } from '../../db/desk/outbox/identity.ts';
import type { WriterApi } from '../store/writer.ts';
import type { Thread } from '../threads/thread.ts';
import type { CentralClient } from './link.ts';

/** Epochs a restored centre may lie behind at most. */
const EPOCH_TRIES = 50;

/**
 * Makes the desk known to the centre under the present session, where it is not, with an epoch that it has never used: a
 * centre restored from a backup may count from before.
 * @returns who the desk is now
 */
export async function enrolDesk(
  writer: Thread<WriterApi>,
  desk: Pick<CentralClient['desk'], 'enrol'>,
  name: string,
): Promise<Identity> {
  const { deskId, epoch, token } = await writer.call('identity');
  if (token === null) {
    const wanted = { deskId, name, fresh: true };
    let given = await desk.enrol(wanted);
    for (let tries = 0; given.deskEpoch <= epoch && tries < EPOCH_TRIES; tries += 1) given = await desk.enrol(wanted);
    await writer.call('enrolled', { epoch: given.deskEpoch, code: given.code, token: given.token });
  }
  return await writer.call('identity');
}
