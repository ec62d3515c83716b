import { useEffect, useState } from 'react';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { fileBlob } from '../../components/files.ts';
import { useDeskQuery, type DeskQuery } from '../../data/use-query.ts';

/** A picture of an article as an address this window can show; `data` undefined until it is here. */
export function usePicture(id: AttachmentId): DeskQuery<string> {
  const { data, failure, loading, refresh } = useDeskQuery({
    key: ['articleFile', id],
    tables: [],
    run: (desk) => desk.knowledgeDesk.file({ id }),
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!data) return undefined;
    const made = URL.createObjectURL(fileBlob(data.base64, data.mime));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { data: url, failure, loading, refresh };
}
