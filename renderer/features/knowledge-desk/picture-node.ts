import type { NodeViewConstructor } from 'prosemirror-view';
import { attachmentIdSchema, type AttachmentId } from '../../../shared/domain/ids.ts';
import { EDITOR_TEXT } from './editor-text.ts';

const LONGEST_WORDS = 120;

/**
 * A picture in the editor: what it shows, and below it its words, which are read where it is not to be seen.
 * @param load the picture as an address of this window's own
 */
export function pictureNode(load: (id: AttachmentId) => Promise<string>): NodeViewConstructor {
  return (first, view, getPos) => {
    let node = first;
    let address: string | null = null;
    let gone = false;
    const dom = document.createElement('figure');
    dom.className = 'kn-picture kd-picture';
    const image = document.createElement('img');
    const said = document.createElement('p');
    said.className = 'order-faint';
    said.textContent = EDITOR_TEXT.pictureReading;
    const words = document.createElement('input');
    words.className = 'kd-picture-words';
    words.maxLength = LONGEST_WORDS;
    words.placeholder = EDITOR_TEXT.pictureWords;
    words.setAttribute('aria-label', EDITOR_TEXT.pictureWords);
    dom.append(image, said, words);

    const show = (): void => {
      const says = String(node.attrs['says']);
      image.alt = says;
      if (words.value !== says) words.value = says;
    };
    words.addEventListener('input', () => {
      const place = getPos();
      if (place === undefined) return;
      view.dispatch(view.state.tr.setNodeAttribute(place, 'says', words.value));
    });
    const id = attachmentIdSchema.safeParse(node.attrs['fileId']);
    const loading = id.success ? load(id.data) : Promise.reject(new Error('a picture without a file'));
    loading.then(
      (url) => {
        if (gone) return URL.revokeObjectURL(url);
        address = url;
        image.src = url;
        said.remove();
        return undefined;
      },
      () => {
        said.textContent = EDITOR_TEXT.pictureMissing;
      },
    );
    show();
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type || next.attrs['fileId'] !== node.attrs['fileId']) return false;
        node = next;
        show();
        return true;
      },
      stopEvent: (event) => event.target === words,
      ignoreMutation: () => true,
      destroy: () => {
        gone = true;
        if (address !== null) URL.revokeObjectURL(address);
      },
    };
  };
}
