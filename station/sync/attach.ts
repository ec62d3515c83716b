import { ATTACHMENT_CHUNK } from '../../shared/sync/protocol.ts';
import type { WriterApi } from '../store/writer.ts';
import type { Thread } from '../threads/thread.ts';
import type { CentralClient } from './link.ts';

/**
 * Sends the next piece of the oldest file that the centre does not have whole. The centre says how much it has, so a
 * file goes on where it stopped, and begins again where its digest did not fit.
 * @param ready false while there is nothing to send with
 */
export async function attachNext(
  writer: Thread<WriterApi>,
  client: CentralClient,
  ready: () => boolean,
): Promise<'again' | 'idle'> {
  if (!ready()) return 'idle';
  const upload = await writer.call('nextUpload');
  if (!upload) return 'idle';
  const { attachment, sent } = upload;
  const offset = sent - (sent % ATTACHMENT_CHUNK);
  const bytes = await writer.call('readChunk', attachment.id, offset);
  if (!bytes) throw new Error('an attachment lacks a piece');
  const { received } = await client.sync.attach({
    id: attachment.id,
    sha256: attachment.sha256,
    size: attachment.size,
    offset,
    chunk: Buffer.from(bytes).toString('base64'),
  });
  await writer.call('saveUploaded', attachment.id, Math.min(received, attachment.size));
  if (received <= offset) throw new Error('the centre did not take a piece of an attachment');
  return 'again';
}
