import { PictureOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { TEXT } from './text.ts';
import { usePicture } from './use-picture.ts';

export interface ArticlePictureProps {
  readonly fileId: AttachmentId;
  /** What it shows, in words. */
  readonly says: string;
}

/** Px; as wide as the window lets it be. */
const LARGE = 1200;

/** A picture in an article's text: as wide as the text, larger at a press. Without it, its words and why it is not there. */
export function ArticlePicture({ fileId, says }: ArticlePictureProps): ReactNode {
  const { data: url, failure, refresh } = usePicture(fileId);
  const [large, setLarge] = useState(false);
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
      <PictureFigure url={url} says={says} onLarge={() => setLarge(true)} />
      {large && url && (
        <Dialog title={says || TEXT.picture} width={LARGE} onClose={() => setLarge(false)}>
          <img className="kn-picture-large" src={url} alt={says || TEXT.picture} />
        </Dialog>
      )}
    </>
  );
}

/** @param url an address of this window's own; undefined while the picture is being read */
export function PictureFigure({
  url,
  says,
  onLarge,
}: {
  url: string | undefined;
  says: string;
  onLarge: () => void;
}): ReactNode {
  return (
    <figure className="kn-picture">
      {url === undefined ? (
        <span className="kn-picture-wait" aria-label={TEXT.pictureReading} />
      ) : (
        <button type="button" className="kn-picture-button" title={TEXT.pictureLarge} onClick={onLarge}>
          <img src={url} alt={says || TEXT.picture} />
        </button>
      )}
      {says && <figcaption>{says}</figcaption>}
    </figure>
  );
}
