import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { useDeskQuery, type DeskQuery } from '../../data/use-query.ts';

/** A picture of an article as an address this window can show; `data` undefined until it is here. */
export function usePicture(id: AttachmentId): DeskQuery<string> {
  return useDeskQuery({
    key: ['articleFile', id],
    tables: [],
    run: async (desk) => {
      const { mime, base64 } = await desk.knowledgeDesk.file({ id });
      return `data:${mime};base64,${base64}`;
    },
  });
}
