import { PictureOutlined } from '@ant-design/icons';
import { useRef, useState, type ReactNode } from 'react';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { dialogWidth, type Extent } from './picture-width.ts';
import { TEXT } from './text.ts';
import { usePicture } from './use-picture.ts';

export interface ArticlePictureProps {
  readonly fileId: AttachmentId;
  /** What it shows, in words. */
  readonly says: string;
}

/** A picture in an article's text: as wide as the text, larger at a press. Without it, its words and why it is not there. */
export function ArticlePicture({ fileId, says }: ArticlePictureProps): ReactNode {
  const { data: url, failure, refresh } = usePicture(fileId);
  const [large, setLarge] = useState<Extent | null>(null);
  if (failure)
    return (
      <div className="kn-picture kn-picture-missing">
        <span>
          <PictureOutlined aria-hidden /> {says || TEXT.picture}
        </span>
        <FailureNote failure={failure} look="line" onRetry={refresh} />
      </div>
    );
  return (
    <>
      <PictureFigure url={url} says={says} onLarge={setLarge} />
      {large && url && (
        <Dialog
          title={says || TEXT.picture}
          width={dialogWidth(large, { width: innerWidth, height: innerHeight })}
          onClose={() => setLarge(null)}
        >
          <img className="kn-picture-large" src={url} alt={says || TEXT.picture} />
        </Dialog>
      )}
    </>
  );
}

/**
 * @param url an address of this window's own; undefined while the picture is being read
 * @param onLarge gets how large the picture is by itself
 */
export function PictureFigure({
  url,
  says,
  onLarge,
}: {
  url: string | undefined;
  says: string;
  onLarge: (picture: Extent) => void;
}): ReactNode {
  const img = useRef<HTMLImageElement>(null);
  return (
    <figure className="kn-picture">
      {url === undefined ? (
        <span className="kn-picture-wait" aria-label={TEXT.pictureReading} />
      ) : (
        <button
          type="button"
          className="kn-picture-button"
          title={TEXT.pictureLarge}
          onClick={() => onLarge({ width: img.current?.naturalWidth ?? 0, height: img.current?.naturalHeight ?? 0 })}
        >
          <img ref={img} src={url} alt={says || TEXT.picture} />
        </button>
      )}
      {says && <figcaption>{says}</figcaption>}
    </figure>
  );
}
