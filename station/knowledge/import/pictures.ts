import { isPicture, kindOfBytes, LARGEST_PICTURE, type ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { fileOf, type FileToAdd } from '../../store/article-files.ts';

/** Takes a picture out of a document; null where it is none that may stand in an article. */
export type PictureTaker = (bytes: Uint8Array) => ArticleFile | null;

/** Gathers the pictures of one document, each once. */
export function gatherPictures(): { readonly take: PictureTaker; readonly pictures: readonly FileToAdd[] } {
  const pictures: FileToAdd[] = [];
  const known = new Map<string, ArticleFile>();
  const take: PictureTaker = (bytes) => {
    const mime = kindOfBytes(bytes);
    if (!mime || !isPicture({ mime }) || bytes.length > LARGEST_PICTURE) return null;
    const file = fileOf({ name: `图${pictures.length + 1}`, bytes });
    const before = known.get(file.sha256);
    if (before) return before;
    known.set(file.sha256, file);
    pictures.push({ name: file.name, bytes });
    return file;
  };
  return { take, pictures };
}

const DATA_ADDRESS = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/=\s]+)$/i;

/** A picture that a page carries in itself. Any other address is somebody else's server, which is never asked. */
export function pictureInAddress(src: string, take: PictureTaker): ArticleFile | null {
  const base64 = DATA_ADDRESS.exec(src)?.[1];
  return base64 === undefined ? null : take(Buffer.from(base64, 'base64'));
}
