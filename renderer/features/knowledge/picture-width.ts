/** Px by px: of a picture by itself, or of the window. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Px, to the left and right of a dialog's content, and above and below it with its title. */
const [BESIDE, ABOVE] = [42, 70];
/** Px; what a dialog leaves free of the window. */
const FREE = 48;
/** Px; what its title needs. */
const LEAST = 420;
/** A picture that would be made smaller than this to be seen whole is a page to read: it keeps its width and is scrolled. */
const READABLE = 0.7;

/** How wide the dialog of an enlarged picture is, px: no wider than the picture, and the picture whole where that leaves it legible. */
export function dialogWidth(picture: Extent, window: Extent): number {
  const width = Math.min(picture.width, window.width - FREE - BESIDE);
  const height = picture.width === 0 ? 0 : (picture.height * width) / picture.width;
  const room = (window.height - FREE - ABOVE) / height;
  const scale = room < 1 && room >= READABLE ? room : 1;
  return Math.max(LEAST, Math.floor(width * scale) + BESIDE);
}
