import type { AttachmentId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';

/** A part of a file that came to the centre; parts are smaller than the centre's own, so that few bytes are several. */
export function partOf(
  files: ReadonlyMap<string, Buffer>,
  { id, offset }: { readonly id: AttachmentId; readonly offset: number },
): { size: number; base64: string } {
  const held = files.get(id) ?? fail('ARTICLE_FILE_AWAITED');
  return { size: held.length, base64: held.subarray(offset, offset + 1_000_000).toString('base64') };
}
